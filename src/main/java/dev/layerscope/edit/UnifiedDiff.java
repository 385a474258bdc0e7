package dev.layerscope.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import dev.layerscope.git.FileMode;
import dev.layerscope.git.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two texts as a unified diff that {@code git apply} takes. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NEW = "new file mode ";
  private static final String DELETED = "deleted file mode ";
  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private UnifiedDiff() {}

  static String of(
      TreePath path, Optional<String> before, Optional<String> after, Optional<FileMode> mode) {
    String from = before.isEmpty() ? "/dev/null" : "a/" + path.value();
    String to = after.isEmpty() ? "/dev/null" : "b/" + path.value();
    List<String> old = lines(before.orElse(""));
    var patch = DiffUtils.diff(old, lines(after.orElse("")));
    var out = new StringBuilder("diff --git a/" + path.value() + " b/" + path.value() + "\n");
    if (before.isEmpty()) {
      int bits = mode.map(FileMode::after).orElse(FileMode.PLAIN);
      out.append(NEW).append(FileMode.text(bits)).append('\n');
    } else if (after.isEmpty()) {
      int bits = mode.map(FileMode::after).orElse(FileMode.PLAIN);
      out.append(DELETED).append(FileMode.text(bits)).append('\n');
    } else {
      mode.ifPresent(bits -> out.append(modes(bits)));
    }
    for (String line : UnifiedDiffUtils.generateUnifiedDiff(from, to, old, patch, CONTEXT)) {
      // git counts an absent side from line 0.
      String counted = before.isEmpty() ? line.replaceFirst("^@@ -1,0 ", "@@ -0,0 ") : line;
      out.append(counted.replace("\n", "\n" + NO_NEWLINE)).append('\n');
    }
    return out.toString();
  }

  private static String modes(FileMode bits) {
    return "old mode "
        + FileMode.text(bits.before().orElse(FileMode.PLAIN))
        + "\nnew mode "
        + FileMode.text(bits.after())
        + "\n";
  }

  /** What a diff makes of a text. */
  sealed interface Applied {
    /** Of exactly this text it makes that one; empty for a file that goes. */
    record Becomes(Optional<String> after) implements Applied {}

    /** It was made of another text, or is of bytes. */
    record Elsewhere() implements Applied {}
  }

  /** Applies a diff that was written here; where it stands, every line has to be as it says. */
  static Applied apply(Optional<String> before, String diff) {
    String text = diff.replace("\n" + NO_NEWLINE + "\n", "\r\u0000\n");
    List<String> all =
        Stream.of(text.split("\n")).map(line -> line.replace("\r\u0000", "\n")).toList();
    boolean added = all.stream().anyMatch(line -> line.startsWith(NEW));
    int hunk = first(all);
    if (added != before.isEmpty() || hunk == all.size()) {
      return new Applied.Elsewhere();
    }
    Patch<String> patch = UnifiedDiffUtils.parseUnifiedDiff(all.subList(hunk - 2, all.size()));
    try {
      List<String> lines = DiffUtils.patch(lines(before.orElse("")), patch);
      return all.subList(0, hunk).stream().anyMatch(line -> line.startsWith(DELETED))
          ? new Applied.Becomes(Optional.empty())
          : new Applied.Becomes(Optional.of(text(lines)));
    } catch (PatchFailedException e) {
      return new Applied.Elsewhere();
    }
  }

  private static int first(List<String> lines) {
    int hunk = 0;
    while (hunk < lines.size() && !lines.get(hunk).startsWith("@@ ")) {
      hunk++;
    }
    return hunk;
  }

  private static String text(List<String> lines) {
    var out = new StringBuilder();
    for (String line : lines) {
      out.append(line).append(line.endsWith("\n") ? "" : "\n");
    }
    // A last line without a line feed is marked by one.
    return lines.isEmpty() || !lines.getLast().endsWith("\n")
        ? out.toString()
        : out.substring(0, out.length() - 1);
  }

  /** The lines without their line feeds; a last line that has none is marked by one. */
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start) + "\n");
    }
    return lines;
  }
}
