package dev.layerscope.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.layerscope.git.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two texts as a unified diff that {@code git apply} takes. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private UnifiedDiff() {}

  static String of(TreePath path, Optional<String> before, Optional<String> after) {
    String from = before.isEmpty() ? "/dev/null" : "a/" + path.value();
    String to = after.isEmpty() ? "/dev/null" : "b/" + path.value();
    List<String> old = lines(before.orElse(""));
    var patch = DiffUtils.diff(old, lines(after.orElse("")));
    var out = new StringBuilder("diff --git a/" + path.value() + " b/" + path.value() + "\n");
    if (before.isEmpty()) {
      out.append("new file mode 100644\n");
    } else if (after.isEmpty()) {
      out.append("deleted file mode 100644\n");
    }
    for (String line : UnifiedDiffUtils.generateUnifiedDiff(from, to, old, patch, CONTEXT)) {
      // git counts an absent side from line 0.
      String counted = before.isEmpty() ? line.replaceFirst("^@@ -1,0 ", "@@ -0,0 ") : line;
      out.append(counted.replace("\n", "\n" + NO_NEWLINE)).append('\n');
    }
    return out.toString();
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
