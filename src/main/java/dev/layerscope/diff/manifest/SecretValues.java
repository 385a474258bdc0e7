package dev.layerscope.diff.manifest;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of a Secret: compared, never shown. {@code stringData} beats {@code data}, and what is
 * compared are the decoded bytes (specification §12.3).
 */
public final class SecretValues {
  /** Shown in the place of a value. */
  public static final String MASK = "•••";

  static final Set<String> FIELDS = Set.of("data", "stringData");

  private SecretValues() {}

  /** A value and the field it is written in. */
  record Written(String field, String bytes) {}

  /** Whether an object is a Secret. */
  public static boolean isSecret(Mapping root) {
    return root.textAt("kind").filter("Secret"::equals).isPresent();
  }

  /** An object fit to be shown: the values of a Secret are masked, everything else is as it is. */
  public static Mapping masked(Mapping root) {
    Mapping shown = root;
    if (isSecret(root)) {
      for (String field : FIELDS) {
        Mapping now = shown;
        shown = now.get(field).map(value -> now.with(field, masked(value))).orElse(now);
      }
    }
    return shown;
  }

  /** The same for a manifest. */
  public static Manifest masked(Manifest manifest) {
    return isSecret(manifest.root())
        ? new Manifest(
            manifest.gvk(),
            manifest.namespace(),
            manifest.name(),
            masked(manifest.root()),
            manifest.origin())
        : manifest;
  }

  /** Every value masked; keys stay, for they say what differs. */
  static Node masked(Node node) {
    return switch (node) {
      case Mapping mapping -> {
        Map<String, Node> masked = new LinkedHashMap<>();
        mapping.asMap().forEach((key, value) -> masked.put(key, masked(value)));
        yield Mapping.of(masked);
      }
      case Sequence sequence -> {
        var masked = new ArrayList<Node>();
        sequence.items().forEach(item -> masked.add(masked(item)));
        yield Sequence.of(masked);
      }
      case Scalar ignored -> Scalar.of(MASK);
    };
  }

  static Map<String, Written> of(Mapping root) {
    Map<String, Written> values = new LinkedHashMap<>();
    root.mapping("data")
        .ifPresent(data ->
            data.asMap()
                .forEach((key, value) -> values.put(key, new Written("data", decoded(value)))));
    root.mapping("stringData")
        .ifPresent(data ->
            data.asMap()
                .forEach((key, value) -> values.put(key, new Written("stringData", text(value)))));
    return values;
  }

  private static String text(Node value) {
    return value instanceof Scalar scalar
        ? "bytes "
            + HexFormat.of()
                .formatHex(ArgoScalars.read(scalar).plain().getBytes(StandardCharsets.UTF_8))
        : "json " + JsonText.of(value);
  }

  private static String decoded(Node value) {
    if (value instanceof Scalar scalar) {
      try {
        byte[] bytes =
            Base64.getDecoder().decode(ArgoScalars.read(scalar).plain().replaceAll("\\s", ""));
        return "bytes " + HexFormat.of().formatHex(bytes);
      } catch (IllegalArgumentException notBase64) {
        return "raw " + scalar.text();
      }
    }
    return "json " + JsonText.of(value);
  }
}
