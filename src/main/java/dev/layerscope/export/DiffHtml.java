package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.ChangedFile;
import java.util.List;

/**
 * A comparison as one HTML file: nothing is loaded, nothing runs, every text of a repository is
 * escaped. Folding is the browser's own.
 */
public final class DiffHtml {
  private final StringBuilder out = new StringBuilder();

  private DiffHtml() {}

  /** The whole page. */
  public static String print(DiffDocument document) {
    var html = new DiffHtml();
    html.out.append(HtmlPage.head(FleetWords.title(document)));
    html.tag("h1", "", FleetWords.title(document));
    DiffWords.summary(document).forEach(line -> html.tag("p", "", line));
    html.risks(document);
    html.out.append("<h2>Applications</h2>\n");
    document.differing().forEach(html::application);
    html.out.append("<h2>Repositories</h2>\n");
    document.repositories().stream()
        .filter(DiffDocument.Repository::says)
        .forEach(html::repository);
    html.out.append("</body></html>\n");
    return html.out.toString();
  }

  private void risks(DiffDocument document) {
    boolean any = document.differing().stream().anyMatch(a -> !a.risks().isEmpty());
    if (!any) {
      return;
    }
    out.append("<h2>Risks</h2>\n<ul class=\"risks\">\n");
    for (DiffDocument.Application application : document.differing()) {
      for (Risk risk : application.risks()) {
        tag("li", "", application.change().node().name() + ": " + risk.words());
      }
    }
    out.append("</ul>\n");
  }

  private void application(DiffDocument.Application application) {
    var change = application.change();
    out.append("<details open class=\"").append(application.effective().word()).append("\">");
    out.append("<summary><b>").append(DiffWords.mark(application.effective())).append("</b> ");
    out.append(escape(change.node().kind().text())).append(" <b>");
    out.append(escape(change.node().name())).append("</b> ");
    change
        .renamedFrom()
        .ifPresent(old -> out.append("was ").append(escape(old.name())).append(' '));
    out.append("<span>").append(escape(FleetWords.brief(change.roots())));
    out.append("</span></summary>\n");
    if (FleetWords.isMany(change.roots())) {
      tag("p", "", "On " + String.join(", ", change.roots()) + ".");
    }
    change.reason().or(application::unknown).ifPresent(why -> tag("p", "unknown", why));
    change.risks().forEach(risk -> tag("p", "risk", risk.words()));
    DiffWords.rendered(application).ifPresent(words -> tag("p", "", words));
    fields(change.fields());
    DiffWords.oneSided(application.resources()).ifPresent(words -> tag("p", "unknown", words));
    application.resources().stream()
        .filter(resource -> resource.change() != Change.UNKNOWN)
        .forEach(this::resource);
    out.append("</details>\n");
  }

  private void resource(ResourceChange resource) {
    String note = DiffWords.note(resource);
    out.append("<h3 class=\"").append(resource.change().word()).append("\">");
    out.append(resource.change() == Change.SAME ? '=' : DiffWords.mark(resource.change()));
    out.append(' ').append(escape(resource.key().text())).append(" <span>");
    out.append(escape(note)).append("</span></h3>\n");
    resource.risks().forEach(risk -> tag("p", "risk", risk.words()));
    fields(resource.fields());
  }

  private void fields(List<FieldChange> fields) {
    if (fields.isEmpty()) {
      return;
    }
    out.append("<table>\n");
    for (FieldChange field : fields) {
      out.append("<tr><td class=\"path\">").append(escape(field.path())).append("</td>");
      ValueLines.of(field).ifPresentOrElse(this::lines, () -> values(field));
      out.append("<td>").append(escape(field.note().orElse(""))).append("</td></tr>\n");
    }
    out.append("</table>\n");
  }

  private void values(FieldChange field) {
    BriefValues values = BriefValues.of(field);
    out.append("<td class=\"old\">").append(escape(values.from())).append("</td>");
    out.append("<td class=\"new\">").append(escape(values.to())).append("</td>");
  }

  private void lines(ValueLines text) {
    out.append("<td colspan=\"2\">").append(text.words());
    for (String line : text.lines()) {
      out.append("<pre class=\"").append(line.startsWith("-") ? "old" : "new").append("\">");
      out.append(escape(line)).append("</pre>");
    }
    text.rest().ifPresent(rest -> out.append(escape(rest)));
    out.append("</td>");
  }

  private void repository(DiffDocument.Repository repository) {
    out.append("<details><summary><b>").append(escape(repository.url().display()));
    out.append("</b> <span>");
    out.append(DiffWords.count(repository.files().size(), "file", "files")).append(", ");
    CommitsApart commits = repository.commits();
    out.append(DiffWords.count(commits.onlyTo().count(), "commit", "commits"));
    out.append(" only on the second side, ").append(commits.onlyFrom().count());
    out.append(" only on the first</span></summary>\n");
    repository.unknown().ifPresent(why -> tag("p", "unknown", why));
    if (commits.uncertain()) {
      tag("p", "unknown", "Commits are " + DiffWords.SHALLOW + ".");
    }
    if (!commits.related()) {
      tag("p", "unknown", "The sides have no common ancestor.");
    }
    out.append("<ul>\n");
    commits.onlyTo().newest().forEach(told -> commit("+", told));
    commits.onlyFrom().newest().forEach(told -> commit("-", told));
    for (ChangedFile file : repository.files()) {
      tag(
          "li",
          "",
          DiffWords.word(file)
              + " "
              + file.path().value()
              + (file.modeOnly() ? " " + DiffWords.MODE_ONLY : ""));
    }
    out.append("</ul></details>\n");
  }

  private void commit(String sign, CommitsApart.Told told) {
    String folded = told.equivalent().isPresent() ? " (on both as the same patch)" : "";
    tag(
        "li",
        "commit",
        sign
            + " "
            + told.commit().id().substring(0, 7)
            + " "
            + told.commit().subject()
            + folded
            + (told.applications().isEmpty() ? "" : " → " + String.join(", ", told.applications()))
            + (told.effects().isEmpty() ? "" : ": " + DiffWords.effects(told)));
  }

  private void tag(String name, String style, String text) {
    out.append('<').append(name);
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append('>').append(escape(text)).append("</").append(name).append(">\n");
  }

  /** Text as text: no tag, no attribute, no entity of its own. */
  static String escape(String text) {
    return HtmlPage.escape(text);
  }
}
