package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of a text comparison. */
public sealed interface DiffRow {
  /**
   * A heading between files, objects or fields.
   *
   * @param risk what is dangerous about what follows, in a few words; empty for nothing
   * @param rank what it stands above
   */
  record Head(String path, String note, int added, int removed, String risk, Rank rank)
      implements DiffRow {
    /** What a heading stands above. */
    public enum Rank {
      /** A file or an object. */
      WHOLE,
      /** A field's values, below the heading of its object. */
      FIELD,
      /** Nothing: it is a sentence about what is shown. */
      SENTENCE
    }

    public Head(String path, String note, int added, int removed) {
      this(path, note, added, removed, "", Rank.WHOLE);
    }

    /** The heading of a field's values. */
    public static Head field(String path, String note, String risk) {
      return new Head(path, note, 0, 0, risk, Rank.FIELD);
    }

    /** Something to be said about what is shown. */
    public static Head sentence(String words) {
      return new Head(words, "", 0, 0, "", Rank.SENTENCE);
    }

    /** The same with who says it, or when. */
    public static Head sentence(String words, String note) {
      return new Head(words, note, 0, 0, "", Rank.SENTENCE);
    }

    boolean field() {
      return rank == Rank.FIELD;
    }
  }

  /** Equal lines that are folded away. */
  record Fold(List<AlignedLine> lines) implements DiffRow {
    /** The outermost keys among them, so that nobody takes one block for another. */
    public String inside() {
      int least = Integer.MAX_VALUE;
      var keys = new ArrayList<String>();
      for (AlignedLine line : lines) {
        String text = line.to().or(line::from).map(AlignedLine.Numbered::text).orElse("");
        String bare = text.stripLeading();
        int colon = bare.indexOf(':');
        int indent = text.length() - bare.length();
        if (colon <= 0 || bare.startsWith("#") || bare.startsWith("-") || indent > least) {
          continue;
        }
        if (indent < least) {
          keys.clear();
          least = indent;
        }
        keys.add(bare.substring(0, Math.min(colon, 40)));
      }
      return String.join(", ", keys.subList(0, Math.min(keys.size(), 6)))
          + (keys.size() > 6 ? " …" : "");
    }
  }

  /**
   * Differences that are meant, out of sight.
   *
   * @param rule the name of the rule that hides them
   * @param count how many differences
   * @param objects how many objects have them: one, or several that differ in nothing else
   * @param rows what stands here once they are shown
   */
  record Hidden(String rule, int count, int objects, List<DiffRow> rows) implements DiffRow {
    public Hidden {
      rows = List.copyOf(rows);
    }

    /** How many, and by which rule. */
    public String words() {
      return objects == 1
          ? Messages.text("compare.hiddenhere", count, rule)
          : Messages.text("compare.hiddenobjects", objects, count, rule);
    }
  }

  /**
   * A pair of lines.
   *
   * @param risk what is dangerous about it, in a few words; empty for nothing
   * @param beside in one column, the other side of a line that is shown as removed and added; empty
   *     for any other
   */
  record Pair(AlignedLine line, String risk, Optional<String> beside) implements DiffRow {
    public Pair(AlignedLine line, String risk) {
      this(line, risk, Optional.empty());
    }

    public Pair(AlignedLine line) {
      this(line, "");
    }

    public boolean differs() {
      return line.kind() != AlignedLine.Kind.EQUAL;
    }
  }

  /** What stands in the place of a row once it is opened; nothing for one that hides nothing. */
  default List<DiffRow> opened() {
    return switch (this) {
      case Head ignored -> List.of();
      case Pair ignored -> List.of();
      case Fold(List<AlignedLine> lines) ->
          lines.stream().<DiffRow>map(line -> new Pair(line)).toList();
      case Hidden hidden -> hidden.rows();
    };
  }

  /** The rows of two texts: equal lines far from any difference are folded. */
  static List<DiffRow> of(String from, String to) {
    return of(from, to, Remarks.NONE);
  }

  /** The same, with what is known about the lines: what is meant to differ, what is dangerous. */
  static List<DiffRow> of(String from, String to, Remarks remarks) {
    return DiffRows.of(from, to, remarks);
  }

  /** What is known about pairs of lines that differ. */
  interface Remarks {
    /** Nothing is known. */
    Remarks NONE =
        new Remarks() {
          @Override
          public Optional<Meant> meant(AlignedLine line) {
            return Optional.empty();
          }

          @Override
          public String risk(AlignedLine line) {
            return "";
          }
        };

    /** Set when all that differs in it is meant to. */
    Optional<Meant> meant(AlignedLine line);

    /** What is dangerous about it, in a few words; empty for nothing. */
    String risk(AlignedLine line);
  }

  /**
   * A difference that is meant.
   *
   * @param rule the name of the rule that hides it
   * @param what the same for all lines of one difference
   */
  record Meant(String rule, Object what) {}

  /** How many lines of a kind a text comparison has; a changed one counts on both sides. */
  static int count(List<DiffRow> rows, AlignedLine.Kind kind) {
    return (int)
        rows.stream()
            .filter(row ->
                row instanceof Pair(AlignedLine line, var ignored, var beside)
                    && (line.kind() == kind || line.kind() == AlignedLine.Kind.CHANGED))
            .count();
  }
}
