package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.hierarchy.RenderedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that every export of a comparison uses. */
final class DiffWords {
  /** Of numbers of commits in a repository that was cloned without its older ones. */
  static final String SHALLOW = "counted as far as the shallow clone goes";

  /** Of a file that differs in no byte. */
  static final String MODE_ONLY = "(only whether it can be run)";

  private DiffWords() {}

  /** Objects of a side whose other does not render, or kinds of what comes or goes. */
  private static final int MOST_NAMED = 5;

  static char mark(Change change) {
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

  static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** What an object's line says beside its name; empty for a plain difference. */
  static String note(ResourceChange resource) {
    if (resource.formattingOnly()) {
      return "formatting only";
    }
    return resource.change() == Change.SAME
        ? count(resource.hidden().size(), "difference", "differences") + " hidden"
        : "";
  }

  /** What one side renders where the other does not; empty for what could be compared. */
  static Optional<String> oneSided(List<ResourceChange> resources) {
    List<ResourceChange> known =
        resources.stream().filter(one -> one.change() == Change.UNKNOWN).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = known.stream().limit(MOST_NAMED).map(one -> one.key().text()).toList();
    int more = known.size() - names.size();
    return Optional.of(
        "only the "
            + (known.getFirst().from().isPresent() ? "first" : "second")
            + " side is known: "
            + String.join(", ", names)
            + (more > 0 ? " and " + more + " more" : ""));
  }

  /** What an Application that comes or goes renders; empty for every other one. */
  static Optional<String> rendered(DiffDocument.Application application) {
    String tense =
        switch (application.effective()) {
          case ADDED -> "renders ";
          case REMOVED -> "rendered ";
          case CHANGED, MOVED, SAME, UNKNOWN -> "";
        };
    RenderedCount all = application.change().node().rendered();
    if (tense.isEmpty() || all.total() == 0 || !application.resources().isEmpty()) {
      return Optional.empty();
    }
    String kinds =
        all.byKind().entrySet().stream()
            .limit(MOST_NAMED)
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    int more = all.byKind().size() - MOST_NAMED;
    return Optional.of(
        tense
            + count(all.total(), "object", "objects")
            + ": "
            + kinds
            + (more > 0 ? " and " + count(more, "more kind", "more kinds") : ""));
  }

  /** What a field's line says beside its values. */
  static String note(FieldChange field) {
    return field.note().map(words -> " (" + words + ")").orElse("");
  }

  /** The last lines: what was compared, what is hidden, what could not be looked at. */
  static List<String> summary(DiffDocument document) {
    var lines = new ArrayList<String>();
    long unknown = document.unknownNodes();
    long differing = document.differing().size() - unknown;
    if (differing == 0 && document.files() == 0 && document.anythingUnknown()) {
      lines.add("No difference in what could be looked at; not all of it could.");
    } else if (differing == 0 && document.files() == 0) {
      lines.add(
          document.from()
              + " and "
              + document.to()
              + " are equal in "
              + count(document.applications().size(), "node", "nodes")
              + ".");
    } else {
      lines.add(
          differing
              + " of "
              + count(document.applications().size(), "node", "nodes")
              + (differing == 1 ? " differs, " : " differ, ")
              + count(document.files(), "file differs", "files differ")
              + ". Equal results over several roots count once.");
    }
    lines.addAll(FleetWords.of(document));
    lines.addAll(document.remarks());
    if (document.formattingOnly() > 0) {
      lines.add(
          "Same meaning, different bytes: formatting only in "
              + count(document.formattingOnly(), "object", "objects")
              + ".");
    }
    if (document.hiddenCount() > 0) {
      lines.add(hidden(document));
    }
    document
        .elsewhere()
        .forEach((reason, nodes) ->
            lines.add(count(nodes, "node is", "nodes are") + " not compared: " + reason + "."));
    if (unknown > 0) {
      lines.add(
          count(unknown, "node is", "nodes are") + " unknown: one side could not be looked at.");
    }
    document.unknownRoots().forEach(root -> lines.add("Unknown root " + root));
    long repositories =
        document.repositories().stream().filter(r -> r.unknown().isPresent()).count();
    if (repositories > 0) {
      lines.add(count(repositories, "repository", "repositories") + " could not be compared.");
    }
    return lines;
  }

  private static String hidden(DiffDocument document) {
    var rules = new ArrayList<String>();
    document.hidden().forEach((rule, count) -> rules.add(rule + " " + count));
    String acknowledged =
        document.acknowledged() == 0
            ? ""
            : ", " + document.acknowledged() + " of them acknowledged";
    return document.hiddenCount()
        + " hidden by "
        + count(document.hidden().size(), "rule", "rules")
        + " ("
        + String.join(", ", rules)
        + acknowledged
        + ").";
  }

  /** What a commit does to the hierarchy, in one line. */
  static String effects(CommitsApart.Told told) {
    return told.effects().stream().map(DiffWords::effect).collect(Collectors.joining(", "));
  }

  private static String effect(CommitsApart.Effect effect) {
    String fields =
        effect
            .retargeted()
            .map(field -> field.from().orElse("–") + " → " + field.to().orElse("–"))
            .orElseGet(() -> count(effect.fields().size(), "field", "fields"));
    return mark(effect.change())
        + " "
        + effect.kind()
        + " "
        + effect.name()
        + (effect.fields().isEmpty() ? "" : " (" + fields + ")");
  }
}
