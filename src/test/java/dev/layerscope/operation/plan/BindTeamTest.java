package dev.layerscope.operation.plan;

import static dev.layerscope.git.GitBinary.git;
import static dev.layerscope.operation.Estate.planned;
import static dev.layerscope.operation.Estate.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.export.TreeJson;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.changeset.UndoChangeSet;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team is bound in the sample's own repositories, which can move here. */
class BindTeamTest {
  private static final Selection DEV = Selection.environment("dev");
  private static final RepoUrl MY_CLUSTER =
      new RepoUrl("https://git.example.com/clusters/my-cluster.git");
  private static final RepoUrl DREAMTEAM =
      new RepoUrl("https://git.example.com/teams/dreamteam.git");

  @TempDir private Path temp;
  private Path clones = Path.of("");
  private Optional<Opened> session = Optional.empty();

  @BeforeEach
  void theSampleWithARemoteThatCanMove() throws Exception {
    Path bundles = Path.of("sample-workspace/bundles").toAbsolutePath();
    git(
        temp,
        "clone",
        "-q",
        "--bare",
        bundles.resolve("my-cluster.bundle").toString(),
        "my-cluster.git");
    var text =
        new StringBuilder(
            "name: acme-platform\nargocd: {namespace: openshift-gitops}\nrepositories:\n");
    text.append(repository("clusters/my-cluster", "my-cluster.git"));
    for (String name :
        List.of(
            "platform/baseline",
            "platform/type-a",
            "clusters/east",
            "teams/aurora",
            "teams/borealis",
            "teams/dreamteam")) {
      text.append(repository(name, bundles + "/" + Path.of(name).getFileName() + ".bundle"));
    }
    text.append("roots:\n")
        .append(root("my-cluster"))
        .append(root("east"))
        .append("environments:\n");
    for (String environment : List.of("dev", "qa", "prod")) {
      text.append("  - {name: %1$s, branch: %1$s}\n".formatted(environment));
    }
    Files.writeString(temp.resolve("workspace.yaml"), text);
    clones = temp.resolve("clones");
    reopen();
    git(folderOfMyCluster(), "config", "user.name", "Robin Example");
    git(folderOfMyCluster(), "config", "commit.gpgsign", "false");
    git(folderOfMyCluster(), "config", "user.email", "robin@example.com");
  }

  private static String repository(String name, String remote) {
    return "  - {url: \"https://git.example.com/%s.git\", remote: %s, defaultBranch: dev}\n"
        .formatted(name, remote);
  }

  private static String root(String name) {
    return "  - {name: %1$s, repoURL: \"https://git.example.com/clusters/%1$s.git\", revision: prod, path: bootstrap/%1$s-deps.yaml}\n"
        .formatted(name);
  }

  @AfterEach
  void close() {
    session.ifPresent(Opened::close);
  }

  private void reopen() throws Exception {
    close();
    session = Optional.of(new OpenWorkspace(clones).open(temp, Progress.SILENT));
  }

  private Opened opened() {
    return session.orElseThrow();
  }

  private PlannedEdit plan(String in) throws GitException {
    return planned(
        PlanEdit.plan(
            opened(), TeamBinding.of("dreamteam", DREAMTEAM, in, "dev"), Progress.SILENT));
  }

  private CommitPlan.Outcome commit(PlannedEdit edit) throws GitException {
    return new CommitPlan(clones).commit(opened(), CommitPlan.Order.of(edit), Progress.SILENT);
  }

  private Branch dev() {
    return myCluster().branch("dev").orElseThrow();
  }

  private Clone myCluster() {
    return ((Access.Available) opened().access().at(MY_CLUSTER)).repository();
  }

  private String json(Hierarchy hierarchy) {
    return TreeJson.print(DescribeTree.of(opened(), DEV, hierarchy));
  }

  @Test
  void whatThePreviewPromisedIsWhatAFreshLookReads() throws Exception {
    PlannedEdit edit = plan("my-cluster");
    Hierarchy promised = edit.previews().getFirst().after();
    assertThat(commit(edit)).isInstanceOf(CommitPlan.Outcome.Committed.class);
    reopen();
    assertThat(json(promised)).isEqualTo(json(Resolve.resolve(opened(), DEV, Progress.SILENT)));
    git(folderOfMyCluster(), "fsck", "--strict");
  }

  @Test
  void aPlanWritesNothing() throws Exception {
    String before =
        git(folderOfMyCluster(), "for-each-ref") + git(folderOfMyCluster(), "count-objects", "-v");
    plan("my-cluster");
    assertThat(
            git(folderOfMyCluster(), "for-each-ref")
                + git(folderOfMyCluster(), "count-objects", "-v"))
        .isEqualTo(before);
  }

  @Test
  void undoPutsTheBranchBack() throws Exception {
    Branch before = dev();
    commit(plan("my-cluster"));
    assertThat(dev().ahead()).isEqualTo(1);
    var undo = new UndoChangeSet(clones);
    undo.undo(opened(), undo.latest(opened()).orElseThrow(), Progress.SILENT);
    assertThat(dev()).isEqualTo(before);
    assertThat(git(folderOfMyCluster(), "for-each-ref", "refs/heads")).isEmpty();
    assertThat(undo.latest(opened())).isEmpty();
    git(folderOfMyCluster(), "fsck", "--strict");
  }

  @Test
  void aLayerBindsOnEveryClusterOverIt() throws Exception {
    PlannedEdit edit = plan("type-a");
    assertThat(edit.plan().notes()).contains("dev: binds on 2 clusters: my-cluster, east");
    assertThat(edit.plan().branches().getFirst().repository().shortName()).isEqualTo("type-a");
  }

  @Test
  void aBranchThatMovedMeanwhileIsNotWrittenTo() throws Exception {
    PlannedEdit edit = plan("my-cluster");
    moveRemote();
    assertThatThrownBy(() -> commit(edit))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.MOVED));
    assertThat(dev().ahead()).isZero();
  }

  @Test
  void aFileThatChangedSinceThePreviewIsPlannedAgainWithWhatOthersWrote() throws Exception {
    var pin =
        new Retargeting(
            "aurora", Optional.empty(), Optional.of("qa"), Optional.empty(), List.of("dev"));
    PlannedEdit edit = planned(PlanEdit.plan(opened(), pin, Progress.SILENT));
    moveRemote("deps/aurora.yaml", text -> text + "# watched by the night shift\n");
    assertThatThrownBy(() -> commit(edit)).hasMessageContaining("Plan it again");
    commit(planned(PlanEdit.plan(opened(), pin, Progress.SILENT)));
    String now = git(folderOfMyCluster(), "show", "dev:deps/aurora.yaml");
    assertThat(now).contains("targetRevision: qa").contains("# watched by the night shift");
  }

  @Test
  void aFetchKeepsOurCommitAndSaysDiverged() throws Exception {
    commit(plan("my-cluster"));
    String ours = dev().commit();
    moveRemote();
    reopen();
    assertThat(dev().commit()).isEqualTo(ours);
    assertThat(dev().diverged()).isTrue();
    var next = TeamBinding.of("nightshift", DREAMTEAM, "my-cluster", "dev");
    assertThat(refused(PlanEdit.plan(opened(), next, Progress.SILENT))).contains("has diverged");
  }

  @Test
  void severalEnvironmentsAreSeveralCommitsAndAWarning() throws Exception {
    var binding =
        new TeamBinding(
            "nightshift",
            new RepoUrl("https://git.example.com/teams/aurora.git"),
            "my-cluster",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of("prod", "dev", "qa"));
    PlannedEdit edit = planned(PlanEdit.plan(opened(), binding, Progress.SILENT));
    assertThat(edit.plan().branches())
        .extracting(b -> b.branch())
        .containsExactly("dev", "qa", "prod");
    assertThat(edit.plan().warnings())
        .singleElement()
        .asString()
        .contains("conflict in deps/nightshift.yaml");
    commit(edit);
    assertThat(Stream.of("dev", "qa", "prod").map(b -> myCluster().branch(b).orElseThrow().ahead()))
        .containsOnly(1);
  }

  /** Somebody else pushes, and we fetch. */
  private void moveRemote() throws Exception {
    moveRemote("README.md", ignored -> "more");
  }

  private void moveRemote(String file, UnaryOperator<String> change) throws Exception {
    git(temp, "clone", "-q", "-b", "dev", "my-cluster.git", "theirs");
    Path theirs = temp.resolve("theirs").resolve(file);
    Files.writeString(theirs, change.apply(Files.readString(theirs)));
    git(
        temp.resolve("theirs"),
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.com",
        "commit",
        "-q",
        "-a",
        "-m",
        "More");
    git(temp.resolve("theirs"), "push", "-q");
    new Clones(clones).fetch(myCluster(), Progress.SILENT);
  }

  private Path folderOfMyCluster() throws IOException {
    try (Stream<Path> folders = Files.list(clones)) {
      return folders
          .filter(f -> f.getFileName().toString().startsWith("my-cluster") && Files.isDirectory(f))
          .findFirst()
          .orElseThrow();
    }
  }
}
