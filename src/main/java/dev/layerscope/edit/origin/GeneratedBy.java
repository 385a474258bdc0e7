package dev.layerscope.edit.origin;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The ApplicationSet behind an Application, as it is written, and the elements its Applications are
 * made of. Which element is the Application's is told by its name, sources and destination; that it
 * is the right one, and the only Application made of it, is for the preview to show.
 *
 * @param set where the set itself is written
 * @param applications the one that is meant, once for each cluster that has it
 */
public record GeneratedBy(Ground ground, Declaration set, List<HierarchyNode> applications) {
  private static final List<List<String>> TELLING =
      List.of(
          List.of("metadata", "name"),
          List.of("metadata", "namespace"),
          List.of("spec", "source", "repoURL"),
          List.of("spec", "source", "path"),
          List.of("spec", "source", "targetRevision"),
          List.of("spec", "destination", "server"),
          List.of("spec", "destination", "name"),
          List.of("spec", "destination", "namespace"));

  public GeneratedBy {
    applications = List.copyOf(applications);
  }

  /** The set behind an Application; empty when it is declared by itself. */
  public static Optional<GeneratedBy> of(Ground ground, String name) throws RefusedException {
    List<HierarchyNode> nodes = ApplicationName.nodes(ground.hierarchy(), name);
    var sets = new LinkedHashSet<HierarchyNode>();
    for (HierarchyNode node : nodes) {
      for (Edge edge : ground.hierarchy().declarationsOf(node.id())) {
        Optional<HierarchyNode> parent = edge.from().map(ground.hierarchy()::get);
        if (parent.filter(p -> p.kind() == NodeKind.APPLICATION_SET).isEmpty()) {
          return Optional.empty();
        }
        sets.add(parent.get());
      }
    }
    return sets.isEmpty()
        ? Optional.empty()
        : Optional.of(new GeneratedBy(ground, Declaration.of(ground, List.copyOf(sets)), nodes));
  }

  public HierarchyNode application() {
    return applications.getFirst();
  }

  /** The set as its file says it. */
  Node written() {
    return Yaml.roots(set.text()).get(set.document()).orElse(Mapping.EMPTY);
  }

  /** A text of the template. */
  Optional<SetTemplate> template(List<String> keys) {
    return template(written(), keys);
  }

  private static Optional<SetTemplate> template(Node set, List<String> keys) {
    return set.at("spec", "template")
        .flatMap(template -> SetTemplate.value(template, keys))
        .map(SetTemplate::new);
  }

  /** Whether the Application is the only one of its set. */
  boolean alone() {
    return ground.hierarchy().childrenOf(set.node().id()).size() == 1;
  }

  /** The set's own document. */
  SetElement itself() {
    Mapping whole = written() instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    return new SetElement(
        set.snapshot(), set.branch(), set.path(), YamlPath.root(set.document()), whole, false);
  }

  /** The element the Application is made of, and no other of its sort can be. */
  Optional<SetElement> element() throws RefusedException {
    List<SetElement> fitting = elements().stream().filter(this::fits).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /** Whether the Application may have been made of an element. */
  boolean fits(SetElement element) {
    Node set = written();
    Node rendered = application().manifest().root();
    for (List<String> keys : TELLING) {
      Optional<SetTemplate> template = template(set, keys);
      Optional<String> now = SetTemplate.value(rendered, keys);
      if (template.isPresent()
          && now.isPresent()
          && !template.get().fits(now.get(), element::value)) {
        return false;
      }
    }
    return true;
  }

  private List<SetElement> elements() throws RefusedException {
    var elements = new ArrayList<SetElement>();
    YamlPath generators = YamlPath.root(set.document()).down("spec", "generators");
    Optional<Node> written = written().at("spec", "generators");
    if (written.isPresent()) {
      collect(written.get(), generators, elements);
    }
    return elements;
  }

  /** Generators hang in generators. */
  private void collect(Node node, YamlPath at, List<SetElement> into) throws RefusedException {
    switch (node) {
      case Scalar ignored -> {}
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          collect(sequence.items().get(i), at.item(i), into);
        }
      }
      case Mapping mapping -> {
        for (Mapping.Entry entry : mapping.entries()) {
          String key = entry.name();
          if (key.equals("list")) {
            list(entry.value(), at.down("list", "elements"), into);
          } else if (key.equals("git")) {
            files(entry.value(), into);
          } else if (key.equals("matrix") || key.equals("merge") || key.equals("generators")) {
            collect(entry.value(), at.down(key), into);
          }
        }
      }
    }
  }

  private void list(Node generator, YamlPath at, List<SetElement> into) {
    List<Node> items =
        generator.at("elements").orElse(Mapping.EMPTY) instanceof Sequence elements
            ? elements.items()
            : List.of();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Mapping element) {
        into.add(
            new SetElement(set.snapshot(), set.branch(), set.path(), at.item(i), element, false));
      }
    }
  }

  private void files(Node generator, List<SetElement> into) throws RefusedException {
    Optional<Clone> clone =
        generator.textAt("repoURL").flatMap(u -> ground.cloneOf(new RepoUrl(u)));
    if (clone.isEmpty()
        || !(generator.at("files").orElse(Mapping.EMPTY) instanceof Sequence files)
        || !(clone.get().resolve(generator.textAt("revision"))
            instanceof Resolution.Resolved(var revision))) {
      return;
    }
    Optional<Branch> branch = clone.get().branch(HostSearch.branchName(revision.ref()));
    Optional<Snapshot> snapshot = branch.flatMap(b -> clone.get().snapshot(b.commit()));
    if (branch.isEmpty() || snapshot.isEmpty() || branch.get().diverged()) {
      return;
    }
    for (Node file : files.items()) {
      for (TreeEntry entry : candidates(snapshot.get(), file.textAt("path").orElse(""))) {
        String text = new FileDraft("", snapshot).text(entry.path());
        if (Yaml.roots(text).stream().findFirst().flatMap(r -> r).orElse(Scalar.of(""))
            instanceof Mapping whole) {
          into.add(
              new SetElement(
                  snapshot.get(), branch.get(), entry.path(), YamlPath.root(0), whole, true));
        }
      }
    }
  }

  /** Files below what a pattern says before its first star, of the name it ends with. */
  private static List<TreeEntry> candidates(Snapshot snapshot, String pattern) {
    String start = pattern.replaceFirst("[*?\\[{\\\\].*", "");
    String last = pattern.substring(pattern.lastIndexOf('/') + 1);
    String ending = last.substring(Math.max(last.lastIndexOf('*'), last.lastIndexOf('}')) + 1);
    String folder = start.equals(pattern) ? start : start.substring(0, start.lastIndexOf('/') + 1);
    return TreePath.clean(folder)
        .flatMap(snapshot::find)
        .map(found ->
            found.isFile()
                ? List.of(found)
                : snapshot.walk(found, below -> true).stream()
                    .filter(TreeEntry::isFile)
                    .filter(entry -> entry.path().name().endsWith(ending))
                    .toList())
        .orElse(List.of());
  }
}
