package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.TreeEntry;
import java.util.List;
import java.util.Optional;

/** A comparison for a terminal: Applications, then files, then what could not be compared. */
public final class DiffText {
  private final StringBuilder out = new StringBuilder();

  private DiffText() {}

  /** Ends with a line of counts; never says "no difference" of what could not be looked at. */
  public static String print(DiffDocument document) {
    var text = new DiffText();
    List<DiffDocument.Application> differing =
        document.applications().stream().filter(a -> a.effective() != Change.SAME).toList();
    differing.forEach(text::application);
    document.repositories().forEach(text::repository);
    text.summary(document, differing);
    return text.out.toString();
  }

  private void application(DiffDocument.Application application) {
    var change = application.change();
    out.append(mark(application.effective()))
        .append(' ')
        .append(change.node().kind().text())
        .append(' ')
        .append(change.node().name());
    out.append("  (").append(String.join(", ", change.roots())).append(")\n");
    change.reason().ifPresent(reason -> out.append("    ").append(reason).append('\n'));
    change.fields().forEach(field -> field("    ", field));
    for (ResourceChange resource : application.resources()) {
      out.append("    ")
          .append(mark(resource.change()))
          .append(' ')
          .append(resource.key().text())
          .append('\n');
      resource.fields().forEach(field -> field("        ", field));
    }
  }

  private void field(String indent, FieldChange field) {
    out.append(indent).append(field.path()).append(": ");
    out.append(field.from().orElse("–")).append(" → ").append(field.to().orElse("–")).append('\n');
  }

  private void repository(DiffDocument.Repository repository) {
    if (repository.files().isEmpty() && repository.unknown().isEmpty()) {
      return;
    }
    out.append('\n').append(repository.url().display());
    if (repository.onlyFrom().count() + repository.onlyTo().count() > 0) {
      out.append("  ")
          .append(repository.onlyTo().count())
          .append(" commits only on the second side, ");
      out.append(repository.onlyFrom().count()).append(" only on the first");
    }
    out.append('\n');
    repository.unknown().ifPresent(reason -> out.append("  ? ").append(reason).append('\n'));
    for (ChangedFile file : repository.files()) {
      out.append("  ").append(word(file)).append(' ');
      if (file instanceof ChangedFile.Renamed renamed) {
        out.append(renamed.before().path()).append(" → ");
      }
      out.append(file.path()).append('\n');
    }
  }

  private void summary(DiffDocument document, List<DiffDocument.Application> differing) {
    long unknown = differing.stream().filter(a -> a.effective() == Change.UNKNOWN).count();
    long files = document.repositories().stream().mapToLong(r -> r.files().size()).sum();
    out.append('\n');
    if (differing.isEmpty() && files == 0) {
      out.append(document.from()).append(" and ").append(document.to()).append(" are equal in ");
      out.append(document.applications().size()).append(" nodes.\n");
    } else {
      out.append(differing.size() - unknown).append(" of ").append(document.applications().size());
      out.append(" nodes differ, ").append(files).append(" files differ.\n");
    }
    if (unknown > 0) {
      out.append(unknown).append(" nodes are unknown: one side could not be looked at.\n");
    }
    long repositories =
        document.repositories().stream().filter(r -> r.unknown().isPresent()).count();
    if (repositories > 0) {
      out.append(repositories).append(" repositories could not be compared.\n");
    }
  }

  private static char mark(Change change) {
    return switch (change) {
      case ADDED -> '+';
      case REMOVED -> '-';
      case CHANGED -> '~';
      case MOVED -> '>';
      case SAME -> '=';
      case UNKNOWN -> '?';
    };
  }

  static String word(ChangedFile file) {
    return switch (file) {
      case ChangedFile.Added ignored -> "added";
      case ChangedFile.Removed ignored -> "removed";
      case ChangedFile.Modified ignored -> "modified";
      case ChangedFile.Renamed ignored -> "renamed";
    };
  }

  static Optional<TreeEntry> before(ChangedFile file) {
    return switch (file) {
      case ChangedFile.Added ignored -> Optional.empty();
      case ChangedFile.Removed removed -> Optional.of(removed.before());
      case ChangedFile.Modified modified -> Optional.of(modified.before());
      case ChangedFile.Renamed renamed -> Optional.of(renamed.before());
    };
  }

  static Optional<TreeEntry> after(ChangedFile file) {
    return switch (file) {
      case ChangedFile.Added added -> Optional.of(added.after());
      case ChangedFile.Removed ignored -> Optional.empty();
      case ChangedFile.Modified modified -> Optional.of(modified.after());
      case ChangedFile.Renamed renamed -> Optional.of(renamed.after());
    };
  }
}
