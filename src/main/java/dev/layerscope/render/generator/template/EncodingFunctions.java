package dev.layerscope.render.generator.template;

import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.IndentedJson;
import dev.layerscope.yaml.JsonReader;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.Adler32;

/** JSON, YAML, base 64 and checksums, from Sprig and Argo CD. */
final class EncodingFunctions {
  private EncodingFunctions() {}

  static void add() {
    for (String must : List.of("", "must")) {
      Functions.define(name(must, "toJson"), 1, a -> GoValue.text(escaped(json(a.any(0)))));
      Functions.define(name(must, "toRawJson"), 1, a -> GoValue.text(json(a.any(0))));
      Functions.define(
          name(must, "toPrettyJson"),
          1,
          a -> GoValue.text(escaped(IndentedJson.of(GoNodes.node(a.any(0)), JsonText::of))));
    }
    Functions.define("fromJson", 1, a -> fromJson(a.text(0)).orElse(GoValue.nil()));
    Functions.define("mustFromJson", 1, EncodingFunctions::mustFromJson);
    Functions.define("toYaml", 1, a -> GoValue.text(yaml(a.any(0))));
    Functions.define("fromYaml", 1, EncodingFunctions::fromYaml);
    Functions.define("fromYamlArray", 1, EncodingFunctions::fromYamlArray);
    Functions.define(
        "b64enc", 1, a -> GoValue.text(Base64.getEncoder().encodeToString(bytes(a.text(0)))));
    Functions.define("b64dec", 1, a -> GoValue.text(decoded(a.text(0))));
    Functions.define("sha1sum", 1, a -> GoValue.text(digest("SHA-1", a.text(0))));
    Functions.define("sha256sum", 1, a -> GoValue.text(digest("SHA-256", a.text(0))));
    Functions.define("sha512sum", 1, a -> GoValue.text(digest("SHA-512", a.text(0))));
    Functions.define("adler32sum", 1, a -> GoValue.text(adler(a.text(0))));
  }

  private static String name(String must, String name) {
    return must.isEmpty() ? name : ListFunctions.must(name);
  }

  private static String json(GoValue value) {
    return JsonText.of(GoNodes.node(value));
  }

  /** Go's encoder writes these three as escapes unless told not to. */
  private static String escaped(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static Optional<GoValue> fromJson(String text) {
    JsonReader.Read read = JsonReader.read(text);
    return !read.more() && read.document() instanceof Document.Content content
        ? Optional.of(GoNodes.value(content.root()))
        : Optional.empty();
  }

  private static GoValue mustFromJson(Arguments a) throws TemplateException {
    JsonReader.Read read = JsonReader.read(a.text(0));
    return switch (read.document()) {
      case Document.Broken(int line, String message) -> throw TemplateException.refused(message);
      case Document.Empty ignored -> GoValue.nil();
      case Document.Content content -> {
        if (read.more()) {
          throw TemplateException.refused("invalid character after top-level value");
        }
        yield GoNodes.value(content.root());
      }
    };
  }

  private static String yaml(GoValue value) {
    String printed = YamlPrinter.print(GoNodes.node(value));
    return printed.endsWith("\n") ? printed.substring(0, printed.length() - 1) : printed;
  }

  private static GoValue fromYaml(Arguments a) throws TemplateException {
    Optional<Node> root = root(a.text(0));
    if (root.isEmpty()) {
      return GoValue.Fields.of(java.util.Map.of());
    }
    if (root.get() instanceof Mapping mapping) {
      return GoNodes.fields(mapping);
    }
    throw wrongShape(root.get(), "map[string]interface {}");
  }

  private static GoValue fromYamlArray(Arguments a) throws TemplateException {
    Optional<Node> root = root(a.text(0));
    if (root.isEmpty()) {
      return new GoValue.Items(List.of());
    }
    if (root.get() instanceof Sequence) {
      return GoNodes.value(root.get());
    }
    throw wrongShape(root.get(), "[]interface {}");
  }

  private static TemplateException wrongShape(Node root, String expected) {
    String found =
        switch (GoNodes.value(root)) {
          case GoValue.Items ignored -> "array";
          case GoValue.Fields ignored -> "object";
          case GoValue.Text ignored -> "string";
          case GoValue.Bool ignored -> "bool";
          default -> "number";
        };
    return TemplateException.refused(
        "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
            + found
            + " into Go value of type "
            + expected);
  }

  private static Optional<Node> root(String text) throws TemplateException {
    List<Document> documents = YamlReader.read(text, Reading.ARGO);
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    return switch (documents.getFirst()) {
      case Document.Content content -> Optional.of(content.root());
      case Document.Empty ignored -> Optional.empty();
      case Document.Broken(int line, String message) ->
          throw TemplateException.refused("error converting YAML to JSON: yaml: " + message);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sprig gives the error's text as the result. */
  private static String decoded(String text) throws TemplateException {
    String bare = text.replace("\n", "").replace("\r", "");
    try {
      if (bare.length() % 4 == 0) {
        return new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException malformed) {
      throw TemplateException.unknown("b64dec of a text that is not base 64");
    }
    throw TemplateException.unknown("b64dec of a text that is not base 64");
  }

  private static String digest(String algorithm, String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static String adler(String text) {
    var sum = new Adler32();
    sum.update(bytes(text));
    return Long.toString(sum.getValue());
  }
}
