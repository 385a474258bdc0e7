package dev.layerscope.diff.manifest;

import dev.layerscope.diff.Change;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two rendered sets of objects by group, kind, namespace and name; the version is a field
 * like any other.
 */
public final class ResourceComparison {
  private ResourceComparison() {}

  /**
   * The objects that differ, in the order of the first side, then those only the second has. One
   * that says the same, written otherwise, is among them as {@code SAME}.
   */
  public static List<ResourceChange> compare(
      List<Manifest> from, List<Manifest> to, FieldTable table) {
    Map<ResourceKey, Manifest> before = byKey(from);
    Map<ResourceKey, Manifest> after = byKey(to);
    var keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    var changes = new ArrayList<ResourceChange>();
    for (ResourceKey key : keys) {
      change(key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)), table)
          .ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<ResourceChange> change(
      ResourceKey key, Optional<Manifest> a, Optional<Manifest> b, FieldTable table) {
    if (a.isEmpty() || b.isEmpty()) {
      Change change = a.isPresent() ? Change.REMOVED : Change.ADDED;
      return Optional.of(of(key, change, List.of(), a, b));
    }
    if (a.get().root().equals(b.get().root())) {
      return Optional.empty();
    }
    List<FieldChange> fields = ManifestComparison.compare(a.get().root(), b.get().root(), table);
    return Optional.of(of(key, fields.isEmpty() ? Change.SAME : Change.CHANGED, fields, a, b));
  }

  /**
   * An object of one side where the other could not be looked at.
   *
   * @param first whether it is of the first side
   */
  public static ResourceChange oneSide(Manifest manifest, boolean first) {
    Optional<Manifest> masked = Optional.of(SecretValues.masked(manifest));
    return new ResourceChange(
        manifest.key(),
        Change.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        first ? masked : Optional.empty(),
        first ? Optional.empty() : masked);
  }

  private static ResourceChange of(
      ResourceKey key,
      Change change,
      List<FieldChange> fields,
      Optional<Manifest> a,
      Optional<Manifest> b) {
    return new ResourceChange(
        key,
        change,
        fields,
        List.of(),
        ResourceRisks.of(key, change, fields, a, b),
        a.map(SecretValues::masked),
        b.map(SecretValues::masked));
  }

  private static Map<ResourceKey, Manifest> byKey(List<Manifest> manifests) {
    var byKey = new LinkedHashMap<ResourceKey, Manifest>();
    manifests.forEach(manifest -> byKey.put(manifest.key(), manifest));
    return byKey;
  }
}
