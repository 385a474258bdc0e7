package dev.layerscope.render;

import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code .argocd-source.yaml} and {@code .argocd-source-APP.yaml}: files in the app directory that
 * change the source they belong to (specification §2.2). Argo CD Image Updater writes them.
 */
final class OverrideFiles {
  private static final Set<String> BLOCKS = Set.of("kustomize", "helm", "directory", "plugin");
  private static final Set<String> NOT_MAPPINGS =
      Set.of("repoURL", "path", "targetRevision", "chart", "ref", "name");

  private static final String OF_ALL = ".argocd-source.yaml";
  private static final String OF_ONE = ".argocd-source-";

  private OverrideFiles() {}

  /** The source to render, or what Argo CD says about an override file. */
  sealed interface Effective {
    /**
     * @param findings about fields that change nothing
     */
    record Merged(Source source, List<Finding> findings) implements Effective {}

    record Unreadable(Finding finding) implements Effective {}
  }

  /**
   * Applies the files that are there. The blocks that are merely empty in the Application are gone
   * already.
   *
   * @param instanceName asked for only where some Application has a file of its own
   */
  static Effective apply(
      Source source, Snapshot snapshot, TreeEntry directory, Supplier<String> instanceName) {
    Source merged = source;
    var findings = new ArrayList<Finding>();
    for (String name : names(snapshot, directory, instanceName)) {
      TreePath path = directory.path().child(name);
      if (!(snapshot.follow(path) instanceof Snapshot.Target.Found found)
          || !found.entry().isFile()) {
        continue;
      }
      switch (patch(snapshot, found.entry())) {
        case Patch.Wrong wrong -> {
          return unreadable(snapshot, path, wrong);
        }
        case Patch.Right right -> {
          merged = merge(merged, right.root());
          nulls(right.root(), "", Origin.of(snapshot, path), findings);
        }
      }
    }
    return new Effective.Merged(merged, List.copyOf(findings));
  }

  private static List<String> names(
      Snapshot snapshot, TreeEntry directory, Supplier<String> instanceName) {
    boolean someHaveTheirOwn =
        snapshot.list(directory).stream().anyMatch(entry -> entry.name().startsWith(OF_ONE));
    if (!someHaveTheirOwn) {
      return List.of(OF_ALL);
    }
    String name = instanceName.get();
    return name.isEmpty() || name.contains("/")
        ? List.of(OF_ALL)
        : List.of(OF_ALL, OF_ONE + name + ".yaml");
  }

  private static void nulls(Mapping patch, String where, Origin file, List<Finding> findings) {
    for (Mapping.Entry entry : patch.entries()) {
      String name = where + entry.name();
      if (entry.value() instanceof Mapping below) {
        nulls(below, name + ".", file, findings);
      } else if (entry.value().isNull()) {
        findings.add(
            Finding.of(
                FindingCode.OVERRIDE_NULL_WARNING,
                name + " is null, which changes nothing: Argo CD keeps what it has",
                file.line(entry.key().place().line())));
      }
    }
  }

  private static Effective unreadable(Snapshot snapshot, TreePath path, Patch.Wrong wrong) {
    return new Effective.Unreadable(
        Finding.of(
            FindingCode.OVERRIDE_FILE_UNREADABLE_ERROR,
            "error while parsing source parameters: " + path + ": " + wrong.message(),
            Origin.of(snapshot, path).line(wrong.line())));
  }

  private sealed interface Patch {
    record Right(Mapping root) implements Patch {}

    record Wrong(int line, String message) implements Patch {}
  }

  /** Only the first document counts, as everywhere where a whole file is converted to JSON. */
  private static Patch patch(Snapshot snapshot, TreeEntry file) {
    List<Document> documents = YamlReader.read(snapshot.read(file), Reading.ARGO);
    if (documents.isEmpty() || documents.getFirst() instanceof Document.Empty) {
      // null as a patch makes the whole source null, and decoding that changes nothing.
      return new Patch.Right(Mapping.EMPTY);
    }
    return switch (documents.getFirst()) {
      case Document.Empty ignored -> new Patch.Right(Mapping.EMPTY);
      case Document.Broken broken -> new Patch.Wrong(broken.line(), "yaml: " + broken.message());
      case Document.Content content ->
          content.root() instanceof Mapping root ? checked(root) : notAnObject(content);
    };
  }

  private static Patch notAnObject(Document.Content content) {
    return new Patch.Wrong(content.line(), "Invalid JSON Patch");
  }

  private static Patch checked(Mapping root) {
    for (Mapping.Entry entry : root.entries()) {
      boolean block = BLOCKS.contains(entry.name());
      boolean wrong =
          block && !(entry.value() instanceof Mapping) && !entry.value().isNull()
              || NOT_MAPPINGS.contains(entry.name())
                  && entry.value().asText().isEmpty()
                  && !entry.value().isNull();
      if (wrong) {
        String kind =
            entry.value() instanceof Sequence
                ? "array"
                : entry.value() instanceof Mapping ? "object" : "value";
        return new Patch.Wrong(
            entry.key().place().line(),
            "json: cannot unmarshal %s into Go struct field ApplicationSource.%s"
                .formatted(kind, entry.name()));
      }
      Optional<Patch> inner =
          entry.value() instanceof Mapping mapping
              ? listFields(entry.name(), mapping)
              : Optional.empty();
      if (inner.isPresent()) {
        return inner.get();
      }
    }
    return new Patch.Right(root);
  }

  /** Fields that are lists in every version; anything else in their place is an error. */
  private static Optional<Patch> listFields(String block, Mapping mapping) {
    for (String field :
        List.of("images", "patches", "components", "replicas", "valueFiles", "parameters")) {
      Optional<Mapping.Entry> entry = mapping.entry(field);
      if (entry.isPresent()
          && !block.equals("plugin")
          && !(entry.get().value() instanceof Sequence)
          && !entry.get().value().isNull()) {
        return Optional.of(
            new Patch.Wrong(
                entry.get().key().place().line(),
                "json: cannot unmarshal value into Go struct field ApplicationSource.%s.%s"
                    .formatted(block, field)));
      }
    }
    return Optional.empty();
  }

  private static Source merge(Source source, Mapping patch) {
    return new Source(
        source.repoURL(),
        source.path(),
        source.targetRevision(),
        source.chart(),
        patch.textAt("ref").or(source::ref),
        block(source.kustomize(), patch, "kustomize"),
        block(source.helm(), patch, "helm"),
        block(source.directory(), patch, "directory"),
        block(source.plugin(), patch, "plugin"),
        source.line(),
        patch.textAt("tagPrefix").or(source::tagPrefix));
  }

  private static Optional<Mapping> block(Optional<Mapping> declared, Mapping patch, String name) {
    return patch
        .mapping(name)
        .map(over -> merge(declared.orElse(Mapping.EMPTY), over))
        .or(() -> declared);
  }

  /**
   * A JSON merge patch, with one difference that Argo CD makes: it decodes the result over the old
   * value, so what a {@code null} removed from the text stays in the value.
   */
  private static Mapping merge(Mapping declared, Mapping patch) {
    Mapping merged = declared;
    for (Mapping.Entry entry : patch.entries()) {
      Node value = entry.value();
      if (value.isNull()) {
        continue;
      }
      if (value instanceof Mapping over) {
        value = merge(merged.mapping(entry.name()).orElse(Mapping.EMPTY), over);
      }
      merged = merged.with(entry.name(), value);
    }
    return merged;
  }
}
