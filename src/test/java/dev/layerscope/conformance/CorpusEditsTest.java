package dev.layerscope.conformance;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.diff.Change;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.Moving;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.export.TreeJson;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.CommitPlan;
import dev.layerscope.operation.plan.FixFinding;
import dev.layerscope.operation.plan.PlanEdit;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One edit of every sort on a real estate: planned, committed, read again by a fresh program,
 * looked over by git. Runs only when asked for: {@code ./mvnw -o -q test -Dtest=CorpusEditsTest
 * -Dcorpus.edits=true}; prints what each wrote.
 */
class CorpusEditsTest {
  private static final Path CORPORA = Path.of("..", "shared", "corpora");
  private static final RepoUrl PLATFORM =
      new RepoUrl("https://github.com/cyberdine-skynet/skynet-platform.git");

  @TempDir private Path temp = Path.of(".");

  /** An edit, by a name, from what is open. */
  private record Case(String name, Function<Opened, Intention> wish) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "team",
              o ->
                  new TeamBinding(
                      "dreamteam",
                      new RepoUrl("https://github.com/cyberdine-skynet/dreamteam.git"),
                      "root",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      true,
                      List.of("main"))),
          new Case(
              "layer",
              o ->
                  new NewLayer(
                      "edge",
                      Optional.empty(),
                      new NewLayer.Place.Over("skynet-platform", List.of()),
                      List.of("main"))),
          new Case(
              "cluster",
              o -> new NewCluster("south", Optional.empty(), List.of("skynet-platform"), "main")),
          new Case(
              "application",
              o ->
                  new NewApplication(
                      "second-demo",
                      "root",
                      PLATFORM,
                      "manifests/demo-app",
                      Optional.empty(),
                      Optional.of("second"),
                      List.of("main"))),
          new Case("release", CorpusEditsTest::release),
          new Case(
              "retarget",
              o ->
                  new Retargeting(
                      "demo-app", Optional.of("main"), Optional.of("manifests"), List.of("main"))),
          new Case("rename", o -> new Renaming("demo-app", "demo", List.of("main"))),
          new Case("remove", o -> new Removal("demo-app", List.of("main"))),
          new Case("move", o -> new Moving("demo-app", "root", List.of("main"))),
          new Case("promote", o -> Promotion.of("main", "qa")),
          new Case("fix", CorpusEditsTest::fix));

  private static Intention release(Opened opened) {
    Hierarchy hierarchy = resolve(opened, "main");
    var demo =
        hierarchy.nodes().stream()
            .filter(n -> n.name().equals("demo-app"))
            .findFirst()
            .orElseThrow();
    String image =
        Resolve.manifests(opened, hierarchy, demo, Progress.SILENT).stream()
            .flatMap(m -> image(m.root().toString()))
            .findFirst()
            .orElseThrow();
    return new Release(
        "demo-app", List.of(new Release.Image(image, "9.9.9")), Optional.empty(), List.of("main"));
  }

  private static Stream<String> image(String text) {
    return java.util.regex.Pattern.compile("text=image,.*?text=([a-z0-9./-]+)(:[\\w.-]+)?,")
        .matcher(text)
        .results()
        .map(found -> found.group(1));
  }

  private static Intention fix(Opened opened) {
    return FixFinding.all(opened, opened.workspace().environments().getFirst(), Progress.SILENT)
        .getFirst();
  }

  @Test
  void everySortOfEditIsWhatItsPreviewPromised() throws Exception {
    assumeTrue(Boolean.getBoolean("corpus.edits"), "not asked for: -Dcorpus.edits=true");
    assumeTrue(Files.isDirectory(CORPORA), "the corpora are not here");
    Path remote = temp.resolve("remote.git");
    Path bundle = CORPORA.resolve("cyberdine-skynet__skynet-platform.bundle").toAbsolutePath();
    git(temp, "clone", "-q", "--bare", bundle.toString(), remote.toString());
    git(remote, "branch", "qa", "main");
    aheadOfQa(remote);
    for (Case one : CASES) {
      System.out.println(run(one, remote));
    }
  }

  /** Something to promote: one commit more. */
  private void aheadOfQa(Path remote) throws Exception {
    Path work = temp.resolve("work");
    git(temp, "clone", "-q", "-b", "main", remote.toString(), work.toString());
    Path file = work.resolve("manifests/demo-app/extra.yaml");
    Files.writeString(
        file, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra, namespace: demo-app}\n");
    // Something to cure: an override file for nobody.
    Files.writeString(file.resolveSibling(".argocd-source-nobody.yaml"), "kustomize: {}\n");
    git(work, "add", ".");
    git(work, "-c", "user.name=R", "-c", "user.email=r@example.com", "commit", "-q", "-m", "More");
    git(work, "push", "-q", "origin", "main");
  }

  private String run(Case one, Path remote) throws Exception {
    Path folder = Files.createDirectory(temp.resolve(one.name()));
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: skynet
        repositories:
          - {url: "%s", remote: "%s", defaultBranch: main}
        roots:
          - {name: root, repoURL: "%s", revision: HEAD, path: apps/root-app-simple.yaml}
        environments: [{name: main, branch: main}, {name: qa, branch: qa}]
        """
            .formatted(PLATFORM.text(), remote, PLATFORM.text()));
    Path clones = folder.resolve("clones");
    String before;
    PlannedEdit edit;
    try (Opened opened = new OpenWorkspace(clones).open(folder, Progress.SILENT)) {
      identify(clones);
      before = json(opened, "main", resolve(opened, "main"));
      switch (PlanEdit.plan(opened, one.wish().apply(opened), Progress.SILENT)) {
        case PlanEdit.Answer.Refused(String reason, String hint) -> {
          assertThat(json(opened, "main", resolve(opened, "main"))).isEqualTo(before);
          return "%-12s refused: %s %s".formatted(one.name(), reason, hint);
        }
        case PlanEdit.Answer.Planned(PlannedEdit planned) -> edit = planned;
      }
      var order =
          new CommitPlan.Order(
              edit,
              Optional.empty(),
              edit.newErrors().isEmpty() ? Optional.empty() : Optional.of("to see it written"),
              Optional.empty());
      assertThat(new CommitPlan(clones).commit(opened, order, Progress.SILENT))
          .isInstanceOf(CommitPlan.Outcome.Committed.class);
    }
    try (Opened fresh = new OpenWorkspace(clones).open(folder, Progress.SILENT)) {
      for (Preview preview : edit.previews()) {
        Hierarchy now = resolve(fresh, preview.environment());
        if (edit.newErrors().isEmpty()) {
          assertThat(json(fresh, preview.environment(), now))
              .as(one.name())
              .isEqualTo(json(fresh, preview.environment(), preview.after()));
        }
        inTheRootsMeantAndNoOthers(edit, preview, now);
      }
    }
    checkedByGit(clones);
    return "%-12s %s%n%s"
        .formatted(
            one.name(),
            edit.plan().title(),
            edit.plan().diff().lines().map(l -> "    " + l).collect(Collectors.joining("\n")));
  }

  /** What is created is there afterwards; what nobody announced is as it was. */
  private static void inTheRootsMeantAndNoOthers(PlannedEdit edit, Preview preview, Hierarchy now) {
    Set<NodeId> announced = new TreeSet<>(java.util.Comparator.comparing(NodeId::text));
    edit.plan().branches().stream()
        .filter(b -> b.environment().equals(preview.environment()))
        .map(BranchChange::creates)
        .forEach(announced::addAll);
    Set<NodeId> there = now.nodes().stream().map(n -> n.id()).collect(Collectors.toSet());
    assertThat(there).containsAll(announced);
    Set<NodeId> fresh = new TreeSet<>(java.util.Comparator.comparing(NodeId::text));
    fresh.addAll(there);
    preview.before().nodes().forEach(n -> fresh.remove(n.id()));
    assertThat(fresh)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Change.ADDED, Change.MOVED)
                .flatMap(change -> preview.ids(change).stream())
                .filter(id -> there.contains(id) && preview.before().node(id).isEmpty())
                .toList());
  }

  private static Hierarchy resolve(Opened opened, String environment) {
    return Resolve.resolve(opened, Selection.environment(environment), Progress.SILENT);
  }

  private static String json(Opened opened, String environment, Hierarchy hierarchy) {
    return TreeJson.print(DescribeTree.of(opened, Selection.environment(environment), hierarchy));
  }

  private static void identify(Path clones) throws Exception {
    for (Path clone : folders(clones)) {
      git(clone, "config", "user.name", "Robin Example");
      git(clone, "config", "user.email", "robin@example.com");
      git(clone, "config", "commit.gpgsign", "false");
    }
  }

  private static void checkedByGit(Path clones) throws Exception {
    for (Path clone : folders(clones)) {
      git(clone, "fsck", "--strict", "--no-dangling");
      if (!git(clone, "for-each-ref", "refs/heads").isBlank()) {
        assertThat(git(clone, "log", "--format=%s", "--branches", "--not", "--remotes"))
            .isNotBlank();
      }
    }
  }

  private static List<Path> folders(Path clones) throws Exception {
    try (Stream<Path> all = Files.list(clones)) {
      return all.filter(f -> f.toString().endsWith(".git")).sorted().toList();
    }
  }
}
