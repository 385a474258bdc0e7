package dev.layerscope.edit.draft;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Branch;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an Application, or a set of them, is written: a file on a branch, and the folder it is read
 * with.
 *
 * @param nodes the Application, once for each cluster that reads the file
 * @param host the folder; empty for a root's own manifest
 * @param document which of the file's documents it is
 * @param template whether it is only rendered from the file, which is a template of a chart
 */
public record Declaration(
    List<HierarchyNode> nodes,
    RepoUrl repository,
    Branch branch,
    Snapshot snapshot,
    TreePath path,
    Optional<Host> host,
    String text,
    int document,
    boolean template) {
  /** So many digits of a commit tell it apart for a reader. */
  private static final int SHORT = 7;

  public HierarchyNode node() {
    return nodes.getFirst();
  }

  /** {@code deps/aurora.yaml of my-cluster on dev}. */
  public String described() {
    return path + " of " + repository.shortName() + " on " + branch.name();
  }

  /** For what can only be done to a file that says what it declares. */
  public Declaration writtenOut() throws RefusedException {
    if (template) {
      throw new RefusedException(
          described() + " is a template: what it declares depends on its values.",
          "Change it there by hand.");
    }
    return this;
  }

  public boolean alone() {
    return Yaml.isOne(text);
  }

  /**
   * Finds it.
   *
   * @param name {@code [ROOT//][NAMESPACE/]NAME}
   */
  public static Declaration find(Ground ground, String name) throws RefusedException {
    return of(ground, ApplicationName.nodes(ground.hierarchy(), name));
  }

  /** The one declaration of some nodes; several files are several places to change. */
  public static Declaration of(Ground ground, List<HierarchyNode> nodes) throws RefusedException {
    Optional<Edge> first = Optional.empty();
    Set<String> places = new TreeSet<>();
    for (HierarchyNode node : nodes) {
      for (Edge edge : ground.hierarchy().declarationsOf(node.id())) {
        Location at = edge.declaredIn();
        String commit = at.revision().substring(0, Math.min(SHORT, at.revision().length()));
        places.add(new RepoUrl(at.repoUrl()).shortName() + ":" + at.path() + "@" + commit);
        first = first.or(() -> Optional.of(edge));
      }
    }
    HierarchyNode node = nodes.getFirst();
    if (places.size() > 1) {
      throw new RefusedException(
          node.name() + " is declared in several files: " + String.join(", ", places) + ".",
          "Name the one meant: ROOT//NAMESPACE/NAME.");
    }
    Edge edge = first.orElseThrow();
    if (edge.declaredIn().repoUrl().isEmpty()) {
      throw new RefusedException(
          node.name()
              + " is declared beside the workspace file, in "
              + edge.declaredIn().pathAndLine()
              + ", which no commit changes.",
          "Change it there by hand.");
    }
    return of(ground, nodes, edge);
  }

  private static Declaration of(Ground ground, List<HierarchyNode> nodes, Edge edge)
      throws RefusedException {
    Location at = edge.declaredIn();
    var url = new RepoUrl(at.repoUrl());
    TreePath path = TreePath.clean(at.path()).orElse(TreePath.ROOT);
    Optional<Host> host = Optional.empty();
    Optional<Branch> branch;
    if (edge.from().isPresent()) {
      NodeId parent = edge.from().get();
      HierarchyNode by = ground.hierarchy().get(parent);
      host = Optional.of(new HostSearch(ground).declaring(by, at, nodes.getFirst().name()));
      branch = host.map(Host::branch);
    } else {
      branch =
          ground.hierarchy().roots().stream()
              .filter(root -> root.declared().contains(edge.to()))
              .flatMap(root -> rootBranch(ground, url, root).stream())
              .findFirst();
    }
    Optional<Snapshot> snapshot =
        branch.flatMap(b -> ground.cloneOf(url).flatMap(c -> c.snapshot(b.commit())));
    if (branch.isEmpty() || snapshot.isEmpty() || branch.get().diverged()) {
      throw new RefusedException(
          at.pathAndLine()
              + " of "
              + url.display()
              + " is not read from a branch that could be written to.",
          "");
    }
    String where = path + " of " + url.shortName();
    String text = new FileDraft(where, snapshot).text(path);
    String name = nodes.getFirst().name();
    String kind = nodes.getFirst().kind().text();
    boolean template =
        host.filter(Host::isChart).isPresent() && Yaml.document(text, kind, name).isEmpty();
    int document = template ? 0 : Yaml.document(text, kind, name, where);
    return new Declaration(
        nodes,
        snapshot.get().url(),
        branch.get(),
        snapshot.get(),
        path,
        host,
        text,
        document,
        template);
  }

  private static Optional<Branch> rootBranch(Ground ground, RepoUrl url, ResolvedRoot root) {
    return root.revision()
        .map(Revision::ref)
        .filter(ref -> !ref.startsWith("refs/tags/"))
        .flatMap(ref -> ground.branch(url, HostSearch.branchName(ref)));
  }
}
