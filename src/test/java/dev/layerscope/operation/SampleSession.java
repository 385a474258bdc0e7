package dev.layerscope.operation;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.export.TreeJson;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.CommitPlan;
import dev.layerscope.operation.plan.PlanEdit;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample's clusters and teams, cloned into a folder of the test's own. */
public final class SampleSession implements AutoCloseable {
  private static final List<String> REPOSITORIES =
      List.of(
          "platform/baseline",
          "platform/type-a",
          "clusters/my-cluster",
          "clusters/east",
          "teams/aurora",
          "teams/borealis",
          "teams/dreamteam");

  private static Optional<Path> prepared = Optional.empty();

  private final Path folder;
  private Opened opened;

  private SampleSession(Path folder) throws Exception {
    this.folder = folder;
    this.opened = open();
  }

  public static SampleSession in(Path folder) throws Exception {
    Path bundles = Path.of("sample-workspace/bundles").toAbsolutePath();
    var text = new StringBuilder("# the sample\nname: acme-platform\n");
    text.append("argocd: {namespace: openshift-gitops}\nrepositories:\n");
    for (String name : REPOSITORIES) {
      text.append("  - url: https://git.example.com/%s.git\n".formatted(name));
      text.append("    remote: %s/%s.bundle\n".formatted(bundles, Path.of(name).getFileName()));
      text.append("    defaultBranch: dev\n");
    }
    text.append("roots:\n");
    for (String root : List.of("my-cluster", "east")) {
      text.append("  - name: %s\n".formatted(root));
      text.append("    repoURL: https://git.example.com/clusters/%s.git\n".formatted(root));
      text.append("    revision: prod\n    path: bootstrap/%s-deps.yaml\n".formatted(root));
    }
    text.append("environments:\n");
    for (String environment : List.of("dev", "qa", "prod")) {
      text.append("  - {name: %1$s, branch: %1$s}\n".formatted(environment));
    }
    Files.writeString(folder.resolve("workspace.yaml"), text);
    copy(cloned(text.toString()), folder.resolve("clones"));
    return new SampleSession(folder);
  }

  /** Cloned once for all tests. */
  private static synchronized Path cloned(String workspace) throws Exception {
    if (prepared.isEmpty()) {
      Path once = Files.createTempDirectory("layerscope-sample");
      Files.writeString(once.resolve("workspace.yaml"), workspace);
      Path clones = once.resolve("clones");
      new OpenWorkspace(clones).open(once, Progress.SILENT).close();
      prepared = Optional.of(clones);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(once)));
    }
    return prepared.orElseThrow();
  }

  private static void remove(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private Opened open() throws Exception {
    Opened made = new OpenWorkspace(clones()).open(folder, Progress.SILENT);
    for (Path clone : folders()) {
      git(clone, "config", "user.name", "Robin Example");
      git(clone, "config", "commit.gpgsign", "false");
      git(clone, "config", "user.email", "robin@example.com");
    }
    return made;
  }

  public Path clones() {
    return folder.resolve("clones");
  }

  public Opened opened() {
    return opened;
  }

  public String workspaceFile() throws IOException {
    return Files.readString(folder.resolve("workspace.yaml"));
  }

  /** As another program would see it. */
  public void reopen() throws Exception {
    opened.close();
    opened = open();
  }

  public PlanEdit.Answer answer(Intention intention) throws Exception {
    return PlanEdit.plan(opened, intention, Progress.SILENT);
  }

  public PlannedEdit plan(Intention intention) throws Exception {
    return Estate.planned(answer(intention));
  }

  public String refused(Intention intention) throws Exception {
    return Estate.refused(answer(intention));
  }

  /** Commits, then reads everything again as a fresh program: it has to be what was promised. */
  public List<ChangeSet> commit(PlannedEdit edit) throws Exception {
    CommitPlan.Outcome outcome =
        new CommitPlan(clones())
            .commit(
                opened,
                new CommitPlan.Order(
                    edit, Optional.empty(), Optional.of("it is a test"), Optional.empty()),
                Progress.SILENT);
    assertThat(outcome).isInstanceOf(CommitPlan.Outcome.Committed.class);
    return ((CommitPlan.Outcome.Committed) outcome).changeSets();
  }

  /** Commits as planned, word for word: then even the commits' ids are those of the preview. */
  public List<ChangeSet> commitAsPromised(PlannedEdit edit) throws Exception {
    var outcome =
        new CommitPlan(clones()).commit(opened, CommitPlan.Order.of(edit), Progress.SILENT);
    assertThat(outcome).isInstanceOf(CommitPlan.Outcome.Committed.class);
    reopen();
    for (var preview : edit.previews()) {
      assertThat(json(preview.environment(), preview.after()))
          .isEqualTo(json(preview.environment(), hierarchy(preview.environment())));
    }
    for (Path clone : folders()) {
      git(clone, "fsck", "--strict");
    }
    return ((CommitPlan.Outcome.Committed) outcome).changeSets();
  }

  public Hierarchy hierarchy(String environment) {
    return Resolve.resolve(opened, Selection.environment(environment), Progress.SILENT);
  }

  private String json(String environment, Hierarchy hierarchy) {
    return TreeJson.print(DescribeTree.of(opened, Selection.environment(environment), hierarchy));
  }

  public Clone clone(String name) {
    return ((Access.Available) opened.access().at(url(name))).repository();
  }

  public static RepoUrl url(String name) {
    return new RepoUrl("https://git.example.com/" + name + ".git");
  }

  /** The text of a file on a branch. */
  public String file(String name, String branch, String path) {
    Snapshot snapshot = snapshot(name, branch);
    return new String(
        snapshot.read(snapshot.find(TreePath.of(path)).orElseThrow()), StandardCharsets.UTF_8);
  }

  public Snapshot snapshot(String name, String branch) {
    Clone clone = clone(name);
    return clone.snapshot(clone.branch(branch).orElseThrow().commit()).orElseThrow();
  }

  /** {@code + deps/x.yaml} and so on, of one branch of a plan. */
  public static List<String> files(BranchChange change) {
    return change.files().stream()
        .map(f ->
            (f.kind() == FileChange.Kind.ADDED
                    ? "+ "
                    : f.kind() == FileChange.Kind.REMOVED ? "- " : "~ ")
                + f.path())
        .toList();
  }

  /** The lines a file gains and loses. */
  public static List<String> lines(FileChange file) {
    return file.diff()
        .lines()
        .filter(l -> l.matches("[+-].*") && !l.startsWith("+++") && !l.startsWith("---"))
        .toList();
  }

  public Path folderOf(String name) throws IOException {
    return folders().stream()
        .filter(f -> f.getFileName().toString().startsWith(name + "-"))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(clones())) {
      return all.filter(f -> f.toString().endsWith(".git")).sorted().toList();
    }
  }

  /** Every branch and pin of every clone, and the workspace file. */
  public String everything() throws Exception {
    var refs = new TreeMap<String, String>();
    for (Path clone : folders()) {
      refs.put(clone.getFileName().toString(), git(clone, "for-each-ref", "refs/heads"));
    }
    refs.values().removeIf(String::isBlank);
    return refs + workspaceFile();
  }

  @Override
  public void close() {
    opened.close();
  }
}
