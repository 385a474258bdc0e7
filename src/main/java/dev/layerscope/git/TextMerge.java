package dev.layerscope.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** Git's three-way merge of one file, line by line. */
public final class TextMerge {
  private TextMerge() {}

  /** What came of a merge. */
  public sealed interface Outcome {
    /** Both sides' changes fit; empty when the file goes. */
    record Clean(Optional<byte[]> content) implements Outcome {}

    /** Both changed the same lines, or one deleted what the other changed. */
    record Conflict() implements Outcome {}
  }

  /**
   * Merges a file that both sides may have changed, made or deleted.
   *
   * @param base the file both started from; empty when it was not there
   */
  public static Outcome merge(
      Optional<byte[]> base, Optional<byte[]> ours, Optional<byte[]> theirs) {
    if (same(ours, theirs) || same(base, theirs)) {
      return new Outcome.Clean(ours);
    }
    if (same(base, ours)) {
      return new Outcome.Clean(theirs);
    }
    if (ours.isEmpty() || theirs.isEmpty()) {
      return new Outcome.Conflict();
    }
    return lines(base.orElse(new byte[0]), ours.get(), theirs.get());
  }

  private static boolean same(Optional<byte[]> a, Optional<byte[]> b) {
    return Arrays.equals(a.orElse(null), b.orElse(null));
  }

  private static Outcome lines(byte[] base, byte[] ours, byte[] theirs) {
    if (RawText.isBinary(base) || RawText.isBinary(ours) || RawText.isBinary(theirs)) {
      return new Outcome.Conflict();
    }
    MergeResult<RawText> merged =
        new MergeAlgorithm()
            .merge(
                RawTextComparator.DEFAULT,
                new RawText(base),
                new RawText(ours),
                new RawText(theirs));
    if (merged.containsConflicts()) {
      return new Outcome.Conflict();
    }
    try {
      var out = new ByteArrayOutputStream();
      new MergeFormatter()
          .formatMerge(out, merged, List.of("base", "ours", "theirs"), StandardCharsets.UTF_8);
      return new Outcome.Clean(Optional.of(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
