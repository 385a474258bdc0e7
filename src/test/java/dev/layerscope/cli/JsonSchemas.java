package dev.layerscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of JSON Schema as the documents' own schemas use: types, required and known keys, enums,
 * constants.
 */
final class JsonSchemas {
  private final List<String> violations = new ArrayList<>();

  private JsonSchemas() {}

  /** What a document does that {@code docs/json/NAME.schema.json} does not allow. */
  static List<String> violations(String name, String document) throws IOException {
    var mapper = new ObjectMapper();
    var schemas = new JsonSchemas();
    JsonNode schema =
        mapper.readTree(Files.readString(Path.of("docs/json", name + ".schema.json")));
    schemas.check("$", mapper.readTree(document), schema);
    return schemas.violations;
  }

  private void check(String path, JsonNode value, JsonNode schema) {
    if (schema.has("const") && !schema.get("const").equals(value)) {
      violations.add(path + " is not " + schema.get("const"));
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      violations.add(path + " is none of " + schema.get("enum"));
    }
    if (schema.has("type") && !hasType(value, schema.get("type"))) {
      violations.add(path + " is no " + schema.get("type"));
    }
    if (value.isObject() && schema.has("properties")) {
      object(path, value, schema);
    }
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(path + "[" + i + "]", value.get(i), schema.get("items"));
      }
    }
  }

  private void object(String path, JsonNode value, JsonNode schema) {
    schema
        .get("required")
        .forEach(key -> {
          if (!value.has(key.asText())) {
            violations.add(path + " lacks " + key.asText());
          }
        });
    value
        .fieldNames()
        .forEachRemaining(key -> {
          if (schema.get("properties").has(key)) {
            check(path + "." + key, value.get(key), schema.get("properties").get(key));
          } else if (!schema.path("additionalProperties").asBoolean(true)) {
            violations.add(path + " has the unknown key " + key);
          }
        });
  }

  private static boolean contains(JsonNode allowed, JsonNode value) {
    for (JsonNode one : allowed) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasType(JsonNode value, JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (hasType(value, one)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      default -> false;
    };
  }
}
