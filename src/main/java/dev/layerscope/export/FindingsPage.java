package dev.layerscope.export;

import dev.layerscope.finding.Explanation;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** {@code docs/findings.md}: every kind of mistake with its cause, its cure and an example. */
public final class FindingsPage {
  private FindingsPage() {}

  /** The whole page as Markdown. */
  public static String markdown() {
    var out =
        new StringBuilder(
            """
            # Findings

            Every kind of mistake Layerscope knows, made from the program itself: change
            `explanations.txt` beside `FindingCode` and run `FindingsPageTest` with `-Dfindings=update`.
            The suffix of a code is its severity. An *Error* is reported by Argo CD or does not work, a
            *Warning* works today and will hurt, an *Info* is worth knowing. How to use them in a CI job,
            accept some and start from a baseline: [checking.md](checking.md).
            """);
    for (Severity severity : Severity.values()) {
      out.append("\n## ").append(title(severity)).append('\n');
      codes(severity).forEach(code -> section(code, out));
    }
    return out.toString();
  }

  private static String title(Severity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case INFO -> "Worth knowing";
    };
  }

  private static List<FindingCode> codes(Severity severity) {
    return Arrays.stream(FindingCode.values())
        .filter(code -> code.severity() == severity)
        .sorted(Comparator.comparing(FindingCode::text))
        .toList();
  }

  private static void section(FindingCode code, StringBuilder out) {
    Explanation explanation = code.explanation();
    out.append("\n### ").append(code.text()).append("\n\n");
    out.append(code.sentence()).append("\n\n");
    line("Cause", explanation.cause(), out);
    line("Argo CD", explanation.argocd(), out);
    line("Cure", explanation.cure(), out);
    if (!explanation.example().isEmpty()) {
      out.append("\n```yaml\n").append(explanation.example().strip()).append("\n```\n");
    }
  }

  private static void line(String name, String text, StringBuilder out) {
    if (!text.isEmpty()) {
      out.append("- **").append(name).append(":** ").append(text).append('\n');
    }
  }
}
