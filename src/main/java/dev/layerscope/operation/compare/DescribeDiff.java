package dev.layerscope.operation.compare;

import dev.layerscope.export.DiffDocument;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.side.Question;
import java.util.ArrayList;
import java.util.List;

/** Puts a comparison into the form the exports are made from. */
public final class DescribeDiff {
  private DescribeDiff() {}

  /**
   * @param from,to the sides in the user's words
   */
  public static DiffDocument of(Comparison comparison, String from, String to) {
    return new DiffDocument(
        from,
        to,
        comparison.question().pair().isPresent(),
        comparison.question().since() == Question.Since.DIVERGED,
        comparison.applications().stream()
            .map(a ->
                new DiffDocument.Application(
                    a.change(),
                    a.effective(),
                    a.resources(),
                    a.ids(),
                    a.unknown(),
                    a.elsewhere(),
                    a.risks()))
            .toList(),
        comparison.repositories().stream()
            .map(r -> new DiffDocument.Repository(r.url(), r.files(), r.commits(), r.unknown()))
            .toList(),
        comparison.revisions(),
        unknownRoots(comparison),
        comparison.hiddenByRule(),
        comparison.acknowledged(),
        comparison.remarks());
  }

  private static List<String> unknownRoots(Comparison comparison) {
    var unknown = new ArrayList<String>();
    for (Hierarchy side : List.of(comparison.before(), comparison.after())) {
      side.roots()
          .forEach(
              root -> root.unknown().ifPresent(reason -> unknown.add(root.name() + ": " + reason)));
    }
    return unknown.stream().distinct().toList();
  }
}
