package dev.layerscope.git.commit;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Person;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one change set over five repositories and a workspace file, and dies where it is told to:
 * {@code FOLDER before|after STEP}, the step counted from 0; without a step it names them all.
 */
final class KilledCommit {
  static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
  private static final Person ROBIN =
      new Person(
          "Robin Example",
          "robin@example.com",
          Instant.parse("2026-01-02T00:00:00Z"),
          ZoneOffset.UTC);

  private KilledCommit() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    if (arguments.length == 1) {
      write(
          folder,
          new WriteSteps() {
            @Override
            public void before(String step) {
              System.out.println(step);
            }
          });
      return;
    }
    boolean before = arguments[1].equals("before");
    int last = Integer.parseInt(arguments[2]);
    write(
        folder,
        new WriteSteps() {
          private int done;

          @Override
          public void before(String step) {
            dieWhen(before && done == last);
          }

          @Override
          public void after(String step) {
            dieWhen(!before && done == last);
            done++;
          }
        });
  }

  private static void dieWhen(boolean now) {
    if (now) {
      Runtime.getRuntime().halt(9);
    }
  }

  static RepoUrl url(String name) {
    return new RepoUrl("https://git.example.com/" + name + ".git");
  }

  private static void write(Path folder, WriteSteps steps) throws Exception {
    var clones = new Clones(folder.resolve("clones"));
    var commits = new ArrayList<PlannedCommit>();
    for (String name : NAMES) {
      Clone clone =
          clones.open(
              url(name),
              folder.resolve(name + ".git").toString(),
              Optional.of("dev"),
              Progress.SILENT);
      Optional<Snapshot> base = clone.branch("dev").map(Branch::commit).flatMap(clone::snapshot);
      Map<TreePath, Optional<byte[]>> files =
          Map.of(
              TreePath.of("deps/new.yaml"),
              Optional.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      commits.add(new CommitDraft(clone, "dev", base, files, ROBIN, "New").plan());
    }
    Path file = folder.resolve("workspace.yaml");
    var move =
        new ChangeSet.FileMove(
            file, Optional.of(Files.readString(file)), Optional.of("name: after\n"));
    new LocalCommits(folder.resolve("change-sets"), Clock.systemUTC(), steps)
        .write(
            new LocalCommits.Writing("Five at once", commits, List.of(move), Optional.empty()),
            Progress.SILENT);
  }
}
