package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Selector;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.List;
import java.util.Optional;

/** {@code replacements[]}: inline, or in a file. */
public record Replacement(
    String path, Optional<Source> source, Optional<String> sourceValue, List<Target> targets) {

  /** How a replaced text is cut: {@code index} of what {@code delimiter} separates. */
  public record FieldOptions(String delimiter, long index, boolean create) {
    public static final FieldOptions NONE = new FieldOptions("", 0, false);

    static FieldOptions read(Unread unread) throws BuildException {
      var f = unread.of("FieldOptions", "delimiter", "index", "encoding", "create");
      return new FieldOptions(f.text("delimiter"), f.number("index"), f.flag("create"));
    }
  }

  /** Where a replacement takes its value. */
  public record Source(Id selector, String fieldPath, FieldOptions options) {
    static Source read(Unread unread) throws BuildException {
      var f =
          unread.of(
              "SourceSelector",
              "group",
              "version",
              "kind",
              "name",
              "namespace",
              "fieldPath",
              "options");
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
    static Target read(Unread unread) throws BuildException {
      var f = unread.of("TargetSelector", "select", "reject", "fieldPaths", "options");
      List<String> paths = f.strings("fieldPaths");
      return new Target(
          f.object("select", Arguments::selector),
          f.objects("reject", Arguments::selector),
          paths.isEmpty() ? List.of("metadata.name") : paths,
          f.object("options", FieldOptions::read).orElse(FieldOptions.NONE));
    }
  }

  public static Replacement read(Unread unread) throws BuildException {
    var f = unread.of("ReplacementField", "path", "source", "sourceValue", "targets");
    return new Replacement(
        f.text("path"),
        f.object("source", Source::read),
        f.has("sourceValue") ? Optional.of(f.text("sourceValue")) : Optional.empty(),
        f.objects("targets", Target::read));
  }
}
