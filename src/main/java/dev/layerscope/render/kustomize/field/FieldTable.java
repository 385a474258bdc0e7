package dev.layerscope.render.kustomize.field;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which fields each transformer changes: the tool's defaults, and what {@code configurations} add.
 * Immutable.
 */
public final class FieldTable {
  /** The lists a table has. */
  public enum Use {
    NAME_PREFIX("namePrefix"),
    NAME_SUFFIX("nameSuffix"),
    NAMESPACE("namespace"),
    COMMON_LABELS("commonLabels"),
    LABELS("labels"),
    TEMPLATE_LABELS("templateLabels"),
    VOLUME_CLAIM_TEMPLATE_LABELS("volumeClaimTemplateLabels"),
    COMMON_ANNOTATIONS("commonAnnotations"),
    VAR_REFERENCE("varReference"),
    IMAGES("images"),
    REPLICAS("replicas");

    private final String key;

    Use(String key) {
      this.key = key;
    }

    /** What it is called in a file. */
    String key() {
      return key;
    }
  }

  static final String REFERENCES = "nameReference";

  /** Nothing at all. */
  public static final FieldTable EMPTY = new FieldTable(Map.of(), List.of());

  /** What the tool does when nothing is configured. */
  public static final FieldTable DEFAULT = readDefault();

  /**
   * What comes of the defaults alone, gathered in whatever order: a handful of tables that nearly
   * every build gathers again.
   */
  private static final Map<Unconfigured, FieldTable> GATHERED = new ConcurrentHashMap<>();

  private static final Map<FieldTable, FieldTable> UNCONFIGURED = new ConcurrentHashMap<>();

  static {
    UNCONFIGURED.put(EMPTY, EMPTY);
    UNCONFIGURED.put(DEFAULT, DEFAULT);
  }

  /** Two tables, by what they are and not by what is in them. */
  private static final class Unconfigured {
    private final FieldTable first;
    private final FieldTable second;

    Unconfigured(FieldTable first, FieldTable second) {
      this.first = first;
      this.second = second;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Unconfigured that && first == that.first && second == that.second;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(first) + System.identityHashCode(second);
    }
  }

  private final Map<Use, List<FieldSpec>> lists;
  private final List<ReferenceSpec> references;
  private final int hash;

  FieldTable(Map<Use, List<FieldSpec>> lists, List<ReferenceSpec> references) {
    this.lists = Map.copyOf(lists);
    this.references = List.copyOf(references);
    this.hash = 31 * this.lists.hashCode() + this.references.hashCode();
  }

  public List<FieldSpec> get(Use list) {
    return lists.getOrDefault(list, List.of());
  }

  public List<ReferenceSpec> references() {
    return references;
  }

  /** Both together. */
  public FieldTable merge(FieldTable other) throws BuildException {
    if (!unconfigured() || !other.unconfigured()) {
      return union(other);
    }
    var both = new Unconfigured(this, other);
    FieldTable known = GATHERED.get(both);
    if (known == null) {
      FieldTable made = union(other);
      FieldTable same = UNCONFIGURED.putIfAbsent(made, made);
      known = same == null ? made : same;
      GATHERED.put(both, known);
    }
    return known;
  }

  /** Whether this very table came of the defaults alone. */
  @SuppressWarnings("ReferenceEquality")
  private boolean unconfigured() {
    return UNCONFIGURED.get(this) == this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldTable that
        && lists.equals(that.lists)
        && references.equals(that.references);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  private FieldTable union(FieldTable other) throws BuildException {
    Map<Use, List<FieldSpec>> merged = new LinkedHashMap<>();
    for (Use list : Use.values()) {
      merged.put(list, FieldSpec.merge(get(list), other.get(list)));
    }
    return new FieldTable(merged, mergeReferences(references, other.references));
  }

  /** A table with references only. */
  public static FieldTable ofReferences(List<ReferenceSpec> references) {
    return new FieldTable(Map.of(), references);
  }

  /** A table with one list only. */
  public static FieldTable of(Use list, List<FieldSpec> specs) {
    return new FieldTable(Map.of(list, specs), List.of());
  }

  private static List<ReferenceSpec> mergeReferences(
      List<ReferenceSpec> known, List<ReferenceSpec> more) throws BuildException {
    var merged = new ArrayList<>(known);
    for (ReferenceSpec reference : more) {
      int same = -1;
      for (int i = 0; i < merged.size() && same < 0; i++) {
        same = merged.get(i).sameTarget(reference) ? i : -1;
      }
      if (same < 0) {
        merged.add(reference);
      } else {
        ReferenceSpec old = merged.get(same);
        merged.set(
            same,
            new ReferenceSpec(
                old.group(),
                old.version(),
                old.kind(),
                FieldSpec.merge(old.referrers(), reference.referrers())));
      }
    }
    merged.sort(ReferenceSpec.ORDER);
    return merged;
  }

  private static FieldTable readDefault() {
    Map<Use, List<FieldSpec>> lists = new LinkedHashMap<>();
    Map<List<String>, List<FieldSpec>> references = new LinkedHashMap<>();
    for (String line : Facts.lines("fields.txt")) {
      String[] words = line.split(" ");
      if (words[0].equals(REFERENCES)) {
        String[] target = words[1].split(",", -1);
        references
            .computeIfAbsent(List.of(target), ignored -> new ArrayList<>())
            .add(spec(words[2], words[3], false));
      } else {
        for (Use list : Use.values()) {
          if (list.key.equals(words[0])) {
            lists
                .computeIfAbsent(list, ignored -> new ArrayList<>())
                .add(spec(words[1], words[2], words.length > 3));
          }
        }
      }
    }
    var specs = new ArrayList<ReferenceSpec>();
    references.forEach(
        (t, fields) -> specs.add(new ReferenceSpec(t.get(0), t.get(1), t.get(2), fields)));
    return new FieldTable(lists, specs);
  }

  private static FieldSpec spec(String gvk, String path, boolean create) {
    String[] parts = gvk.split(",", -1);
    return new FieldSpec(parts[0], parts[1], parts[2], path, create);
  }
}
