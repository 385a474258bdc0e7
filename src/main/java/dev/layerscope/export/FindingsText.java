package dev.layerscope.export;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code layerscope check}: a paragraph for each finding, worst first, and what was looked at. */
public final class FindingsText {
  private FindingsText() {}

  public static String of(FindingsDocument document) {
    var out = new StringBuilder();
    Map<Finding, List<FindingsDocument.Entry>> distinct = document.distinct(document.fresh());
    distinct.forEach((finding, entries) -> paragraph(finding, entries, out));
    out.append(counts(document, distinct)).append(lookedAt(document)).append('\n');
    document
        .looked()
        .unknownRoots()
        .forEach((root, reason) ->
            out.append("Root %s could not be looked at: %s%n".formatted(root, reason)));
    document
        .looked()
        .unreadable()
        .forEach((url, reason) ->
            out.append("Repository %s could not be read: %s%n".formatted(url, reason)));
    return out.toString().replace("\r\n", "\n");
  }

  /** One line: what was looked at, and how much of it may hide more. */
  static String lookedAt(FindingsDocument document) {
    FindingsDocument.Looked looked = document.looked();
    var out = new StringBuilder(" in " + looked.nodes() + " nodes");
    if (looked.everything() && document.failedChecks() == 0) {
      return out.append("; all of them exact.").toString();
    }
    if (!looked.doubts().isEmpty()) {
      out.append("; ").append(looked.doubts()).append(": these may hide more");
    }
    if (!looked.unreadable().isEmpty()) {
      out.append("; ").append(count(looked.unreadable().size(), "repository", "repositories"));
      out.append(" unreadable");
    }
    if (document.failedChecks() > 0) {
      out.append("; ").append(document.failedChecks()).append(" checks stumbled");
    }
    return out.append('.').toString();
  }

  private static String counts(
      FindingsDocument document, Map<Finding, List<FindingsDocument.Entry>> distinct) {
    long errors = count(distinct, Severity.ERROR);
    long warnings = count(distinct, Severity.WARNING);
    long infos = count(distinct, Severity.INFO);
    var out = new StringBuilder();
    out.append(
        errors + warnings == 0
            ? "No errors and no warnings"
            : count(errors, "error", "errors") + ", " + count(warnings, "warning", "warnings"));
    out.append(infos == 0 ? "" : ", " + infos + " worth knowing");
    long known = document.entries().stream().filter(document::isKnown).count();
    document.held().ifPresent(where -> out.append("; ").append(known).append(' ').append(where));
    out.append(document.waived().isEmpty() ? "" : "; " + document.waived().size() + " waived");
    return out.toString();
  }

  private static void paragraph(
      Finding finding, List<FindingsDocument.Entry> entries, StringBuilder out) {
    out.append(finding.code().text()).append(": ").append(Inert.line(finding.message()));
    out.append(
        finding.certainty().exact()
            ? ""
            : " ("
                + finding.certainty().level().word()
                + ": "
                + String.join("; ", finding.certainty().why())
                + ")");
    out.append('\n');
    finding
        .locations()
        .forEach(location -> out.append("    ").append(Inert.line(place(location))).append('\n'));
    if (entries.size() > 1) {
      List<String> planes =
          entries.stream()
              .flatMap(entry -> entry.node().stream())
              .map(NodeId::controlPlane)
              .distinct()
              .toList();
      out.append("    seen %d times: %s%n".formatted(entries.size(), String.join(", ", planes)));
    }
  }

  static String place(Location location) {
    String repository =
        location.repoUrl().isEmpty() ? "" : new RepoUrl(location.repoUrl()).shortName() + " ";
    String commit =
        location.revision().isEmpty() ? "" : "@" + location.revision().substring(0, 7) + " ";
    return repository + commit + location.pathAndLine();
  }

  private static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : many);
  }

  private static long count(
      Map<Finding, List<FindingsDocument.Entry>> distinct, Severity severity) {
    return distinct.keySet().stream().filter(f -> f.severity() == severity).count();
  }
}
