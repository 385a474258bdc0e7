package dev.layerscope.diff.manifest;

import dev.layerscope.diff.Change;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    return compare(from, to, table, CalledAfter.NOBODY);
  }

  /**
   * The same of two sites: what is called after its site is compared with what is called after the
   * other one, and stands under the name of the first.
   */
  public static List<ResourceChange> compare(
      List<Manifest> from, List<Manifest> to, FieldTable table, CalledAfter sites) {
    Map<ResourceKey, Manifest> before = byKey(from);
    Map<ResourceKey, Manifest> after = byKey(to);
    Map<ResourceKey, ResourceKey> others =
        sites.counterparts(without(before, after), without(after, before));
    var keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeAll(new HashSet<>(others.values()));
    var changes = new ArrayList<ResourceChange>();
    for (ResourceKey key : keys) {
      Optional<Manifest> now = Optional.ofNullable(after.get(others.getOrDefault(key, key)));
      change(key, Optional.ofNullable(before.get(key)), now, table).ifPresent(changes::add);
    }
    return changes;
  }

  private static Set<ResourceKey> without(
      Map<ResourceKey, Manifest> some, Map<ResourceKey, Manifest> others) {
    var left = new LinkedHashSet<>(some.keySet());
    left.removeAll(others.keySet());
    return left;
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
