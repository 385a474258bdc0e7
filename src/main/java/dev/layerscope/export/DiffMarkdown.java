package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import java.util.List;

/**
 * A comparison as Markdown fit for a comment under a pull request: the risks first, then one fold
 * per Application. Text of repositories is escaped; what does not fit a comment is counted.
 */
public final class DiffMarkdown {
  /** Hosts refuse comments of more than 65,536 characters. */
  private static final int MOST = 60_000;

  private final StringBuilder out = new StringBuilder();

  private DiffMarkdown() {}

  /** The whole report, ending with a line feed. */
  public static String print(DiffDocument document) {
    var markdown = new DiffMarkdown();
    markdown.head(document);
    markdown.risks(document);
    markdown.applications(document.differing());
    markdown.repositories(document);
    return markdown.out.toString();
  }

  private void head(DiffDocument document) {
    out.append("### ")
        .append(escape(document.from()))
        .append(" → ")
        .append(escape(document.to()))
        .append("\n\n");
    if (document.sinceDiverged()) {
      out.append("What the second side has changed since it left the first.\n\n");
    }
    DiffWords.summary(document).forEach(line -> out.append(escape(line)).append("  \n"));
    out.append('\n');
  }

  private void risks(DiffDocument document) {
    List<String> lines =
        document.differing().stream()
            .flatMap(a -> a.risks().stream().map(risk -> risk(a, risk)))
            .toList();
    if (!lines.isEmpty()) {
      out.append("**").append(DiffWords.count(lines.size(), "risk", "risks")).append("**\n\n");
      lines.forEach(out::append);
      out.append('\n');
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
    List<String> roots = application.change().roots();
    return roots.size() <= 5
        ? escape(String.join(", ", roots))
        : roots.size() + " roots: " + escape(String.join(", ", roots.subList(0, 5))) + " …";
  }

  private void applications(List<DiffDocument.Application> differing) {
    for (int i = 0; i < differing.size(); i++) {
      if (out.length() > MOST) {
        out.append("\nand ")
            .append(DiffWords.count(differing.size() - i, "Application", "Applications"))
            .append(" more, which do not fit here.\n");
        return;
      }
      application(differing.get(i));
    }
  }

  private void application(DiffDocument.Application application) {
    var change = application.change();
    out.append("<details><summary>")
        .append(DiffWords.mark(application.effective()))
        .append(" <b>")
        .append(DiffHtml.escape(change.node().name()))
        .append("</b> ")
        .append(application.effective().word());
    change.renamedFrom().ifPresent(old -> out.append(", was ").append(DiffHtml.escape(old.name())));
    out.append(" · ")
        .append(DiffHtml.escape(String.join(", ", change.roots())))
        .append("</summary>\n\n");
    change
        .reason()
        .or(application::unknown)
        .ifPresent(reason -> out.append("Unknown: ").append(escape(reason)).append("\n\n"));
    fields("", change.fields());
    for (ResourceChange resource : application.resources()) {
      if (resource.change() != Change.SAME) {
        out.append("- ")
            .append(DiffWords.mark(resource.change()))
            .append(" `")
            .append(code(resource.key().text()))
            .append("`\n");
        fields("  ", resource.fields());
      }
    }
    out.append("\n</details>\n");
  }

  private void fields(String indent, List<FieldChange> fields) {
    for (FieldChange field : fields) {
      out.append(indent).append("- `").append(code(field.path())).append("`: ");
      BriefValues values = BriefValues.of(field);
      out.append(value(values.from())).append(" → ");
      out.append(value(values.to())).append(escape(DiffWords.note(field))).append('\n');
    }
  }

  private static String value(String json) {
    return "`" + code(json) + "`";
  }

  private void repositories(DiffDocument document) {
    List<DiffDocument.Repository> speaking =
        document.repositories().stream().filter(DiffDocument.Repository::says).toList();
    if (speaking.isEmpty()) {
      return;
    }
    out.append("\n| repository | files | commits coming in | only on the first side |\n");
    out.append("|---|---|---|---|\n");
    for (DiffDocument.Repository repository : speaking) {
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
  }

  private static String side(CommitsApart.Side side, CommitsApart commits) {
    return side.count()
        + (side.folded() == 0 ? "" : " (" + side.folded() + " on both as the same patch)")
        + (commits.related() ? "" : " (no common ancestor)")
        + (commits.uncertain() ? " (" + DiffWords.SHALLOW + ")" : "");
  }

  private static String code(String text) {
    return text.replace('`', '\'').replace("\n", " ").replace("\r", " ");
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
