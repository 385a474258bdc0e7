package dev.layerscope.diff.manifest;

import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scopes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How the fields of each kind are compared (specification §12.2). Depends on group and kind, never
 * on the version. Immutable.
 */
public final class FieldTable {
  /** Kubernetes' kinds, Argo CD's, and a few that are met everywhere. */
  public static final FieldTable BUILT_IN = new FieldTable(read());

  private final Map<String, KindShape> kinds;

  private FieldTable(Map<String, KindShape> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  KindShape of(Gvk gvk) {
    return kinds.getOrDefault(gvk.groupKind(), KindShape.UNKNOWN);
  }

  /**
   * The same, taught by the custom resource definitions among some manifests; what the program
   * ships stays.
   */
  public FieldTable with(Collection<Manifest> manifests) {
    Map<String, KindShape> taught = new HashMap<>();
    manifests.stream()
        .filter(manifest -> Scopes.isDefinition(manifest.gvk()))
        .forEach(definition -> taught.putAll(CrdShapes.of(definition.root())));
    taught.putAll(kinds);
    return taught.size() == kinds.size() ? this : new FieldTable(taught);
  }

  private static Map<String, KindShape> read() {
    try (InputStream in = FieldTable.class.getResourceAsStream("fields.txt")) {
      if (in == null) {
        throw new IllegalStateException("fields.txt is missing from the program");
      }
      return FieldTableText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
