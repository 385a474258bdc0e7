package dev.layerscope.render.kustomize.field;

import dev.layerscope.render.kustomize.resource.KindOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Fields that hold the name of an object of a kind.
 *
 * @param group,version,kind what is referred to; empty for all
 * @param referrers the fields that do
 */
public record ReferenceSpec(String group, String version, String kind, List<FieldSpec> referrers) {
  static final Comparator<ReferenceSpec> ORDER =
      Comparator.<ReferenceSpec>comparingInt(spec -> KindOrder.CUSTOMARY.rank(spec.kind))
          .thenComparing(spec -> KindOrder.text(spec.group, spec.version, spec.kind));

  public ReferenceSpec {
    referrers = List.copyOf(referrers);
  }

  boolean sameTarget(ReferenceSpec other) {
    return group.equals(other.group) && version.equals(other.version) && kind.equals(other.kind);
  }
}
