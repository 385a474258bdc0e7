package dev.layerscope.git.clones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RefMove;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.work.Cancelled;
import dev.layerscope.work.Progress;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BundleWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClonesTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/platform/baseline.git");
  private static final Progress CANCELLED = new Cancelled();

  @TempDir private Path temp;
  private Clones clones;
  private Path remote;
  private GitFixture origin;

  @BeforeEach
  void aRemoteWithTwoBranchesAndATag() throws IOException {
    GitSettings.install();
    clones = new Clones(temp.resolve("clones"));
    remote = temp.resolve("baseline repo.git");
    Repository repository =
        new FileRepositoryBuilder().setGitDir(remote.toFile()).setBare().build();
    repository.create(true);
    origin =
        GitFixture.in(repository, URL.text())
            .withoutRemote()
            .file("deps/a.yaml", "a: 1")
            .commit("First")
            .annotatedTag("v1.0.0")
            .branch("dev")
            .file("deps/b.yaml", "b: 1")
            .commit("Second");
  }

  private Clone open(Path from) throws GitException {
    return clones.open(URL, from.toString(), Optional.empty(), Progress.SILENT);
  }

  @Test
  void aCloneOfAFolderHasItsBranchesTagsAndDefault() throws GitException {
    try (Clone clone = open(remote)) {
      assertThat(clone.branches()).containsExactly("dev", "main");
      assertThat(clone.tags()).containsExactly("v1.0.0");
      assertThat(clone.defaultBranch()).contains("main");
      assertThat(clone.isEmpty()).isFalse();
      Branch dev = clone.branch("dev").orElseThrow();
      assertThat(dev.from()).isEqualTo(Branch.From.REMOTE);
      assertThat(dev.commit()).isEqualTo(origin.head());
      assertThat(dev.fetchedAt()).isPresent();
      Snapshot snapshot = clone.snapshot(dev.commit()).orElseThrow();
      assertThat(snapshot.list(TreePath.of("deps")))
          .extracting(TreeEntry::name)
          .containsExactly("a.yaml", "b.yaml");
    }
  }

  @Test
  void aCloneOfABundleGuessesTheDefaultBranchAsGitDoes() throws Exception {
    Path bundle = bundle();

    try (Clone clone = open(bundle)) {
      assertThat(clone.branches()).containsExactly("dev", "main");
      assertThat(clone.defaultBranch()).contains("main");
      assertThat(clone.tags()).containsExactly("v1.0.0");
    }
  }

  private Path bundle() throws IOException {
    Path file = temp.resolve("baseline.bundle");
    try (Repository repository =
            new FileRepositoryBuilder().setGitDir(remote.toFile()).setBare().build();
        OutputStream out = Files.newOutputStream(file)) {
      var writer = new BundleWriter(repository);
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/")) {
        writer.include(ref);
      }
      writer.include("HEAD", repository.resolve("HEAD"));
      writer.writeBundle(NullProgressMonitor.INSTANCE, out);
    }
    return file;
  }

  @Test
  void theSecondTimeTheCloneIsOpenedAndNothingIsFetched() throws GitException {
    open(remote).close();
    origin.file("c", "1").commit("Third");

    try (Clone clone =
        clones.open(
            new RepoUrl("git@git.example.com:platform/baseline"),
            remote.toString(),
            Optional.of("dev"),
            CANCELLED)) {
      assertThat(clone.branch("dev")).map(Branch::commit).get().isNotEqualTo(origin.head());
      assertThat(clone.defaultBranch()).contains("dev");
    }
  }

  @Test
  void fetchBringsWhatIsNewDropsWhatIsGoneAndLeavesLocalBranches() throws Exception {
    try (Clone clone = open(remote)) {
      Repository mine = ((BareClone) clone).repository();
      GitFixture.in(mine, URL.text())
          .ref("refs/heads/dev", clone.branch("dev").orElseThrow().commit());
      origin.file("c", "1").commit("Third").branch("qa");
      origin.remove("refs/heads/main");

      List<RefMove> moved = clones.fetch(clone, Progress.SILENT);

      assertThat(moved)
          .extracting(RefMove::name, RefMove::how)
          .containsExactlyInAnyOrder(
              tuple("dev", RefMove.How.FORWARD),
              tuple("qa", RefMove.How.NEW),
              tuple("main", RefMove.How.GONE));
      assertThat(clone.branches()).containsExactly("dev", "qa");
      assertThat(clone.branch("dev")).map(Branch::commit).contains(origin.head());
      assertThat(mine.exactRef("refs/heads/dev").getObjectId().name()).isNotEqualTo(origin.head());
      assertThat(mine.exactRef("refs/heads/qa")).isNull();
    }
  }

  @Test
  void aBranchThatWasPushedByForceIsSaid() throws Exception {
    try (Clone clone = open(remote)) {
      String before = clone.branch("dev").orElseThrow().commit();
      origin.remove("refs/heads/dev").orphan("dev").file("c", "1").commit("Begin again");

      assertThat(clones.fetch(clone, Progress.SILENT))
          .containsExactly(
              new RefMove(
                  "refs/heads/dev",
                  Optional.of(before),
                  Optional.of(origin.head()),
                  RefMove.How.FORCED));
    }
  }

  @Test
  void anotherRemoteForTheSameUrlIsFetchedFromAtOnce() throws Exception {
    Path bundle = bundle();
    open(bundle).close();
    origin.file("c", "1").commit("Third");

    try (Clone clone = open(remote)) {
      assertThat(clone.branch("dev")).map(Branch::commit).contains(origin.head());
    }
    try (Clone again = clones.open(URL, remote.toString(), Optional.empty(), CANCELLED)) {
      assertThat(again.branch("dev")).map(Branch::commit).contains(origin.head());
    }
  }

  @Test
  void anEmptyRemoteIsClonedAndSaysSo() throws Exception {
    Path empty = temp.resolve("empty.git");
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(empty.toFile()).setBare().build()) {
      repository.create(true);
    }

    try (Clone clone = open(empty)) {
      assertThat(clone.isEmpty()).isTrue();
      assertThat(clone.branches()).isEmpty();
    }
  }

  @Test
  void aCancelledCloneLeavesNothingThatLooksLikeOne() throws IOException {
    assertThatThrownBy(() -> clones.open(URL, remote.toString(), Optional.empty(), CANCELLED))
        .isInstanceOf(CancellationException.class);

    try (Stream<Path> left =
        Files.exists(temp.resolve("clones"))
            ? Files.list(temp.resolve("clones"))
            : Stream.empty()) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.endsWith(".git"));
    }
  }

  @Test
  void whatAProgramThatWasKilledLeftIsInNobodysWay() throws Exception {
    open(remote).close();
    Path whole;
    try (Stream<Path> all = Files.list(temp.resolve("clones"))) {
      whole = all.filter(path -> path.toString().endsWith(".git")).findFirst().orElseThrow();
    }
    String name = whole.getFileName().toString().replace(".git", ".unfinished");
    Files.move(whole, whole.resolveSibling(name));

    try (Clone clone = open(remote)) {
      assertThat(clone.branches()).containsExactly("dev", "main");
    }
    assertThat(whole.resolveSibling(name)).doesNotExist();
    assertThat(GitBinary.run(whole, "fsck", "--strict").orElse("")).doesNotContain("error");
  }

  @Test
  void aPackThatCameWithoutItsIndexIsFetchedAgain() throws Exception {
    try (Clone clone = open(remote)) {
      Path packs = ((BareClone) clone).repository().getDirectory().toPath().resolve("objects/pack");
      List<Path> before = files(packs);
      origin.on("main").file("more.txt", "more").commit("More");
      clones.fetch(clone, Progress.SILENT);
      for (Path file : files(packs)) {
        if (!before.contains(file) && !file.toString().endsWith(".pack")) {
          Files.delete(file); // as when the program died between the two
        }
      }
    }
    try (Clone clone = open(remote)) {
      Path folder = ((BareClone) clone).repository().getDirectory().toPath();
      GitBinary.run(folder, "update-ref", "-d", "refs/remotes/origin/main");
      clones.fetch(clone, Progress.SILENT);
      assertThat(clone.branch("main").map(Branch::commit).flatMap(clone::snapshot)).isPresent();
      assertThat(GitBinary.run(folder, "fsck", "--strict", "--no-dangling")).isPresent();
    }
  }

  @Test
  void manyPacksBecomeOneAtOnceAndEverythingIsReadAllTheSame() throws Exception {
    try (Clone clone = open(remote)) {
      Path folder = ((BareClone) clone).repository().getDirectory().toPath();
      Files.writeString(
          folder.resolve("config"), "[gc]\n\tautoPackLimit = 2\n", StandardOpenOption.APPEND);
      for (int i = 0; i < 8; i++) {
        origin.file("again.yaml", "round: " + i).commit("Again " + i).branch("dev");
        clones.fetch(clone, Progress.SILENT);
        assertThat(clone.branch("dev").orElseThrow().commit()).isEqualTo(origin.head());
      }
      assertThat(
              files(folder.resolve("objects/pack")).stream()
                  .filter(pack -> pack.toString().endsWith(".pack")))
          .hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void aRemoteThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> open(temp.resolve("nowhere")))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.NOT_FOUND))
        .hasMessageContaining("nowhere");
  }

  @Test
  void aUsersOwnCloneIsReadWhereItIs() throws Exception {
    try (Clone clone = clones.openLocal(URL, remote, Optional.empty())) {
      assertThat(clone.branch("dev")).map(Branch::from).contains(Branch.From.LOCAL);
      assertThat(clone.defaultBranch()).contains("main");
    }
  }

  @Test
  void aUsersOwnCloneIsReadWhereNothingMayBeWrittenAndNotAByteOfItChanges() throws Exception {
    List<Path> all = files(remote);
    Map<Path, FileTime> before = times(all);
    all.forEach(file -> file.toFile().setWritable(false));
    try (Clone clone = clones.openLocal(URL, remote, Optional.empty())) {
      String tip = clone.branch("dev").orElseThrow().commit();
      assertThat(clone.snapshot(tip).orElseThrow().find(TreePath.ROOT)).isPresent();
      assertThat(clone.history().commit(tip)).isPresent();
      assertThat(clones.fetch(clone, Progress.SILENT)).isEmpty();
      assertThat(files(remote)).isEqualTo(all);
      assertThat(times(all)).isEqualTo(before);
    } finally {
      all.forEach(file -> file.toFile().setWritable(true));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted().toList();
    }
  }

  private static Map<Path, FileTime> times(List<Path> files) throws IOException {
    var times = new HashMap<Path, FileTime>();
    for (Path file : files) {
      times.put(file, Files.getLastModifiedTime(file));
    }
    return times;
  }

  @Test
  void aSha256RepositoryIsRefusedBeforeTheLibraryTripsOverIt() throws Exception {
    appendConfig("[extensions]\n\tobjectFormat = sha256\n");

    assertThatThrownBy(() -> clones.openLocal(URL, remote, Optional.empty()))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.UNSUPPORTED))
        .hasMessageContaining("sha256");
  }

  @Test
  void aPartialCloneIsRefusedWithTheWayOut() throws Exception {
    appendConfig("[extensions]\n\tpartialClone = origin\n");

    assertThatThrownBy(() -> clones.openLocal(URL, remote, Optional.empty()))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("git fetch --refetch");
  }

  @Test
  void aFolderWithoutAConfigurationIsReadAndClonedAsGitDoes() throws Exception {
    Files.delete(remote.resolve("config"));

    try (Clone own = clones.openLocal(URL, remote, Optional.empty());
        Clone clone = open(remote)) {
      assertThat(own.branches()).containsExactly("dev", "main");
      assertThat(clone.branches()).containsExactly("dev", "main");
    }
    assertThat(remote.resolve("config")).doesNotExist();
  }

  private void appendConfig(String text) throws IOException {
    File config = remote.resolve("config").toFile();
    Files.writeString(config.toPath(), Files.readString(config.toPath()) + text);
  }
}
