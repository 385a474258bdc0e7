package dev.layerscope.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.layerscope.sample.FileTree.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;
import org.jspecify.annotations.Nullable;

/**
 * Merges two lines of development as git does, but keeps going where they conflict: a conflict is
 * returned by path and has to be settled by a file of the merge commit itself.
 */
record ThreeWayMerge(Repository repository, ObjectInserter inserter) {

  record Merged(FileTree files, List<String> conflicts) {}

  Merged merge(FileTree base, FileTree ours, FileTree theirs) throws IOException {
    FileTree merged = FileTree.empty();
    List<String> conflicts = new ArrayList<>();
    var paths = new TreeSet<>(ours.entries().keySet());
    paths.addAll(theirs.entries().keySet());
    for (String path : paths) {
      Entry before = base.entries().get(path);
      Entry mine = ours.entries().get(path);
      Entry other = theirs.entries().get(path);
      Entry result = Objects.equals(before, other) ? mine : other;
      if (changedDifferently(before, mine, other)) {
        result = mine;
        if (before == null || mine == null || other == null) {
          conflicts.add(path);
        } else {
          var text = mergeText(before, mine, other);
          result = write(text, mine);
          if (text.containsConflicts()) {
            conflicts.add(path);
          }
        }
      }
      if (result != null) {
        merged.entries().put(path, result);
      }
    }
    return new Merged(merged, conflicts);
  }

  private static boolean changedDifferently(
      @Nullable Entry before, @Nullable Entry mine, @Nullable Entry other) {
    return !Objects.equals(mine, other)
        && !Objects.equals(before, mine)
        && !Objects.equals(before, other);
  }

  private MergeResult<RawText> mergeText(Entry before, Entry mine, Entry other) throws IOException {
    return new MergeAlgorithm()
        .merge(RawTextComparator.DEFAULT, text(before), text(mine), text(other));
  }

  private Entry write(MergeResult<RawText> text, Entry like) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new MergeFormatter().formatMerge(bytes, text, List.of("base", "ours", "theirs"), UTF_8);
    return new Entry(like.mode(), inserter.insert(Constants.OBJ_BLOB, bytes.toByteArray()));
  }

  private RawText text(Entry entry) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new RawText(reader.open(entry.blob()).getBytes());
    }
  }
}
