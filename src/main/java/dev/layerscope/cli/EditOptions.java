package dev.layerscope.cli;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.export.PlanDocument;
import dev.layerscope.export.PlanJson;
import dev.layerscope.export.PlanText;
import dev.layerscope.git.GitException;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.CommitPlan;
import dev.layerscope.operation.plan.PlanEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that edits takes, and what it does with a plan. */
final class EditOptions {
  @Mixin private Output output = new Output();
  @Mixin private BesideOption beside = new BesideOption();

  @Option(names = "--dry-run", description = "Print the unified diff and write nothing.")
  private boolean dryRun;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "The commit message.")
  private @Nullable String message;

  @Option(
      names = "--despite",
      paramLabel = "REASON",
      description = "Commit although there are new errors; the reason goes into the message.")
  private @Nullable String despite;

  @Option(
      names = "--topic",
      paramLabel = "BRANCH",
      description = "Commit to a branch of this name instead of the environment's.")
  private @Nullable String topic;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  /** How the plan is written. */
  enum Format {
    TEXT,
    JSON
  }

  /** What is wanted, where it takes the open workspace to know. */
  interface Wanting {
    Intention in(Opened opened) throws Exception;
  }

  /** Plans, prints, and commits unless only a look was asked for. */
  int plan(WorkspaceOptions workspace, Intention intention) throws Exception {
    return plan(workspace, opened -> intention);
  }

  /** The same for what has to be found first. */
  int plan(WorkspaceOptions workspace, Wanting wanting) throws Exception {
    try (Opened opened = workspace.open()) {
      return switch (PlanEdit.plan(opened, wanting.in(opened), new TerminalProgress())) {
        case PlanEdit.Answer.Refused(String reason, String hint) ->
            throw new UsageException(hint.isEmpty() ? reason : reason + " " + hint);
        case PlanEdit.Answer.Planned(PlannedEdit planned) ->
            finish(opened, workspace.clonesFolder(), planned);
      };
    }
  }

  /** Prints a plan, and commits it unless only a look was asked for. */
  private int finish(Opened opened, Path clones, PlannedEdit edit)
      throws GitException, IOException, UsageException {
    List<PlanDocument.Meets> meets = beside.meets(edit.plan());
    if (dryRun) {
      print(PlanDocument.planned(edit, meets));
      return ExitStatus.DONE;
    }
    var order =
        new CommitPlan.Order(
            edit,
            Optional.ofNullable(message),
            Optional.ofNullable(despite),
            Optional.ofNullable(topic));
    return switch (new CommitPlan(clones).commit(opened, order, new TerminalProgress())) {
      case CommitPlan.Outcome.Committed(var sets, var commits) -> {
        print(PlanDocument.committed(edit, meets, sets, commits));
        yield ExitStatus.DONE;
      }
      case CommitPlan.Outcome.Blocked(List<Preview.Seen> errors) -> {
        print(PlanDocument.planned(edit, meets));
        Terminal.remark(
            "layerscope: nothing was committed: the plan brings "
                + (errors.size() == 1 ? "a new error" : errors.size() + " new errors")
                + ". Mend it, or say --despite why.");
        yield ExitStatus.FINDINGS;
      }
    };
  }

  private void print(PlanDocument document) throws IOException {
    switch (format) {
      case TEXT -> output.writeExactly(PlanText.print(document)); // a patch
      case JSON -> output.write(PlanJson.print(document));
    }
  }
}
