package dev.layerscope.export;

import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.Risk;
import java.util.List;

/**
 * A comparison as Markdown fit for a comment under a pull request: the risks first, then one fold
 * per Application. Text of repositories is escaped; what does not fit a comment is counted.
 */
public final class DiffMarkdown {
  /** Hosts refuse comments of more than 65,536 characters. */
  private static final int MOST = 64_000;

  private static final int MOST_LINES = 40;
  private static final int MOST_RISKS = 60;
  private static final int MOST_REPOSITORIES = 60;

  private final StringBuilder out = new StringBuilder();

  private DiffMarkdown() {}

  /** The whole report, ending with a line feed. */
  public static String print(DiffDocument document) {
    var markdown = new DiffMarkdown();
    markdown.head(document);
    markdown.risks(document);
    String repositories = repositories(document);
    markdown.applications(
        document.differing(), MOST - markdown.out.length() - repositories.length());
    return markdown.out.append(repositories).toString();
  }

  private void head(DiffDocument document) {
    out.append("### ").append(escape(FleetWords.title(document))).append("\n\n");
    if (document.sinceDiverged()) {
      out.append("What the second side has changed since it left the first.\n\n");
    }
    List<String> lines = DiffWords.summary(document);
    lines.stream().limit(MOST_LINES).forEach(line -> out.append(escape(line)).append("  \n"));
    more(lines.size() - MOST_LINES, out);
    out.append('\n');
  }

  private void risks(DiffDocument document) {
    List<String> lines =
        document.differing().stream()
            .flatMap(a -> a.risks().stream().map(risk -> risk(a, risk)))
            .toList();
    if (!lines.isEmpty()) {
      out.append("**").append(DiffWords.count(lines.size(), "risk", "risks")).append("**\n\n");
      lines.stream().limit(MOST_RISKS).forEach(out::append);
      more(lines.size() - MOST_RISKS, out);
      out.append('\n');
    }
  }

  private static void more(int count, StringBuilder out) {
    if (count > 0) {
      out.append("\nand ").append(count).append(" more.\n");
    }
  }

  private static String risk(DiffDocument.Application application, Risk risk) {
    return "- ⚑ **"
        + escape(application.change().node().name())
        + "** ("
        + roots(application)
        + "): "
        + escape(risk.words())
        + "\n";
  }

  private static String roots(DiffDocument.Application application) {
    return escape(FleetWords.brief(application.change().roots()));
  }

  /**
   * As many as fit, each whole or at least named; the others are counted.
   *
   * @param room characters
   */
  private void applications(List<DiffDocument.Application> differing, int room) {
    int end = out.length() + room;
    for (int i = 0; i < differing.size(); i++) {
      String whole = ApplicationMarkdown.of(differing.get(i));
      String fitting =
          out.length() + whole.length() <= end
              ? whole
              : ApplicationMarkdown.brief(differing.get(i));
      if (out.length() + fitting.length() > end) {
        out.append("\nand ")
            .append(DiffWords.count(differing.size() - i, "Application", "Applications"))
            .append(" more, which do not fit here.\n");
        return;
      }
      out.append(fitting);
    }
  }

  private static String repositories(DiffDocument document) {
    List<DiffDocument.Repository> speaking =
        document.repositories().stream().filter(DiffDocument.Repository::says).toList();
    if (speaking.isEmpty()) {
      return "";
    }
    var out = new StringBuilder();
    out.append("\n| repository | files | commits coming in | only on the first side |\n");
    out.append("|---|---|---|---|\n");
    for (DiffDocument.Repository repository :
        speaking.subList(0, Math.min(MOST_REPOSITORIES, speaking.size()))) {
      CommitsApart commits = repository.commits();
      out.append("| ").append(escape(repository.url().display())).append(" | ");
      out.append(
          repository
              .unknown()
              .map(DiffMarkdown::escape)
              .orElse(Integer.toString(repository.files().size())));
      out.append(" | ").append(side(commits.onlyTo(), commits));
      out.append(" | ").append(side(commits.onlyFrom(), commits)).append(" |\n");
    }
    more(speaking.size() - MOST_REPOSITORIES, out);
    return out.toString();
  }

  private static String side(CommitsApart.Side side, CommitsApart commits) {
    return side.count()
        + (side.folded() == 0 ? "" : " (" + side.folded() + " on both as the same patch)")
        + (commits.related() ? "" : " (no common ancestor)")
        + (commits.uncertain() ? " (" + DiffWords.SHALLOW + ")" : "");
  }

  /** Nothing of a repository may become a link, a mention, a tag or a table cell. */
  static String escape(String text) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '@' -> escaped.append("&#64;");
        case '\n', '\r' -> escaped.append(' ');
        case '\\', '`', '*', '_', '[', ']', '|', '#', '~' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
