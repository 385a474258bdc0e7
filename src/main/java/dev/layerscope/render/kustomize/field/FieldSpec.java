package dev.layerscope.render.kustomize.field;

import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.KindOrder;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A field of some kinds.
 *
 * @param group,version,kind empty for all
 * @param path slash-separated; {@code []} after a name says that a list is expected there
 * @param create whether to make the field where it is missing
 */
public record FieldSpec(String group, String version, String kind, String path, boolean create) {
  static final Comparator<FieldSpec> ORDER =
      Comparator.<FieldSpec>comparingInt(spec -> KindOrder.CUSTOMARY.rank(spec.kind))
          .thenComparing(FieldSpec::sortKey);

  /** A field of every kind. */
  public static FieldSpec everywhere(String path, boolean create) {
    return new FieldSpec("", "", "", path, create);
  }

  public boolean appliesTo(Id id) {
    return id.isOf(group, version, kind);
  }

  /** Group, version and kind as the tool prints them. */
  public String gvkText() {
    return (kind.isEmpty() ? "[noKind]" : kind)
        + "."
        + (version.isEmpty() ? "[noVer]" : version)
        + "."
        + (group.isEmpty() ? "[noGrp]" : group);
  }

  private String sortKey() {
    return KindOrder.text(group, version, kind);
  }

  /** The union of two lists; an error when they disagree on making a field. */
  static List<FieldSpec> merge(List<FieldSpec> known, List<FieldSpec> more) throws BuildException {
    var merged = new ArrayList<>(known);
    for (FieldSpec spec : more) {
      boolean found = false;
      for (FieldSpec other : merged) {
        if (other.coveredBy(spec)) {
          if (other.create != spec.create) {
            throw new BuildException("conflicting fieldspecs");
          }
          found = true;
          break;
        }
      }
      if (!found) {
        merged.add(spec);
      }
    }
    // Sorted after each union, as the tool does: what is general comes after what is particular,
    // and the next union
    // then takes it for known already. So a field configured for one kind takes the place of the
    // general one.
    merged.sort(ORDER);
    return merged;
  }

  private boolean coveredBy(FieldSpec other) {
    return path.equals(other.path)
        && (other.group.isEmpty() || other.group.equals(group))
        && (other.version.isEmpty() || other.version.equals(version))
        && (other.kind.isEmpty() || other.kind.equals(kind));
  }
}
