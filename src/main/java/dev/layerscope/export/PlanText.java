package dev.layerscope.export;

import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Step;
import dev.layerscope.git.commit.ChangeSet;
import java.util.List;

/**
 * A plan for a terminal: what it is about, the files as one unified diff, and what becomes of the
 * picture.
 */
public final class PlanText {
  private PlanText() {}

  /** The text, ending with a line feed. The part with the diffs is what {@code git apply} takes. */
  public static String print(PlanDocument document) {
    Plan plan = document.edit().plan();
    var out = new StringBuilder();
    out.append(plan.title()).append('\n');
    plan.notes().forEach(note -> out.append("  ").append(note).append('\n'));
    plan.warnings().forEach(warning -> out.append("  warning: ").append(warning).append('\n'));
    for (PlanDocument.Meets meets : document.meets()) {
      out.append("  conflict: meets “%s” in %s\n".formatted(meets.title(), meets.place()));
    }
    int branch = 0;
    for (Step step : plan.steps()) {
      if (plan.steps().size() > 1) {
        step(plan, step, out);
      }
      for (int i = 0; i < step.branches().size(); i++) {
        branch(document, branch++, out);
      }
    }
    plan.additions()
        .repositories()
        .forEach(
            r -> out.append("\nworkspace: repository ").append(r.url().display()).append('\n'));
    plan.additions()
        .roots()
        .forEach(r -> out.append("workspace: root ").append(r.name()).append('\n'));
    document.edit().previews().forEach(preview -> preview(preview, out));
    document.written().forEach(set -> written(set, out));
    return out.toString();
  }

  private static void step(Plan plan, Step step, StringBuilder out) {
    out.append(
        "\nStep %d of %d: %s\n"
            .formatted(plan.steps().indexOf(step) + 1, plan.steps().size(), step.title()));
    if (!step.release().isEmpty()) {
      out.append("  before it is pushed, ").append(step.release()).append('\n');
    }
  }

  private static void branch(PlanDocument document, int index, StringBuilder out) {
    BranchChange change = document.edit().plan().branches().get(index);
    boolean committed = index < document.commits().size();
    String commit =
        committed
            ? "commit " + document.commits().get(index).after().commit().substring(0, 7)
            : on(change.base());
    out.append("\n%s  %s  %s\n".formatted(change.repository().display(), change.branch(), commit));
    for (FileChange file : change.files()) {
      if (committed) {
        out.append("  %s %s  (%s)\n".formatted(file.kind().word(), file.path(), file.reason()));
      } else {
        out.append(file.diff());
      }
    }
  }

  private static String on(Base base) {
    return switch (base) {
      case Base.At(String commit) -> "on " + commit.substring(0, 7);
      case Base.Nothing() -> "its first commit";
      case Base.After(String branch) -> "on what " + branch + " becomes";
    };
  }

  private static void preview(Preview preview, StringBuilder out) {
    out.append("\nHierarchy in ").append(preview.environment()).append('\n');
    if (preview.changes().isEmpty()) {
      out.append("  unchanged\n");
    }
    for (ApplicationChange change : preview.changes()) {
      out.append(
          "  %-8s %s %s of %s\n"
              .formatted(
                  change.change().word(),
                  change.id().kind().text(),
                  change.id().name(),
                  change.id().controlPlane()));
    }
    findings("new", preview.newFindings(), out);
    findings("gone", preview.goneFindings(), out);
  }

  private static void findings(String word, List<Preview.Seen> findings, StringBuilder out) {
    for (Preview.Seen seen : findings) {
      String where =
          seen.finding().locations().isEmpty()
              ? ""
              : " (" + seen.finding().locations().getFirst().pathAndLine() + ")";
      out.append(
          "  %s finding: %s: %s%s\n"
              .formatted(word, seen.finding().code().text(), seen.finding().message(), where));
    }
  }

  private static void written(ChangeSet set, StringBuilder out) {
    out.append("\nCommitted here as change set ")
        .append(set.id())
        .append(". Nothing was pushed.\n");
  }
}
