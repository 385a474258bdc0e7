package dev.layerscope.render.kustomize.generate;

import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.GoJson;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash in the name of a generated object: of its content, spelled without letters that make
 * words.
 */
public final class NameHash {
  private NameHash() {}

  public static String of(Resource resource) {
    boolean secret = resource.id().kind().equals("Secret");
    var json = new StringBuilder("{");
    // The name is part of the hash in intent only: the tool looks it up where it never is.
    for (String field :
        secret
            ? List.of("data", "kind", "name", "stringData", "type")
            : List.of("binaryData", "data", "kind", "name")) {
      String value =
          switch (field) {
            case "kind" -> quoted(resource.id().kind());
            case "name" -> quoted("");
            default -> value(resource.root(), field);
          };
      if (!value.isEmpty()) {
        json.append(json.length() > 1 ? "," : "").append(quoted(field)).append(':').append(value);
      }
    }
    return encoded(sha256(json.append('}').toString()));
  }

  private static String value(Tree root, String field) {
    boolean optional = field.equals("binaryData") || field.equals("stringData");
    var found = root.find(field).filter(t -> !t.isNull());
    if (found.isEmpty() || optional && !found.get().isMap()) {
      return optional ? "" : quoted("");
    }
    Node node = found.get().toNode();
    return found.get().isScalar() ? quoted(found.get().value()) : GoJson.compact(node);
  }

  private static String quoted(String text) {
    return GoJson.compact(dev.layerscope.yaml.Scalar.of(text));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String hex) {
    return hex.substring(0, 10)
        .replace('0', 'g')
        .replace('1', 'h')
        .replace('3', 'k')
        .replace('a', 'm')
        .replace('e', 't');
  }
}
