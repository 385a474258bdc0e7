package dev.layerscope.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import java.util.Collection;
import java.util.Optional;

/**
 * The parts that several JSON documents share, and how they are printed: two blanks, line feeds on
 * every platform.
 */
final class Json {
  static final int SCHEMA = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /** The text, or JSON's null. */
  static void put(ObjectNode object, String key, Optional<String> text) {
    text.ifPresentOrElse(value -> object.put(key, value), () -> object.putNull(key));
  }

  static ObjectNode location(Location location) {
    ObjectNode json = object();
    json.put("repoURL", new RepoUrl(location.repoUrl()).display());
    json.put("revision", location.revision());
    json.put("path", location.path());
    json.put("line", location.line());
    return json;
  }

  static ObjectNode finding(Finding finding, Optional<String> node) {
    ObjectNode json = object();
    json.put("code", finding.code().text());
    json.put("severity", finding.severity().word());
    json.put("message", finding.message());
    put(json, "node", node);
    ArrayNode locations = json.putArray("locations");
    finding.locations().forEach(location -> locations.add(location(location)));
    return json;
  }

  static String print(JsonNode json) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes always prints", e);
    }
  }
}
