package dev.layerscope.edit.origin;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.generator.GitDirectories;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.Spliced;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory a git generator makes an Application of.
 *
 * @param list of the generator's directories, in the file of the set
 * @param named where the list names this directory itself, beside others; -1 for a pattern
 */
record SetFolder(YamlPath list, String directory, int named) {

  /** The only directory the Application can have been made of, in all generators of its set. */
  static Optional<SetFolder> of(GeneratedBy generated) {
    var found = new ArrayList<SetFolder>();
    generated
        .written()
        .at("spec", "generators")
        .ifPresent(generators ->
            collect(
                generated,
                generators,
                YamlPath.root(generated.set().document()).down("spec", "generators"),
                found));
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The file of the set without the directory. */
  Spliced leftOut(String text, boolean rendered) {
    if (named >= 0) {
      YamlPath item = list.item(named);
      return rendered ? Splice.delete(text, item) : Splice.deleteAsWritten(text, item);
    }
    Map<String, Node> item = new LinkedHashMap<>();
    item.put("path", Scalar.of(directory));
    item.put("exclude", Scalar.plain("true"));
    return rendered
        ? Splice.append(text, list, Mapping.of(item))
        : Splice.appendAsWritten(text, list, Mapping.of(item));
  }

  /** Generators hang in generators. */
  private static void collect(GeneratedBy generated, Node node, YamlPath at, List<SetFolder> into) {
    switch (node) {
      case Scalar ignored -> {}
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          collect(generated, sequence.items().get(i), at.item(i), into);
        }
      }
      case Mapping mapping -> {
        for (Mapping.Entry entry : mapping.entries()) {
          String key = entry.name();
          if (key.equals("git")) {
            directories(generated, entry.value(), at.down("git", "directories"), into);
          } else if (key.equals("matrix") || key.equals("merge") || key.equals("generators")) {
            collect(generated, entry.value(), at.down(key), into);
          }
        }
      }
    }
  }

  private static void directories(
      GeneratedBy generated, Node generator, YamlPath list, List<SetFolder> into) {
    List<Mapping> items = ApplicationSet.mappings(generator.at("directories"));
    Optional<Snapshot> snapshot = snapshot(generated, generator);
    if (items.isEmpty() || snapshot.isEmpty()) {
      return;
    }
    List<String> include = paths(items, false);
    for (String directory :
        GitDirectories.matching(
            GitDirectories.all(snapshot.get(), true), include, paths(items, true))) {
      if (generated.fits(element(generated, snapshot.get(), directory))) {
        boolean alone = include.size() == 1;
        into.add(new SetFolder(list, directory, alone ? -1 : named(items, directory)));
      }
    }
  }

  private static List<String> paths(List<Mapping> items, boolean exclude) {
    return items.stream()
        .filter(item -> ApplicationSet.isTrue(item.get("exclude")) == exclude)
        .map(item -> item.textAt("path").orElse(""))
        .toList();
  }

  private static int named(List<Mapping> items, String directory) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).textAt("path").equals(Optional.of(directory))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Snapshot> snapshot(GeneratedBy generated, Node generator) {
    Optional<Clone> clone =
        generator.textAt("repoURL").flatMap(url -> generated.ground().cloneOf(new RepoUrl(url)));
    return clone.flatMap(c ->
        c.resolve(generator.textAt("revision")) instanceof Resolution.Resolved(var revision)
            ? c.snapshot(revision.commit())
            : Optional.empty());
  }

  /** A directory as templates see it: its place and nothing else. */
  private static SetElement element(GeneratedBy generated, Snapshot at, String directory) {
    Branch branch = generated.set().branch();
    TreePath inside = TreePath.of(directory).child("-");
    return new SetElement(at, branch, inside, YamlPath.root(0), Mapping.EMPTY, true);
  }
}
