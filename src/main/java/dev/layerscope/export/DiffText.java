package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.ChangedFile;
import java.util.List;
import java.util.Optional;

/** A comparison for a terminal: Applications, then repositories, then what is left to say. */
public final class DiffText {
  private static final int MOST_COMMITS = 10;

  private final StringBuilder out = new StringBuilder();

  private DiffText() {}

  /** Ends with lines of counts; never says "no difference" of what could not be looked at. */
  public static String print(DiffDocument document) {
    var text = new DiffText();
    if (document.sinceDiverged()) {
      text.out
          .append("What ")
          .append(document.to())
          .append(" has changed since it left ")
          .append(document.from())
          .append(".\n\n");
    }
    document.applications().stream()
        .filter(a -> a.differs() || a.resources().stream().anyMatch(ResourceChange::formattingOnly))
        .forEach(text::application);
    document.repositories().stream()
        .filter(DiffDocument.Repository::says)
        .forEach(text::repository);
    text.out.append('\n');
    DiffWords.summary(document).forEach(line -> text.out.append(line).append('\n'));
    return text.out.toString();
  }

  private void application(DiffDocument.Application application) {
    var change = application.change();
    out.append(DiffWords.mark(application.effective()))
        .append(' ')
        .append(change.node().kind().text())
        .append(' ')
        .append(Inert.line(change.node().name()));
    change.renamedFrom().ifPresent(old -> out.append("  was ").append(Inert.line(old.name())));
    out.append("  (").append(String.join(", ", change.roots())).append(")\n");
    change.reason().or(application::unknown).ifPresent(why -> line("    ? ", why));
    change.risks().forEach(risk -> risk("    ", risk));
    DiffWords.rendered(application).ifPresent(words -> line("    ", words));
    change.fields().forEach(field -> field("    ", field));
    DiffWords.oneSided(application.resources()).ifPresent(words -> line("    ? ", words));
    application.resources().forEach(this::resource);
  }

  private void resource(ResourceChange resource) {
    if (resource.change() == Change.UNKNOWN
        || resource.change() == Change.SAME && !resource.formattingOnly()) {
      return;
    }
    String note = DiffWords.note(resource);
    out.append("    ").append(DiffWords.mark(resource.change())).append(' ');
    line(resource.key().text(), note.isEmpty() ? "" : "  " + note);
    resource.risks().forEach(risk -> risk("        ", risk));
    resource.fields().forEach(field -> field("        ", field));
  }

  private void risk(String indent, Risk risk) {
    line(indent + "! ", risk.words());
  }

  private void field(String indent, FieldChange field) {
    out.append(indent).append(Inert.line(field.path())).append(": ");
    Optional<ValueLines> text = ValueLines.of(field);
    if (text.isPresent()) {
      line(text.get().words(), DiffWords.note(field));
      text.get().lines().forEach(one -> line(indent + "  ", one));
      text.get().rest().ifPresent(rest -> line(indent + "  ", rest));
      return;
    }
    BriefValues values = BriefValues.of(field);
    out.append(Inert.line(values.from())).append(" → ").append(Inert.line(values.to()));
    line("", DiffWords.note(field));
  }

  private void repository(DiffDocument.Repository repository) {
    out.append('\n');
    line(repository.url().display(), "");
    repository.unknown().ifPresent(reason -> line("  ? ", reason));
    if (!repository.commits().related()) {
      line("  ", "The sides have no common ancestor: every commit is only on one of them.");
    }
    if (repository.commits().uncertain()) {
      line("  ", "Commits are " + DiffWords.SHALLOW + ".");
    }
    commits("only on the second side", repository.commits().onlyTo());
    commits("only on the first side", repository.commits().onlyFrom());
    for (ChangedFile file : repository.files()) {
      out.append("  ").append(DiffWords.word(file)).append(' ');
      if (file instanceof ChangedFile.Renamed renamed) {
        out.append(Inert.line(renamed.before().path().value())).append(" → ");
      }
      line(file.path().value(), file.modeOnly() ? "  " + DiffWords.MODE_ONLY : "");
    }
  }

  private void commits(String where, CommitsApart.Side side) {
    if (side.count() == 0) {
      return;
    }
    String folded =
        side.folded() == 0 ? "" : ", " + side.folded() + " of them on both as the same patch";
    line("  ", DiffWords.count(side.count(), "commit ", "commits ") + where + folded);
    List<CommitsApart.Told> own =
        side.newest().stream().filter(told -> told.equivalent().isEmpty()).toList();
    own.stream()
        .limit(MOST_COMMITS)
        .forEach(told -> {
          out.append("    ").append(told.commit().id(), 0, 7).append(' ');
          line(
              told.commit().subject(),
              told.applications().isEmpty() ? "" : "  → " + String.join(", ", told.applications()));
          if (!told.effects().isEmpty()) {
            line("            ", DiffWords.effects(told));
          }
        });
    if (own.size() > MOST_COMMITS) {
      line("    ", "and " + (own.size() - MOST_COMMITS) + " more");
    }
  }

  private void line(String begin, String rest) {
    out.append(Inert.line(begin)).append(Inert.line(rest)).append('\n');
  }
}
