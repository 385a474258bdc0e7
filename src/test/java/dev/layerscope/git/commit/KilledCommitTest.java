package dev.layerscope.git.commit;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.clones.Clones;
import dev.layerscope.work.AnotherJava;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that dies in the middle of a change set over five repositories leaves all of it or
 * nothing of it behind, once the next one has started. With {@code -Dlayerscope.killed=all} it dies
 * before and after every step; else around the deciding ones.
 */
class KilledCommitTest {
  @TempDir private Path temp;
  private Path prepared = Path.of("");

  @BeforeEach
  void fiveRepositoriesClonedOnce() throws Exception {
    prepared = Files.createDirectory(temp.resolve("prepared"));
    Path seed = Files.createDirectory(temp.resolve("seed"));
    git(seed, "init", "-q", "-b", "dev");
    Files.writeString(seed.resolve("README.md"), "x\n");
    git(seed, "add", ".");
    git(seed, "-c", "user.name=R", "-c", "user.email=r@example.com", "commit", "-q", "-m", "First");
    var clones = new Clones(prepared.resolve("clones"));
    for (String name : KilledCommit.NAMES) {
      Path remote = prepared.resolve(name + ".git");
      git(temp, "clone", "-q", "--bare", seed.toString(), remote.toString());
      clones
          .open(KilledCommit.url(name), remote.toString(), Optional.of("dev"), Progress.SILENT)
          .close();
    }
    Files.writeString(prepared.resolve("workspace.yaml"), "name: before\n");
  }

  @Test
  void afterADeathAtAnyStepThereIsAllOfItOrNothing() throws Exception {
    Path first = copy("whole");
    List<String> steps = child(first).lines().toList();
    assertThat(state(first)).isEqualTo("all");
    assertThat(steps)
        .contains("write the objects of dev of a", "pin dev of e", "note decided", "move dev of c")
        .endsWith("write workspace.yaml", "note done");
    boolean all = System.getProperty("layerscope.killed", "").equals("all");
    int decided = steps.indexOf("note decided");
    var outcomes = new TreeMap<String, String>();
    for (int step = 0; step < steps.size(); step++) {
      for (String when : List.of("before", "after")) {
        boolean deciding =
            step == decided
                || steps.get(step).equals("move dev of c") && when.equals("after")
                || steps.get(step).equals("write workspace.yaml") && when.equals("after");
        if (all || deciding) {
          String found = killed(when, step);
          outcomes.put(when + " " + steps.get(step), found);
          boolean past = step > decided || step == decided && when.equals("after");
          assertThat(found).as("%s %s", when, steps.get(step)).isEqualTo(past ? "all" : "nothing");
        }
      }
    }
    assertThat(outcomes).hasSize(all ? 2 * steps.size() : 4);
  }

  private String killed(String when, int step) throws Exception {
    Path folder = copy(when + step);
    child(folder, when, Integer.toString(step));
    new LocalCommits(folder.resolve("change-sets"), Clock.systemUTC()).recover(Progress.SILENT);
    return state(folder);
  }

  /** What the next program finds. */
  private String state(Path folder) throws Exception {
    var found = new ArrayList<String>();
    for (String name : KilledCommit.NAMES) {
      Path clone = folderOf(folder, name);
      git(clone, "fsck", "--strict", "--no-dangling");
      String branches = git(clone, "for-each-ref", "--format=%(refname)", "refs/heads");
      found.add(branches.isBlank() ? "nothing" : "all");
      assertThat(git(clone, "for-each-ref", "refs/remotes")).isNotBlank();
    }
    boolean before = Files.readString(folder.resolve("workspace.yaml")).equals("name: before\n");
    found.add(before ? "nothing" : "all");
    return String.join(",", found.stream().distinct().toList());
  }

  private static Path folderOf(Path folder, String name) throws IOException {
    try (Stream<Path> list = Files.list(folder.resolve("clones"))) {
      return list.filter(f -> f.getFileName().toString().startsWith(name + "-"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow();
    }
  }

  private Path copy(String name) throws IOException {
    Path to = temp.resolve(name);
    try (Stream<Path> walk = Files.walk(prepared)) {
      for (Path file : walk.toList()) {
        Files.copy(file, to.resolve(prepared.relativize(file).toString()));
      }
    }
    // The clones know their remotes by path; those of the copy are the same repositories.
    for (String repository : KilledCommit.NAMES) {
      Path config = folderOf(to, repository).resolve("config");
      Files.writeString(
          config, Files.readString(config).replace(prepared.toString(), to.toString()));
    }
    return to;
  }

  private static String child(Path folder, String... more) throws Exception {
    var arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(List.of(more));
    AnotherJava.Ended child = AnotherJava.run(KilledCommit.class, List.of(), arguments);
    assertThat(child.status()).as(child.said()).isEqualTo(more.length == 0 ? 0 : 9);
    return child.said();
  }
}
