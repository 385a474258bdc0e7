package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import java.util.List;
import java.util.Optional;

/** One Application of a Markdown report: a fold with what differs in it. */
final class ApplicationMarkdown {
  /** Lines of one Application; of what is longer a reviewer opens the window or the page. */
  private static final int MOST_LINES = 150;

  private final StringBuilder out = new StringBuilder();
  private int lines;
  private int left;

  private ApplicationMarkdown() {}

  /** The whole fold. */
  static String of(DiffDocument.Application application) {
    var markdown = new ApplicationMarkdown();
    markdown.summary(application);
    markdown.body(application);
    return markdown.out.append("\n</details>\n").toString();
  }

  /** What it is and how much differs, for a comment without room for what. */
  static String brief(DiffDocument.Application application) {
    var markdown = new ApplicationMarkdown();
    markdown.summary(application);
    markdown
        .out
        .append(DiffWords.count(application.resources().size(), "object", "objects"))
        .append("; what differs in them does not fit here.\n\n</details>\n");
    return markdown.out.toString();
  }

  private void summary(DiffDocument.Application application) {
    var change = application.change();
    out.append("<details><summary>")
        .append(DiffWords.mark(application.effective()))
        .append(" <b>")
        .append(DiffHtml.escape(change.node().name()))
        .append("</b> ")
        .append(application.effective().word());
    change.renamedFrom().ifPresent(old -> out.append(", was ").append(DiffHtml.escape(old.name())));
    out.append(" · ")
        .append(DiffHtml.escape(FleetWords.brief(change.roots())))
        .append("</summary>\n\n");
    if (FleetWords.isMany(change.roots())) {
      String roots = DiffMarkdown.escape(FleetWords.listed(change.roots()));
      out.append("On ").append(roots).append(".\n\n");
    }
  }

  private void body(DiffDocument.Application application) {
    var change = application.change();
    change.reason().or(application::unknown).ifPresent(this::unknown);
    DiffWords.rendered(application)
        .ifPresent(words -> out.append(DiffMarkdown.escape(words)).append("\n\n"));
    fields("", change.fields());
    DiffWords.oneSided(application.resources()).ifPresent(this::unknown);
    for (ResourceChange resource : application.resources()) {
      if (resource.change() != Change.SAME && resource.change() != Change.UNKNOWN) {
        resource(resource);
      }
    }
    if (left > 0) {
      out.append("- and ")
          .append(DiffWords.count(left, "more difference", "more differences"))
          .append(", which do not fit here\n");
    }
  }

  private void unknown(String why) {
    out.append("Unknown: ").append(DiffMarkdown.escape(why)).append("\n\n");
  }

  private boolean fits() {
    if (lines >= MOST_LINES) {
      left++;
      return false;
    }
    lines++;
    return true;
  }

  private void resource(ResourceChange resource) {
    if (fits()) {
      // A sign here would be one more bullet: Markdown takes "- +" and "- -" for lists in lists.
      out.append("- ")
          .append(resource.change().word())
          .append(" `")
          .append(code(resource.key().text()))
          .append("`\n");
    }
    fields("  ", resource.fields());
  }

  private void fields(String indent, List<FieldChange> fields) {
    for (FieldChange field : fields) {
      if (fits()) {
        out.append(indent).append("- `").append(code(field.path())).append("`: ");
        Optional<ValueLines> text = ValueLines.of(field);
        if (text.isPresent()) {
          lines(indent + "  ", text.get(), field);
        } else {
          values(field);
        }
      }
    }
  }

  private void values(FieldChange field) {
    BriefValues values = BriefValues.of(field);
    out.append(value(values.from())).append(" → ");
    out.append(value(values.to())).append(DiffMarkdown.escape(DiffWords.note(field))).append('\n');
  }

  private void lines(String indent, ValueLines text, FieldChange field) {
    out.append(text.words()).append(DiffMarkdown.escape(DiffWords.note(field))).append('\n');
    out.append(indent).append("```diff\n");
    text.lines().forEach(line -> out.append(indent).append(code(line)).append('\n'));
    out.append(indent).append("```\n");
    text.rest().ifPresent(rest -> out.append(indent).append(rest).append('\n'));
    lines += text.lines().size();
  }

  private static String value(String json) {
    return "`" + code(json) + "`";
  }

  private static String code(String text) {
    return text.replace('`', '\'').replace("\n", " ").replace("\r", " ");
  }
}
