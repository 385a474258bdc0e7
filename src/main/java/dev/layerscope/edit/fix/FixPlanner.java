package dev.layerscope.edit.fix;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.intention.Fix;
import dev.layerscope.edit.layer.LayerApplication;
import dev.layerscope.edit.promotion.PromotedFile;
import dev.layerscope.edit.text.KustomizationEntries;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the cure of a finding: the place it names, and nothing else. */
public final class FixPlanner {
  private static final String CASCADE = "resources-finalizer.argocd.argoproj.io";
  private static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Ground ground;
  private final Finding finding;
  private final FixFiles files;
  private final PlanDraft draft = new PlanDraft();

  private FixPlanner(Fix wish, Ground ground) {
    this.ground = ground;
    this.finding = wish.finding();
    this.files = new FixFiles(ground);
  }

  public static Plan plan(Fix wish, Ground ground) throws RefusedException {
    return new FixPlanner(wish, ground).plan();
  }

  private Plan plan() throws RefusedException {
    if (finding.locations().isEmpty()) {
      throw new RefusedException("The finding names no place.", "");
    }
    Location first = finding.locations().getFirst();
    String title =
        switch (finding.code()) {
          case MISSING_FINALIZER_INFO -> finalizers();
          case RETRY_EXHAUSTED_WARNING -> retry(first);
          case WRONG_ENVIRONMENT_REVISION_WARNING, FLOATING_REVISION_WARNING -> revisions(first);
          case UNLISTED_FILE_INFO -> list(first);
          case WIDE_TEAM_PROJECT_WARNING, WIDE_PROJECT_INFO ->
              new ProjectNarrowing(ground, draft).narrow(files.document(first));
          case REPOSITORY_SPELLINGS_WARNING -> spelling(first);
          case ORPHANED_OVERRIDE_FILE_WARNING -> remove(first);
          default ->
              throw new RefusedException(
                  finding.code().text() + " has no mechanical cure.",
                  finding.code().explanation().cure());
        };
    List<BranchChange> changes = files.changes();
    if (changes.isEmpty()) {
      throw new RefusedException("What the finding asks for is written there already.", "");
    }
    return draft.single(title, finding.code().text() + ": " + finding.message(), changes);
  }

  private String finalizers() throws RefusedException {
    for (Location location : finding.locations()) {
      FixFiles.Place place = files.document(location);
      YamlPath path = YamlPath.root(place.index()).down("metadata", "finalizers");
      boolean some =
          place
              .root()
              .at("metadata", "finalizers")
              .filter(n -> n instanceof Sequence list && !list.items().isEmpty())
              .isPresent();
      Node value = Scalar.of(CASCADE);
      place.change(
          some
              ? Yaml.done(Splice.append(place.text(), path, value), place.where())
              : Yaml.set(place.text(), path, Sequence.of(List.of(value)), place.where()),
          "deletes what it deployed with it");
    }
    return finding.locations().size() == 1
        ? "Give " + name(files.document(finding.locations().getFirst())) + " its finalizer"
        : "Give " + finding.locations().size() + " Applications their finalizer";
  }

  /** Longer than an operator takes to install: the words of golden layers. */
  private String retry(Location location) throws RefusedException {
    FixFiles.Place place = files.document(location);
    YamlPath retry = YamlPath.root(place.index()).down("spec", "syncPolicy", "retry");
    boolean written = place.root().at("spec", "syncPolicy", "retry", "limit").isPresent();
    place.change(
        written
            ? Yaml.set(place.text(), retry.down("limit"), Scalar.plain("20"), place.where())
            : Yaml.set(place.text(), retry, LayerApplication.patience(), place.where()),
        "tries longer than an operator takes to install");
    return "Let " + name(place) + " wait for its operator";
  }

  private String revisions(Location location) throws RefusedException {
    FixFiles.Place place = files.document(location);
    YamlPath spec = YamlPath.root(place.index()).down("spec");
    var sources = new ArrayList<YamlPath>();
    place.root().at("spec", "source").ifPresent(s -> sources.add(spec.down("source")));
    if (place.root().at("spec", "sources").orElse(Scalar.of("")) instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        sources.add(spec.down("sources").item(i));
      }
    }
    for (YamlPath source : sources) {
      revision(place, source);
    }
    return "Let " + name(place) + " read its own environment";
  }

  private void revision(FixFiles.Place place, YamlPath source) throws RefusedException {
    String text = place.text();
    Optional<Node> node = Yaml.at(text, source);
    Optional<RepoUrl> url = node.flatMap(n -> n.textAt("repoURL")).map(RepoUrl::new);
    Optional<String> branch = url.flatMap(ground::branchOf);
    String now = node.flatMap(n -> n.textAt("targetRevision")).orElse("HEAD").strip();
    boolean floats = now.isEmpty() || now.equals("HEAD");
    boolean foreign = url.filter(u -> ground.carriesAny(u, now)).isPresent();
    if (branch.isEmpty() || branch.get().equals(now) || !floats && !foreign) {
      return;
    }
    if (ground.cloneOf(url.get()).isPresent() && ground.branch(url.get(), branch.get()).isEmpty()) {
      throw new RefusedException(
          url.get().display() + " has no branch " + branch.get() + ".", "Make the branch first.");
    }
    place.change(
        Yaml.set(text, source.down("targetRevision"), Scalar.of(branch.get()), place.where()),
        "reads " + branch.get() + ", as its environment does");
  }

  private String list(Location location) throws RefusedException {
    FileDraft draftFiles = files.files(location);
    TreePath file = TreePath.of(location.path());
    for (String name : KUSTOMIZATIONS) {
      TreePath path = file.parent().child(name);
      Optional<String> text = draftFiles.find(path);
      if (text.isPresent()) {
        draftFiles.change(
            path,
            KustomizationEntries.add(path.value(), text.get(), List.of(file.name())),
            "lists " + file.name());
        return "List " + file.name() + " in its kustomization";
      }
    }
    throw new RefusedException("There is no kustomization beside " + file + ".", "");
  }

  /** Everything of the environment that writes the rarer spelling. */
  private String spelling(Location location) throws RefusedException {
    FixFiles.Place rare = files.document(location);
    RepoUrl from = url(rare).orElseThrow(() -> unreadable(location));
    RepoUrl to =
        finding.locations().stream()
            .skip(1)
            .findFirst()
            .map(this::spelledAt)
            .orElseThrow(() -> unreadable(location))
            .orElseThrow(() -> unreadable(location));
    for (HierarchyNode node : ground.hierarchy().nodes()) {
      boolean writes =
          node.application()
              .filter(a -> a.sources().stream().anyMatch(s -> s.repoURL().argoEquals(from)))
              .isPresent();
      Location at = node.manifest().location();
      if (writes && !at.repoUrl().isEmpty()) {
        respell(files.document(at), from, to);
      }
    }
    draft.warn("Projects that permit the old spelling have to permit the new one.");
    return "Write " + to.shortName() + " in one way";
  }

  private Optional<RepoUrl> spelledAt(Location location) {
    Optional<Snapshot> snapshot =
        ground
            .cloneOf(new RepoUrl(location.repoUrl()))
            .flatMap(c -> c.snapshot(location.revision()));
    return PromotedFile.text(snapshot, TreePath.of(location.path())).stream()
        .flatMap(text -> Yaml.roots(text).stream())
        .flatMap(Optional::stream)
        .filter(root -> root.place().line() <= location.line())
        .reduce((a, b) -> b)
        .flatMap(FixPlanner::url);
  }

  private void respell(FixFiles.Place place, RepoUrl from, RepoUrl to) throws RefusedException {
    YamlPath spec = YamlPath.root(place.index()).down("spec");
    var paths = new ArrayList<>(List.of(spec.down("source", "repoURL")));
    if (place.root().at("spec", "sources").orElse(Scalar.of("")) instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        paths.add(spec.down("sources").item(i).down("repoURL"));
      }
    }
    for (YamlPath path : paths) {
      Optional<String> now = Yaml.at(place.text(), path).flatMap(Node::asText);
      if (now.filter(t -> new RepoUrl(t).argoEquals(from)).isPresent()) {
        place.change(
            Yaml.set(place.text(), path, Scalar.of(to.text()), place.where()),
            "spells the repository as the others do");
      }
    }
  }

  private static Optional<RepoUrl> url(FixFiles.Place place) {
    return url(place.root());
  }

  private static Optional<RepoUrl> url(Node root) {
    return root.textAt("spec", "source", "repoURL").map(RepoUrl::new);
  }

  private static RefusedException unreadable(Location location) {
    return new RefusedException(
        location.pathAndLine() + " has several sources.", "Change the one meant by hand.");
  }

  private String remove(Location location) throws RefusedException {
    TreePath path = TreePath.of(location.path());
    files.files(location).remove(path, "is for an Application that does not exist");
    return "Remove " + path.name();
  }

  private static String name(FixFiles.Place place) {
    return place.root().textAt("metadata", "name").orElse(place.path().name());
  }
}
