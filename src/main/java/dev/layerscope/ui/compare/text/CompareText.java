package dev.layerscope.ui.compare.text;

import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.compare.rule.DifferingField;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The texts behind a row of the tree.
 *
 * @param from what the left side is, in words
 * @param to what the right side is
 * @param fields the field that a row of {@code rows} is about, by the row itself: two objects may
 *     differ in the same way
 * @param file the file both texts are, when lines of it can be taken over
 */
public record CompareText(
    String title,
    String from,
    String to,
    List<DiffRow> rows,
    IdentityHashMap<DiffRow, DifferingField> fields,
    Optional<WholeFile> file) {
  public static final CompareText NOTHING =
      new CompareText("", "", "", List.of(), new IdentityHashMap<>(), Optional.empty());

  public CompareText {
    rows = List.copyOf(rows);
  }

  /** A file of a repository. */
  public record WholeFile(RepoUrl repository, ChangedFile file) {}
}
