package dev.layerscope.git.clones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.work.AnotherJava;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that dies while it clones or fetches leaves nothing behind that the next one takes for
 * a clone or stumbles over. With {@code -Dlayerscope.killed=all} it dies at 50 random moments by
 * the clock; else at a few steps on the way.
 */
class KilledFetchTest {
  private static final int FILES = 300;
  private static final int BRANCHES = 40;

  @TempDir private Path temp;
  private Path remote = Path.of("");
  private GitFixture fixture;
  private Path earlier = Path.of("");

  @BeforeEach
  void aRemoteAndACloneOfItsPast() throws Exception {
    GitSettings.install();
    remote = temp.resolve("baseline.git");
    Repository made = new FileRepositoryBuilder().setGitDir(remote.toFile()).setBare().build();
    made.create(true);
    fixture = GitFixture.in(made, "x").withoutRemote();
    grow("a");
    earlier = Files.createDirectory(temp.resolve("earlier"));
    child(earlier, "steps", -1);
    grow("b");
  }

  private void grow(String generation) {
    var random = new Random(7);
    for (int i = 0; i < FILES; i++) {
      fixture.file(generation + "/" + i, Long.toHexString(random.nextLong()).repeat(20));
    }
    fixture.commit("Grow " + generation);
    for (int i = 0; i < BRANCHES; i++) {
      fixture.branch(generation + i).file("mine", generation + i).commit("Branch").on("main");
    }
  }

  @Test
  void afterADeathAtAnyMomentTheNextStartHasASoundClone() throws Exception {
    boolean all = System.getProperty("layerscope.killed", "").equals("all");
    for (boolean cloning : new boolean[] {true, false}) {
      long[] whole = life(cloning);
      if (all) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 25; i++) {
          dies(cloning, "nanos", (long) (random.nextDouble() * whole[1] * 1.05));
        }
      } else {
        dies(cloning, "steps", whole[0] / 3);
        dies(cloning, "steps", whole[0]);
      }
    }
  }

  private long[] life(boolean cloning) throws Exception {
    String[] said = child(start(cloning), "steps", -1).strip().split(" ");
    return new long[] {Long.parseLong(said[0]), Long.parseLong(said[1])};
  }

  /** A folder of clones with none, or with the one of the past. */
  private Path start(boolean cloning) throws IOException {
    Path folder = Files.createTempDirectory(temp, "clones");
    if (!cloning) {
      try (Stream<Path> files = Files.walk(earlier)) {
        for (Path file : files.filter(f -> !f.equals(earlier)).toList()) {
          Files.copy(file, folder.resolve(earlier.relativize(file).toString()));
        }
      }
    }
    return folder;
  }

  private void dies(boolean cloning, String how, long when) throws Exception {
    Path folder = start(cloning);
    child(folder, how, when);
    String moment = "%s, killed at %d %s".formatted(cloning ? "cloning" : "fetching", when, how);

    var clones = new Clones(folder, Accounts.in(folder.resolve("home")));
    try (Clone clone =
        clones.open(KilledFetch.URL, remote.toString(), Optional.empty(), Progress.SILENT)) {
      clones.fetch(clone, Progress.SILENT);
      assertThat(clone.branches()).as(moment).hasSize(1 + 2 * BRANCHES);
      Path place = ((BareClone) clone).repository().getDirectory().toPath();
      assertThat(GitBinary.run(place, "fsck", "--strict", "--no-dangling")).as(moment).isPresent();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(f -> String.valueOf(f.getFileName())))
          .as(moment)
          .noneMatch(name -> name.endsWith(".unfinished") || name.startsWith("incoming_"))
          .filteredOn(name -> name.endsWith(".lock"))
          .containsExactly("baseline-" + hash(folder) + ".lock");
    }
  }

  private static String hash(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(f -> String.valueOf(f.getFileName()))
          .filter(name -> name.endsWith(".git"))
          .map(name -> name.replaceFirst("baseline-(.*)\\.git", "$1"))
          .findFirst()
          .orElseThrow();
    }
  }

  private String child(Path folder, String how, long when) throws Exception {
    AnotherJava.Ended child =
        AnotherJava.run(
            KilledFetch.class,
            List.of(),
            List.of(folder.toString(), remote.toString(), how, Long.toString(when)));
    assertThat(child.status()).as(child.said()).isIn(when < 0 ? List.of(0) : List.of(0, 9));
    return child.said();
  }
}
