package dev.layerscope.argocd;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;

/** What Argo CD adds to everything it applies but definitions (specification §1.12). */
public final class TrackedObject {
  /** Where the annotation method writes who an object belongs to. */
  public static final String ANNOTATION = "argocd.argoproj.io/tracking-id";

  private static final int LONGEST_LABEL = 63;

  private TrackedObject() {}

  /** The object as it arrives in the cluster. */
  public static Mapping of(Manifest manifest, InstanceName instance, Settings.Tracking tracking) {
    Mapping metadata = manifest.root().mapping("metadata").orElse(Mapping.EMPTY);
    if (tracking.method().contains("annotation")) {
      metadata = with(metadata, "annotations", ANNOTATION, id(manifest, instance));
    }
    if (tracking.method().contains("label")) {
      String text = instance.text();
      String label = text.substring(0, Math.min(LONGEST_LABEL, text.length()));
      metadata = with(metadata, "labels", tracking.label(), label);
    }
    return manifest.root().with("metadata", metadata);
  }

  /** {@code instance:group/kind:namespace/name}. */
  public static String id(Manifest manifest, InstanceName instance) {
    return "%s:%s/%s:%s/%s"
        .formatted(
            instance.text(),
            manifest.gvk().group(),
            manifest.gvk().kind(),
            manifest.namespace(),
            manifest.name());
  }

  private static Mapping with(Mapping metadata, String field, String key, String value) {
    Mapping map = metadata.mapping(field).orElse(Mapping.EMPTY);
    return metadata.with(field, map.with(key, Scalar.of(value)));
  }
}
