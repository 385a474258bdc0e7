package dev.layerscope.export;

import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.Preview;
import dev.layerscope.git.ChangeSet;
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
    for (int i = 0; i < plan.branches().size(); i++) {
      branch(document, i, out);
    }
    document.edit().previews().forEach(preview -> preview(preview, out));
    document.written().ifPresent(set -> written(set, out));
    return out.toString();
  }

  private static void branch(PlanDocument document, int index, StringBuilder out) {
    BranchChange change = document.edit().plan().branches().get(index);
    boolean committed = index < document.commits().size();
    String commit =
        committed
            ? "commit " + document.commits().get(index).after().commit().substring(0, 7)
            : "on " + change.base().substring(0, 7);
    out.append("\n%s  %s  %s\n".formatted(change.repository().display(), change.branch(), commit));
    for (FileChange file : change.files()) {
      if (committed) {
        out.append("  %s %s  (%s)\n".formatted(file.kind().word(), file.path(), file.reason()));
      } else {
        out.append(file.diff());
      }
    }
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
