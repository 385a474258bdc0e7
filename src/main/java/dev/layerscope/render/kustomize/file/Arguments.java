package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldTable;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Selector;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects a kustomization's lists hold; each as written. */
public final class Arguments {
  private Arguments() {}

  /** {@code labels[]}. */
  public record Label(
      Map<String, String> pairs,
      boolean includeSelectors,
      boolean includeTemplates,
      boolean includeVolumeClaimTemplates,
      List<FieldSpec> fields) {
    static Label read(Mapping mapping) throws BuildException {
      var f =
          new Fields(
              mapping,
              "Label",
              Set.of(
                  "pairs",
                  "includeSelectors",
                  "includeTemplates",
                  "includeVolumeClaimTemplates",
                  "fields"));
      return new Label(
          f.texts("pairs"),
          f.flag("includeSelectors"),
          f.flag("includeTemplates"),
          f.flag("includeVolumeClaimTemplates"),
          f.objects("fields", FieldTable::spec));
    }
  }

  /** {@code patches[]} and {@code patchesJson6902[]}. */
  public record Patch(
      String path,
      String patch,
      Optional<Selector> target,
      boolean allowNameChange,
      boolean allowKindChange) {
    public static Patch read(Mapping mapping) throws BuildException {
      var f = new Fields(mapping, "Patch", Set.of("path", "patch", "target", "options"));
      var options =
          f.object(
              "options",
              m -> new Fields(m, "PatchArgs", Set.of("allowNameChange", "allowKindChange")));
      return new Patch(
          f.text("path"),
          f.text("patch"),
          f.object("target", Arguments::selector),
          options.isPresent() && options.get().flag("allowNameChange"),
          options.isPresent() && options.get().flag("allowKindChange"));
    }
  }

  /** {@code images[]}. */
  public record Image(String name, String newName, String tagSuffix, String newTag, String digest) {
    public static Image read(Mapping mapping) throws BuildException {
      var f =
          new Fields(mapping, "Image", Set.of("name", "newName", "tagSuffix", "newTag", "digest"));
      return new Image(
          f.text("name"),
          f.text("newName"),
          f.text("tagSuffix"),
          f.text("newTag"),
          f.text("digest"));
    }
  }

  /** {@code replicas[]}. */
  public record Replica(String name, long count) {
    public static Replica read(Mapping mapping) throws BuildException {
      var f = new Fields(mapping, "Replica", Set.of("name", "count"));
      return new Replica(f.text("name"), f.number("count"));
    }
  }

  /** {@code vars[]}. */
  public record Var(String name, Id target, String fieldPath) {
    static Var read(Mapping mapping) throws BuildException {
      var f = new Fields(mapping, "Var", Set.of("name", "objref", "fieldref"));
      var target =
          f.object(
              "objref",
              m ->
                  new Fields(
                      m,
                      "Target",
                      Set.of("apiVersion", "group", "version", "kind", "name", "namespace")));
      var field =
          f.object(
              "fieldref", m -> new Fields(m, "FieldSelector", Set.of("fieldPath", "fieldpath")));
      String path =
          field.isPresent() ? field.get().text("fieldPath") + field.get().text("fieldpath") : "";
      String apiVersion = target.isPresent() ? target.get().text("apiVersion") : "";
      Id id =
          target.isEmpty()
              ? new Id("", "", "", false, "", "")
              : Id.made(
                  apiVersion.isEmpty() ? target.get().text("group") : Id.group(apiVersion),
                  apiVersion.isEmpty() ? target.get().text("version") : Id.version(apiVersion),
                  target.get().text("kind"),
                  target.get().text("name"),
                  target.get().text("namespace"));
      return new Var(f.text("name"), id, path.isEmpty() ? "metadata.name" : path);
    }
  }

  /** {@code sortOptions}. */
  public record SortOptions(
      String order, Optional<List<String>> first, Optional<List<String>> last) {
    static SortOptions read(Mapping mapping) throws BuildException {
      var f = new Fields(mapping, "SortOptions", Set.of("order", "legacySortOptions"));
      var legacy =
          f.object(
              "legacySortOptions",
              m -> new Fields(m, "LegacySortOptions", Set.of("orderFirst", "orderLast")));
      return new SortOptions(
          f.text("order"),
          legacy.isPresent() ? Optional.of(legacy.get().strings("orderFirst")) : Optional.empty(),
          legacy.isPresent() ? Optional.of(legacy.get().strings("orderLast")) : Optional.empty());
    }
  }

  /** {@code generatorOptions} and {@code options} of one generator. */
  public record GeneratorOptions(
      Map<String, String> labels,
      Map<String, String> annotations,
      boolean disableNameSuffixHash,
      boolean immutable) {
    public static final GeneratorOptions NONE =
        new GeneratorOptions(Map.of(), Map.of(), false, false);

    static GeneratorOptions read(Mapping mapping) throws BuildException {
      var f =
          new Fields(
              mapping,
              "GeneratorOptions",
              Set.of("labels", "annotations", "disableNameSuffixHash", "immutable"));
      return new GeneratorOptions(
          f.texts("labels"),
          f.texts("annotations"),
          f.flag("disableNameSuffixHash"),
          f.flag("immutable"));
    }

    /** These, completed by the ones for all generators; a flag that is set anywhere is set. */
    public GeneratorOptions with(GeneratorOptions global) {
      Map<String, String> allLabels = new LinkedHashMap<>(global.labels);
      allLabels.putAll(labels);
      Map<String, String> allAnnotations = new LinkedHashMap<>(global.annotations);
      allAnnotations.putAll(annotations);
      return new GeneratorOptions(
          allLabels,
          allAnnotations,
          disableNameSuffixHash || global.disableNameSuffixHash,
          immutable || global.immutable);
    }
  }

  /** {@code configMapGenerator[]} and {@code secretGenerator[]}. */
  public record Generator(
      boolean secret,
      String name,
      String namespace,
      String behavior,
      List<String> literals,
      List<String> files,
      List<String> envs,
      GeneratorOptions options,
      String type) {
    public static Generator read(Mapping mapping, boolean secret) throws BuildException {
      Set<String> known =
          Set.of(
              "name",
              "namespace",
              "behavior",
              "literals",
              "files",
              "envs",
              "env",
              "options",
              "kvSources");
      var all = new java.util.HashSet<>(known);
      if (secret) {
        all.add("type");
      }
      var f = new Fields(mapping, secret ? "SecretArgs" : "ConfigMapArgs", all);
      var envs = new ArrayList<>(f.strings("envs"));
      if (!f.text("env").isEmpty()) {
        envs.add(f.text("env"));
      }
      return new Generator(
          secret,
          f.text("name"),
          f.text("namespace"),
          f.text("behavior"),
          f.strings("literals"),
          f.strings("files"),
          envs,
          f.object("options", GeneratorOptions::read).orElse(GeneratorOptions.NONE),
          secret ? f.text("type") : "");
    }

    /** The same with options for all generators. */
    public Generator with(GeneratorOptions global) {
      return new Generator(
          secret, name, namespace, behavior, literals, files, envs, options.with(global), type);
    }
  }

  /** How a replaced text is cut: {@code index} of what {@code delimiter} separates. */
  public record FieldOptions(String delimiter, long index, boolean create) {
    public static final FieldOptions NONE = new FieldOptions("", 0, false);

    static FieldOptions read(Mapping mapping) throws BuildException {
      var f =
          new Fields(mapping, "FieldOptions", Set.of("delimiter", "index", "encoding", "create"));
      return new FieldOptions(f.text("delimiter"), f.number("index"), f.flag("create"));
    }
  }

  /** Where a replacement takes its value. */
  public record Source(Id selector, String fieldPath, FieldOptions options) {
    static Source read(Mapping mapping) throws BuildException {
      var f =
          new Fields(
              mapping,
              "SourceSelector",
              Set.of("group", "version", "kind", "name", "namespace", "fieldPath", "options"));
      return new Source(
          new Id(
              f.text("group"),
              f.text("version"),
              f.text("kind"),
              false,
              f.text("name"),
              f.text("namespace")),
          f.text("fieldPath").isEmpty() ? "metadata.name" : f.text("fieldPath"),
          f.object("options", FieldOptions::read).orElse(FieldOptions.NONE));
    }
  }

  /** Where a replacement puts it. */
  public record Target(
      Optional<Selector> select,
      List<Selector> reject,
      List<String> fieldPaths,
      FieldOptions options) {
    static Target read(Mapping mapping) throws BuildException {
      var f =
          new Fields(
              mapping, "TargetSelector", Set.of("select", "reject", "fieldPaths", "options"));
      List<String> paths = f.strings("fieldPaths");
      return new Target(
          f.object("select", Arguments::selector),
          f.objects("reject", Arguments::selector),
          paths.isEmpty() ? List.of("metadata.name") : paths,
          f.object("options", FieldOptions::read).orElse(FieldOptions.NONE));
    }
  }

  /** {@code replacements[]}: inline, or in a file. */
  public record Replacement(
      String path, Optional<Source> source, Optional<String> sourceValue, List<Target> targets) {
    public static Replacement read(Mapping mapping) throws BuildException {
      var f =
          new Fields(
              mapping, "ReplacementField", Set.of("path", "source", "sourceValue", "targets"));
      return new Replacement(
          f.text("path"),
          f.object("source", Source::read),
          f.has("sourceValue") ? Optional.of(f.text("sourceValue")) : Optional.empty(),
          f.objects("targets", Target::read));
    }
  }

  /** A selector with regular expressions. */
  public static Selector selector(Mapping mapping) throws BuildException {
    var f =
        new Fields(
            mapping,
            "Selector",
            Set.of(
                "group",
                "version",
                "kind",
                "name",
                "namespace",
                "labelSelector",
                "annotationSelector"));
    return new Selector(
        f.text("group"),
        f.text("version"),
        f.text("kind"),
        f.text("name"),
        f.text("namespace"),
        f.text("labelSelector"),
        f.text("annotationSelector"));
  }
}
