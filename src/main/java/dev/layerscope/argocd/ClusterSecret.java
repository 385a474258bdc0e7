package dev.layerscope.argocd;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Secret that makes a cluster known to Argo CD. Its credentials are neither read nor kept
 * (specification §1.5, §6.3).
 */
final class ClusterSecret {
  private static final String TYPE = "argocd.argoproj.io/secret-type";

  /** Filled in by a tool before Argo CD sees it. */
  private static final Pattern PLACEHOLDER = Pattern.compile("[<]|\\$\\{|\\{\\{");

  private ClusterSecret() {}

  static boolean is(Manifest manifest) {
    return manifest.gvk().group().isEmpty()
        && manifest.gvk().kind().equals("Secret")
        && manifest.root().textAt("metadata", "labels", TYPE).orElse("").equals("cluster");
  }

  /** Empty when name or address are not in clear. */
  static Optional<Settings.Cluster> read(Manifest manifest) {
    if (!is(manifest)) {
      return Optional.empty();
    }
    Optional<String> name = value(manifest, "name");
    Optional<String> server = value(manifest, "server");
    if (server.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Cluster(
            // Argo CD calls a cluster without a name by its address.
            name.orElse(server.get()),
            server.get(),
            texts(manifest, "labels"),
            texts(manifest, "annotations"),
            value(manifest, "project")));
  }

  private static Optional<String> value(Manifest manifest, String key) {
    return manifest
        .root()
        .textAt("stringData", key)
        .or(() -> manifest.root().textAt("data", key).flatMap(ClusterSecret::decoded))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !PLACEHOLDER.matcher(text).find());
  }

  private static Optional<String> decoded(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Map<String, String> texts(Manifest manifest, String field) {
    Map<String, String> texts = new HashMap<>();
    manifest
        .root()
        .mapping("metadata")
        .flatMap(m -> m.mapping(field))
        .orElse(Mapping.EMPTY)
        .entries()
        .forEach(entry -> entry.value().asText().ifPresent(t -> texts.put(entry.name(), t)));
    return texts;
  }
}
