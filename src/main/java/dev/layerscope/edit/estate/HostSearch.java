package dev.layerscope.edit.estate;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.SourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the folder a root or layer declares its Applications in: the source of its {@code -deps}
 * Application, on the environment's branch.
 */
public final class HostSearch {
  private final Ground ground;
  private final HostCandidates candidates;
  private final List<String> notes = new ArrayList<>();

  public HostSearch(Ground ground) {
    this.ground = ground;
    candidates = new HostCandidates(ground);
  }

  /** What is good to know about the folder found. */
  public List<String> notes() {
    return notes;
  }

  /** One way a folder is read. */
  private record Reading(String repository, String path, String ref) {}

  public Host find(String in) throws RefusedException {
    return find(in, ignored -> false);
  }

  /**
   * @param telling of several folders the one that declares such an Application is meant
   */
  public Host find(String in, Predicate<HierarchyNode> telling) throws RefusedException {
    Map<Reading, List<HierarchyNode>> readings = new LinkedHashMap<>();
    for (HierarchyNode node : candidates.declaring(in)) {
      ResolvedSource source = HostCandidates.writable(node).orElseThrow();
      Reading reading =
          new Reading(
              source.repository(),
              source.declared().path().orElse(""),
              source.revision().orElseThrow().ref());
      readings.computeIfAbsent(reading, unused -> new ArrayList<>()).add(node);
    }
    if (readings.isEmpty()) {
      throw new RefusedException(
          "“"
              + in
              + "” has no Application in "
              + ground.environment()
              + " whose folder of manifests could be written to.",
          whyNone(in));
    }
    List<Map.Entry<Reading, List<HierarchyNode>>> all =
        readings.entrySet().stream().filter(e -> isOfEnvironment(e.getKey())).toList();
    List<Map.Entry<Reading, List<HierarchyNode>>> told =
        all.stream().filter(e -> declares(e.getValue(), telling)).toList();
    var here = told.isEmpty() ? all : told;
    if (here.size() != 1) {
      String found =
          readings.entrySet().stream()
              .map(e ->
                  e.getValue().getFirst().name()
                      + " ("
                      + e.getKey().path()
                      + " of "
                      + e.getKey().repository()
                      + " at "
                      + branchName(e.getKey().ref())
                      + ")")
              .collect(Collectors.joining(", "));
      throw new RefusedException(
          here.isEmpty()
              ? "Nothing of “" + in + "” is read at the branch of " + ground.environment() + "."
              : "“" + in + "” declares Applications in more than one place.",
          "Found: " + found + "." + rather(in, here));
    }
    ResolvedSource source =
        HostCandidates.writable(here.getFirst().getValue().getFirst()).orElseThrow();
    return host(here.getFirst().getKey(), source, readers(source));
  }

  private boolean declares(List<HierarchyNode> nodes, Predicate<HierarchyNode> telling) {
    return nodes.stream()
        .flatMap(n -> ground.hierarchy().childrenOf(n.id()).stream())
        .anyMatch(telling);
  }

  /** Which root says which of several folders is meant. */
  private String rather(String in, List<Map.Entry<Reading, List<HierarchyNode>>> here) {
    List<String> roots =
        here.stream()
            .flatMap(e -> e.getValue().stream())
            .flatMap(
                n -> ground.hierarchy().roots().stream().filter(r -> r.declared().contains(n.id())))
            .map(ResolvedRoot::name)
            .filter(name -> !name.equals(in))
            .distinct()
            .toList();
    return roots.isEmpty() ? "" : " Name the root that is meant: " + String.join(", ", roots) + ".";
  }

  /** Every Application that reads a folder: what is written there reaches them all. */
  private List<HierarchyNode> readers(ResolvedSource source) {
    return ground.hierarchy().nodes().stream()
        .filter(n -> n.dormant().isEmpty())
        .filter(n ->
            n.sources().stream()
                .anyMatch(s ->
                    s.repository().equals(source.repository())
                        && s.declared().path().equals(source.declared().path())
                        && s.revision().equals(source.revision())))
        .toList();
  }

  /** The folder an Application is declared in: a source of the parent that declares it. */
  public Host declaring(HierarchyNode parent, Location declaredIn, String name)
      throws RefusedException {
    for (ResolvedSource source : parent.sources()) {
      boolean here =
          source.repository().equals(declaredIn.repoUrl())
              && source.revision().filter(r -> r.commit().equals(declaredIn.revision())).isPresent()
              && HostCandidates.isWritable(source);
      if (here) {
        Revision revision = source.revision().orElseThrow();
        String path = source.declared().path().orElse("");
        return host(
            new Reading(source.repository(), path, revision.ref()), source, readers(source));
      }
    }
    throw parent.kind() == NodeKind.APPLICATION_SET
        ? new RefusedException(
            name
                + " is generated by the ApplicationSet "
                + parent.name()
                + " in "
                + declaredIn.pathAndLine()
                + " of "
                + new RepoUrl(declaredIn.repoUrl()).shortName()
                + ", and has no declaration of its own.",
            "Change the generator or the template there, or what the generator reads.")
        : new RefusedException(
            parent.name() + " declares " + name + " in a form that cannot be written to.",
            "It is in " + declaredIn.pathAndLine() + ".");
  }

  /** Where new files go: a chart keeps what it renders among its templates. */
  private static TreePath folder(ResolvedSource source) {
    TreePath path = TreePath.clean(source.declared().path().orElse("")).orElse(TreePath.ROOT);
    return source.type() == SourceType.HELM ? path.child("templates") : path;
  }

  private String whyNone(String in) throws RefusedException {
    Optional<ResolvedRoot> root = ground.hierarchy().root(in);
    boolean generated =
        root.isPresent()
            && root.get().declared().stream().allMatch(id -> id.kind() == NodeKind.APPLICATION_SET);
    return generated
        ? "It is an ApplicationSet: its Applications come from its generators."
        : unresolved(in).orElse(opaque(in));
  }

  private Optional<String> unresolved(String in) throws RefusedException {
    return candidates.all(in).stream()
        .flatMap(n -> n.unresolved().map(why -> n.name() + ": " + why).stream())
        .findFirst();
  }

  /** What is made in a way that git does not show is not added to from here. */
  private String opaque(String in) throws RefusedException {
    return candidates.all(in).stream()
            .filter(n -> !n.certainty().why().isEmpty())
            .findFirst()
            .map(n -> n.name() + ": " + String.join("; ", n.certainty().why()) + ". ")
            .orElse("")
        + "Write the files by hand where it reads them, or name another root or layer.";
  }

  /** A repository without a branch of the environment has one line for all of them. */
  private boolean isOfEnvironment(Reading reading) {
    var url = new RepoUrl(reading.repository());
    Optional<String> wanted = ground.branchOf(url);
    String read = branchName(reading.ref());
    return wanted.isEmpty()
        || wanted.get().equals(read)
        || ground.branch(url, wanted.get()).isEmpty() && !ground.carriesAny(url, read);
  }

  private Host host(Reading reading, ResolvedSource source, List<HierarchyNode> nodes)
      throws RefusedException {
    var url = new RepoUrl(reading.repository());
    Revision revision = source.revision().orElseThrow();
    Optional<Clone> clone = ground.cloneOf(url);
    Optional<Branch> branch = clone.flatMap(c -> c.branch(branchName(reading.ref())));
    if (branch.isEmpty()
        || !reading.ref().startsWith("refs/")
        || reading.ref().startsWith("refs/tags/")) {
      throw new RefusedException(
          nodes.getFirst().name()
              + " reads "
              + url.display()
              + " at "
              + revision.asked()
              + ", which is no branch: a new commit would not reach it.",
          "");
    }
    if (branch.get().diverged()) {
      throw new RefusedException(
          "Branch "
              + branch.get().name()
              + " of "
              + url.display()
              + " has diverged: "
              + branch.get().ahead()
              + " commits are only here, "
              + branch.get().behind()
              + " only there.",
          "Push or undo yours first.");
    }
    ground
        .branchOf(url)
        .filter(wanted -> !wanted.equals(branch.get().name()))
        .ifPresent(wanted ->
            notes.add(
                url.shortName()
                    + " has no branch "
                    + wanted
                    + "; "
                    + branch.get().name()
                    + " is written, which every environment reads."));
    Snapshot snapshot = clone.flatMap(c -> c.snapshot(branch.get().commit())).orElseThrow();
    var host = new Host(nodes, source, snapshot, branch.get(), folder(source), planes(nodes));
    refuseDifferentNamespaces(host);
    return host;
  }

  /** The control planes the Applications of the folder will live in. */
  private List<String> planes(List<HierarchyNode> nodes) {
    return nodes.stream()
        .map(node ->
            node.application()
                .flatMap(a ->
                    ground.controlPlanes().runningIn(node.id().controlPlane(), a.destination()))
                .orElse(node.id().controlPlane()))
        .distinct()
        .toList();
  }

  private void refuseDifferentNamespaces(Host host) throws RefusedException {
    List<String> namespaces =
        host.planes().stream()
            .map(p -> ground.controlPlanes().settings(p).namespace())
            .distinct()
            .toList();
    if (namespaces.size() > 1) {
      throw new RefusedException(
          "The clusters that read "
              + host.described()
              + " have control planes in different namespaces: "
              + String.join(", ", namespaces)
              + ". One file cannot name both.",
          "Bind the team in the roots instead.");
    }
  }

  /** {@code dev} of {@code refs/heads/dev} and {@code refs/remotes/origin/dev}. */
  public static String branchName(String ref) {
    return ref.replaceFirst("^refs/(heads|remotes/[^/]+|tags)/", "");
  }
}
