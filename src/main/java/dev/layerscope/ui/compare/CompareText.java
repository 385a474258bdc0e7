package dev.layerscope.ui.compare;

import dev.layerscope.edit.intention.Tick;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.workspace.ExpectedEntry;
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
    IdentityHashMap<DiffRow, Field> fields,
    Optional<WholeFile> file) {
  static final CompareText NOTHING =
      new CompareText("", "", "", List.of(), new IdentityHashMap<>(), Optional.empty());

  public CompareText {
    rows = List.copyOf(rows);
  }

  /**
   * A field of an object that differs.
   *
   * @param application by name
   * @param ticked the same as a promotion names it
   */
  record Field(String application, String ticked, ResourceKey key, String path) {
    /** The field as something that is meant to differ. */
    ExpectedEntry entry() {
      return ExpectedEntry.field(path)
          .withKind(key.kind())
          .withApplication(application)
          .withObject(key.name());
    }

    Tick tick() {
      return new Tick.Field(ticked, key, path);
    }
  }

  /** A file of a repository. */
  record WholeFile(RepoUrl repository, ChangedFile file) {}
}
