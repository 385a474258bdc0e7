package dev.layerscope.edit;

import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.SourceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plans that an Application goes. A team's takes its project and its people's rights with it, one
 * step later: an Application without its project can no longer be reconciled.
 */
final class RemovalPlanner {
  private static final String CASCADE = "resources-finalizer.argocd.argoproj.io";
  private static final Set<String> STAYS = Set.of("Namespace", "ResourceQuota", "LimitRange");

  private final Removal wish;
  private final PlanDraft draft = new PlanDraft();

  private RemovalPlanner(Removal wish) {
    this.wish = wish;
  }

  static Plan plan(Removal wish, List<Ground> grounds) throws RefusedException {
    var planner = new RemovalPlanner(wish);
    var steps = new ArrayList<Step>();
    for (Ground ground : grounds) {
      steps.addAll(planner.steps(ground));
    }
    return planner.draft.plan("Remove " + wish.application(), "", steps);
  }

  private List<Step> steps(Ground ground) throws RefusedException {
    Declaration declared = Declaration.find(ground, wish.application());
    Host host =
        declared
            .host()
            .orElseThrow(() ->
                new RefusedException(
                    declared.node().name() + " is a root's own Application.",
                    "Take the root out of the workspace, and delete it on the cluster by hand."));
    sayWhatHappens(ground, declared);
    var files = new FileDraft(declared.described(), Optional.of(declared.snapshot()));
    var chain = new Unlisting(host);
    if (!declared.alone()) {
      throw new RefusedException(
          declared.described() + " declares other things as well.",
          "Take the document out by hand: it is number " + (declared.document() + 1) + ".");
    }
    files.remove(declared.path(), "delivered " + declared.node().name());
    chain.take(declared.path());
    List<FileChange> first = chain.with(files.changes());
    var steps = new ArrayList<Step>();
    steps.add(
        Step.of(
            "Remove " + declared.node().name(),
            List.of(branch(ground, declared, new Base.At(declared.branch().commit()), first))));
    rest(ground, declared, host, files.next(), chain).ifPresent(steps::add);
    return steps;
  }

  /** A team's project and rights. */
  private Optional<Step> rest(
      Ground ground, Declaration declared, Host host, FileDraft files, Unlisting chain)
      throws RefusedException {
    Optional<Neighbours.Team> team =
        new Neighbours(host)
            .teams().stream().filter(t -> t.name().equals(declared.node().name())).findFirst();
    if (team.isEmpty()) {
      return Optional.empty();
    }
    Unlisting more = chain.next();
    for (TreePath path : files(team.get(), declared)) {
      if (Yaml.roots(files.text(path)).size() > 1) {
        throw new RefusedException(
            path + " of " + declared.repository().shortName() + " holds several objects.",
            "Take the team's out by hand.");
      }
      files.remove(path, "belonged to " + team.get().name());
      more.take(path);
    }
    sayWhatStays(team.get());
    String planes = host.planes().stream().distinct().collect(Collectors.joining(", "));
    return files.changes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Step(
                "Remove what belonged to " + team.get().name(),
                "confirm that "
                    + declared.node().name()
                    + " is gone from "
                    + planes
                    + " in "
                    + ground.environment(),
                List.of(
                    branch(
                        ground,
                        declared,
                        new Base.After(declared.branch().name()),
                        more.with(files.changes())))));
  }

  private static Set<TreePath> files(Neighbours.Team team, Declaration declared) {
    var paths = new LinkedHashSet<TreePath>();
    for (Manifest manifest : team.manifests()) {
      TreePath path = TreePath.of(manifest.origin().path());
      if (!path.equals(declared.path()) && !STAYS.contains(manifest.gvk().kind())) {
        paths.add(path);
      }
    }
    return paths;
  }

  private void sayWhatHappens(Ground ground, Declaration declared) {
    HierarchyNode node = declared.node();
    boolean cascades =
        node.application()
            .filter(a -> a.finalizers().stream().anyMatch(f -> f.startsWith(CASCADE)))
            .isPresent();
    String what = rendered(ground, node);
    draft.warn(
        cascades
            ? ground.environment() + ": its finalizer deletes everything it delivers: " + what + "."
            : ground.environment()
                + ": it has no finalizer, so what it delivers stays on the cluster, orphaned: "
                + what
                + ".");
    draft.reach(ground, declared.nodes(), "removes from");
  }

  private static String rendered(Ground ground, HierarchyNode node) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Manifest manifest : ground.rendered().apply(node)) {
      kinds.merge(manifest.gvk().kind(), 1, Integer::sum);
    }
    return kinds.isEmpty()
        ? "nothing that could be seen here"
        : kinds.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
  }

  private void sayWhatStays(Neighbours.Team team) {
    for (Manifest manifest : team.manifests()) {
      if (manifest.gvk().kind().equals("Namespace")) {
        boolean kept =
            manifest
                .annotation("argocd.argoproj.io/sync-options")
                .filter(o -> o.contains("Prune=false"))
                .isPresent();
        draft.note(
            "Namespace "
                + manifest.name()
                + " stays"
                + (kept
                    ? ": Prune=false keeps it on the cluster, and its file is left."
                    : ": its file is left; delete it when nothing in it is needed."));
      }
    }
  }

  private static BranchChange branch(
      Ground ground, Declaration declared, Base base, List<FileChange> files) {
    return BranchChange.of(
        ground.environment(), declared.repository(), declared.branch().name(), base, files);
  }

  /** Keeps the kustomization in step, over several commits. */
  private static final class Unlisting {
    private final Host host;
    private final Optional<String> begin;
    private Optional<FileChange> change = Optional.empty();

    Unlisting(Host host) {
      this(host, Optional.empty());
    }

    private Unlisting(Host host, Optional<String> begin) {
      this.host = host;
      this.begin = begin;
    }

    Unlisting next() {
      return new Unlisting(host, change.flatMap(FileChange::after).or(() -> begin));
    }

    void take(TreePath file) throws RefusedException {
      if (host.source().type() == SourceType.KUSTOMIZE) {
        Optional<FileChange> sofar =
            change.or(() -> begin.map(text -> FileChange.modified(file, text, text, "")));
        FileChange taken = new KustomizeChain(host).unlisting(file, sofar);
        change =
            Optional.of(
                FileChange.modified(
                    taken.path(),
                    begin.orElse(taken.before().orElse("")),
                    taken.after().orElse(""),
                    "lists what is there"));
      }
    }

    List<FileChange> with(List<FileChange> files) {
      var all = new ArrayList<>(files);
      change.ifPresent(all::addFirst);
      return all;
    }
  }
}
