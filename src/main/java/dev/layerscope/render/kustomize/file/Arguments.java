package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.field.ConfiguredFields;
import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Selector;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public static Label read(Unread unread) throws BuildException {
      var f =
          unread.of(
              "Label",
              "pairs",
              "includeSelectors",
              "includeTemplates",
              "includeVolumeClaimTemplates",
              "fields");
      return new Label(
          f.texts("pairs"),
          f.flag("includeSelectors"),
          f.flag("includeTemplates"),
          f.flag("includeVolumeClaimTemplates"),
          f.objects("fields", field -> ConfiguredFields.spec(field.mapping())));
    }
  }

  /** {@code patches[]} and {@code patchesJson6902[]}. */
  public record Patch(
      String path,
      String patch,
      Optional<Selector> target,
      boolean allowNameChange,
      boolean allowKindChange) {
    public static Patch read(Unread unread) throws BuildException {
      var f = unread.of("Patch", "path", "patch", "target", "options");
      var options =
          f.object("options", m -> m.of("PatchArgs", "allowNameChange", "allowKindChange"));
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
    public static Image read(Unread unread) throws BuildException {
      var f = unread.of("Image", "name", "newName", "tagSuffix", "newTag", "digest");
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
    public static Replica read(Unread unread) throws BuildException {
      var f = unread.of("Replica", "name", "count");
      return new Replica(f.text("name"), f.number("count"));
    }
  }

  /** {@code vars[]}. */
  public record Var(String name, Id target, String fieldPath) {
    static Var read(Unread unread) throws BuildException {
      var f = unread.of("Var", "name", "objref", "fieldref");
      var target =
          f.object(
              "objref",
              m -> m.of("Target", "apiVersion", "group", "version", "kind", "name", "namespace"));
      var field = f.object("fieldref", m -> m.of("FieldSelector", "fieldPath", "fieldpath"));
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
    static SortOptions read(Unread unread) throws BuildException {
      var f = unread.of("SortOptions", "order", "legacySortOptions");
      var legacy =
          f.object("legacySortOptions", m -> m.of("LegacySortOptions", "orderFirst", "orderLast"));
      return new SortOptions(
          f.text("order"),
          legacy.isPresent() ? Optional.of(legacy.get().strings("orderFirst")) : Optional.empty(),
          legacy.isPresent() ? Optional.of(legacy.get().strings("orderLast")) : Optional.empty());
    }
  }

  /** A selector with regular expressions. */
  public static Selector selector(Unread unread) throws BuildException {
    var f =
        unread.of(
            "Selector",
            "group",
            "version",
            "kind",
            "name",
            "namespace",
            "labelSelector",
            "annotationSelector");
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
