package dev.layerscope.render.kustomize.field;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files that a kustomization names under {@code configurations}. */
public final class ConfiguredFields {
  private static final Set<String> FIELD = Set.of("group", "version", "kind", "path", "create");
  private static final Set<String> REFERENCE = Set.of("group", "version", "kind", "fieldSpecs");

  private ConfiguredFields() {}

  /**
   * @throws BuildException in the words of the tool, when it holds something unknown
   */
  public static FieldTable read(Mapping file) throws BuildException {
    for (String key : file.keys()) {
      if (!key.equals(FieldTable.REFERENCES)
          && Arrays.stream(FieldTable.Use.values()).noneMatch(use -> use.key().equals(key))) {
        throw unknown(key);
      }
    }
    Map<FieldTable.Use, List<FieldSpec>> lists = new LinkedHashMap<>();
    for (FieldTable.Use list : FieldTable.Use.values()) {
      var specs = new ArrayList<FieldSpec>();
      for (Mapping entry : mappings(file, list.key())) {
        demandKnown(entry, FIELD);
        specs.add(spec(entry));
      }
      specs.sort(FieldSpec.ORDER);
      lists.put(list, specs);
    }
    var references = new ArrayList<ReferenceSpec>();
    for (Mapping entry : mappings(file, FieldTable.REFERENCES)) {
      var referrers = new ArrayList<FieldSpec>();
      demandKnown(entry, REFERENCE);
      for (Mapping referrer : mappings(entry, "fieldSpecs")) {
        demandKnown(referrer, FIELD);
        referrers.add(spec(referrer));
      }
      references.add(
          new ReferenceSpec(
              text(entry, "group"), text(entry, "version"), text(entry, "kind"), referrers));
    }
    return new FieldTable(lists, references);
  }

  /** Files of configurations are read strictly, but for upper and lower case. */
  private static void demandKnown(Mapping entry, Set<String> known) throws BuildException {
    for (String key : entry.keys()) {
      if (known.stream().noneMatch(key::equalsIgnoreCase)) {
        throw unknown(key);
      }
    }
  }

  private static BuildException unknown(String key) {
    return new BuildException(
        "error unmarshaling JSON: while decoding JSON: json: unknown field \"" + key + "\"");
  }

  /** A field as configurations and {@code labels[].fields} write it. */
  public static FieldSpec spec(Mapping entry) {
    boolean create =
        entry
            .get("create")
            .map(n -> n instanceof Scalar s && ArgoScalars.read(s).equals(new Value.Bool(true)))
            .orElse(false);
    return new FieldSpec(
        text(entry, "group"),
        text(entry, "version"),
        text(entry, "kind"),
        text(entry, "path"),
        create);
  }

  private static List<Mapping> mappings(Mapping file, String key) throws BuildException {
    Node list = file.get(key).orElse(Sequence.of(List.of()));
    if (list.isNull()) {
      return List.of();
    }
    if (!(list instanceof Sequence sequence)
        || !sequence.items().stream().allMatch(Mapping.class::isInstance)) {
      throw new BuildException(
          "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal into Go struct"
              + " field TransformerConfig."
              + key);
    }
    return sequence.items().stream().map(Mapping.class::cast).toList();
  }

  private static String text(Mapping mapping, String key) {
    return mapping.textAt(key).orElse("");
  }
}
