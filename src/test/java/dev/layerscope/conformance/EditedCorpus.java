package dev.layerscope.conformance;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.export.TreeJson;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.changeset.UndoChangeSet;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.CommitPlan;
import dev.layerscope.operation.plan.PlanEdit;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A set of the corpora, copied to where it can be edited: one environment, the default branch. */
final class EditedCorpus {
  static final String ENVIRONMENT = "only";

  private final Path folder;
  private final Path clones;

  private EditedCorpus(Path folder) {
    this.folder = folder;
    this.clones = folder.resolve("clones");
  }

  static EditedCorpus copy(Path set, Path into) throws IOException {
    Path corpora = set.getParent().getParent().toAbsolutePath().normalize();
    try (Stream<Path> files = Files.walk(set)) {
      for (Path file : files.filter(f -> !f.equals(set)).toList()) {
        Files.copy(file, into.resolve(set.relativize(file).toString()));
      }
    }
    Path workspace = into.resolve("workspace.yaml");
    String text = Files.readString(workspace).replace("remote: ../../", "remote: " + corpora + "/");
    boolean master = text.contains("defaultBranch: master");
    Files.writeString(
        workspace,
        text
            + "environments:\n- {name: "
            + ENVIRONMENT
            + ", branch: "
            + (master ? "master" : "main")
            + "}\n");
    return new EditedCorpus(into);
  }

  Opened open() throws Exception {
    Opened opened = new OpenWorkspace(clones).open(folder, Progress.SILENT);
    for (Path clone : folders()) {
      git(clone, "config", "user.name", "Robin Example");
      git(clone, "config", "user.email", "robin@example.com");
      git(clone, "config", "commit.gpgsign", "false");
    }
    return opened;
  }

  static Hierarchy resolve(Opened opened) {
    return Resolve.resolve(opened, Selection.environment(ENVIRONMENT), Progress.SILENT);
  }

  /** What a fault has left is taken back, so that the next edit meets the estate as it was. */
  void restore() throws Exception {
    try (Opened opened = open()) {
      var undo = new UndoChangeSet(clones);
      for (var set = undo.latest(opened); set.isPresent(); set = undo.latest(opened)) {
        undo.undo(opened, set.get(), Progress.SILENT);
      }
    }
    forgetNewClones();
  }

  /** Repositories that are made begin with nothing, not with what an edit before has left. */
  private void forgetNewClones() throws IOException {
    String text = Files.readString(folder.resolve("workspace.yaml"));
    for (Path clone : folders()) {
      String name = clone.getFileName().toString().replaceFirst("-[^-]*$", "");
      if (!text.contains("/" + name + ".git")) {
        try (Stream<Path> files = Files.walk(clone)) {
          for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** Plans, commits, reads again, asks git and Kustomize, and takes it back; tells in one line. */
  String run(Intention wish) throws Exception {
    PlannedEdit edit;
    String before = state();
    try (Opened opened = open()) {
      switch (PlanEdit.plan(opened, wish, Progress.SILENT)) {
        case PlanEdit.Answer.Refused(String reason, String hint) -> {
          assertThat(state()).isEqualTo(before);
          return "refused: " + reason + " " + hint.lines().findFirst().orElse("");
        }
        case PlanEdit.Answer.Planned(PlannedEdit planned) -> edit = planned;
      }
      Optional<String> despite =
          edit.newErrors().isEmpty() ? Optional.empty() : Optional.of("to see it written");
      var order = new CommitPlan.Order(edit, Optional.empty(), despite, Optional.empty());
      assertThat(new CommitPlan(clones).commit(opened, order, Progress.SILENT))
          .isInstanceOf(CommitPlan.Outcome.Committed.class);
    }
    String built;
    try (Opened fresh = open()) {
      for (Preview preview : edit.previews()) {
        if (edit.newErrors().isEmpty()) {
          assertThat(difference(json(fresh, preview.after()), json(fresh, resolve(fresh))))
              .isEmpty();
        }
        boolean seen =
            edit.plan().warnings().stream().noneMatch(w -> w.contains("cannot be looked into"));
        edit.plan().branches().stream()
            .flatMap(b -> seen ? b.creates().stream() : Stream.empty())
            .forEach(id -> assertThat(preview.after().node(id)).as(id.text()).isPresent());
      }
      built = new KubectlAfterwards(clones).check(edit);
    }
    takeBack(edit.plan().steps().size());
    forgetNewClones();
    assertThat(state()).isEqualTo(before);
    return "planned %d steps, %d files, %d new errors%s"
        .formatted(
            edit.plan().steps().size(),
            edit.plan().branches().stream().mapToInt(b -> b.files().size()).sum(),
            edit.newErrors().size(),
            built);
  }

  private void takeBack(int steps) throws Exception {
    try (Opened opened = open()) {
      var undo = new UndoChangeSet(clones);
      for (int i = 0; i < steps; i++) {
        ChangeSet set = undo.latest(opened).orElseThrow();
        undo.undo(opened, set, Progress.SILENT);
      }
    }
    for (Path clone : folders()) {
      git(clone, "fsck", "--strict", "--no-dangling");
    }
  }

  /** Every branch that is only here, and the workspace file. */
  private String state() throws Exception {
    var refs = new TreeSet<String>();
    for (Path clone : folders()) {
      refs.add(git(clone, "for-each-ref", "refs/heads"));
    }
    refs.removeIf(String::isBlank);
    return refs + Files.readString(folder.resolve("workspace.yaml"));
  }

  private static String json(Opened opened, Hierarchy hierarchy) {
    return TreeJson.print(DescribeTree.of(opened, Selection.environment(ENVIRONMENT), hierarchy));
  }

  /** The first line that differs; the documents are long. */
  private static String difference(String promised, String read) {
    List<String> a = promised.lines().toList();
    List<String> b = read.lines().toList();
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return "line " + i + ": " + a.get(i).strip() + " became " + b.get(i).strip();
      }
    }
    return a.size() == b.size() ? "" : a.size() + " lines became " + b.size();
  }

  private List<Path> folders() throws IOException {
    if (!Files.isDirectory(clones)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(clones)) {
      return all.filter(f -> f.toString().endsWith(".git")).sorted().toList();
    }
  }

  /** The clone of a repository. */
  static Path clone(Path clones, RepoUrl url) throws IOException {
    try (Stream<Path> all = Files.list(clones)) {
      return all.filter(f -> f.getFileName().toString().startsWith(url.shortName() + "-"))
          .filter(f -> f.toString().endsWith(".git"))
          .findFirst()
          .orElseThrow();
    }
  }
}
