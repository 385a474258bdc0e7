package dev.layerscope.export;

import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.diff.manifest.Risk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Applications by environment: what each runs, and how each environment differs from the one on its
 * left.
 *
 * @param rows by layer, in the order the layers are met
 */
public record MatrixDocument(
    String workspace, List<Column> columns, List<Row> rows, Map<String, Integer> hidden) {
  public MatrixDocument {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One environment.
   *
   * @param unknownRoots roots that could not be read in it, with the reason
   * @param revisions which roots are at which revision of each repository
   */
  public record Column(
      String environment,
      List<Head> heads,
      List<String> unknownRoots,
      List<RevisionInventory.Row> revisions) {
    public Column {
      heads = List.copyOf(heads);
      unknownRoots = List.copyOf(unknownRoots);
      revisions = List.copyOf(revisions);
    }
  }

  /**
   * A repository in an environment.
   *
   * @param ahead commits it has that the environment on the left lacks
   * @param behind commits it lacks
   * @param shallow whether both are counted only as far as a shallow clone goes
   */
  public record Head(
      String repository,
      String branch,
      String commit,
      String date,
      String subject,
      int ahead,
      int behind,
      boolean shallow) {
    /** The numbers of commits are not to be relied on, and there are any. */
    public boolean uncertain() {
      return shallow && ahead + behind > 0;
    }
  }

  /**
   * One Application over all environments and the roots that have it.
   *
   * @param repository its first source's, as written; empty when it has none
   */
  public record Row(
      String layer,
      String namespace,
      String kind,
      String name,
      String repository,
      List<Line> lines) {
    public Row {
      lines = List.copyOf(lines);
    }

    /** Whether any environment differs from the one on its left on any root. */
    public boolean differs() {
      return lines.stream().flatMap(line -> line.cells().stream()).anyMatch(Cell::differs);
    }

    /** Whether nothing is known to differ, and something could not be looked at. */
    public boolean unknown() {
      return differs()
          && lines.stream()
              .flatMap(line -> line.cells().stream())
              .filter(Cell::differs)
              .allMatch(cell -> cell.relation() == Relation.UNKNOWN);
    }

    /** What a column says over all roots: {@code 3.1.0 ×14, 3.0.4 ×1}. */
    public String aggregate(int column) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      lines.forEach(line -> counts.merge(line.cells().get(column).says(), 1, Integer::sum));
      var parts = new ArrayList<String>();
      counts.forEach((said, count) -> parts.add(counts.size() == 1 ? said : said + " ×" + count));
      return String.join(", ", parts);
    }

    /** The mark of a column: that of the root that differs most; a root nobody knows is told. */
    public String mark(int column) {
      Cell worst = worst(column);
      boolean blind =
          worst.relation() != Relation.UNKNOWN
              && lines.stream()
                  .anyMatch(line -> line.cells().get(column).relation() == Relation.UNKNOWN);
      return worst.mark() + (blind ? " ?" : "");
    }

    /** Errors of all roots in one environment. */
    public int errors(int column) {
      return lines.stream().mapToInt(line -> line.cells().get(column).errors()).sum();
    }

    /** Warnings of all roots in one environment. */
    public int warnings(int column) {
      return lines.stream().mapToInt(line -> line.cells().get(column).warnings()).sum();
    }

    /** What is dangerous about going from the left to a column, on any root, each thing once. */
    public List<Risk> risks(int column) {
      return lines.stream()
          .flatMap(line -> line.cells().get(column).risks().stream())
          .distinct()
          .toList();
    }

    /** The cell of the root that differs most. */
    public Cell worst(int column) {
      Cell worst = lines.getFirst().cells().get(column);
      for (Line line : lines) {
        Cell cell = line.cells().get(column);
        boolean more =
            cell.differs() && !worst.differs()
                || cell.differs() == worst.differs() && cell.differences() > worst.differences();
        worst = more ? cell : worst;
      }
      return worst;
    }
  }

  /** One Application on one root. */
  public record Line(String root, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** Whether an Application is there. */
  public enum State {
    PRESENT,
    ABSENT,
    /** Its root does not belong to the environment. */
    NOT_HERE,
    UNKNOWN;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** How a cell stands to the one on its left. */
  public enum Relation {
    FIRST,
    EQUAL,
    DIFFERS,
    RETARGETED,
    MOVED,
    REMOVED,
    ADDED,
    /** It differs, and somebody accepted all of it. */
    ACKNOWLEDGED,
    /** The root belongs to one of the two environments only: there is nothing to compare. */
    APART,
    UNKNOWN;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One Application on one root in one environment.
   *
   * @param version chart or image versions, else how many objects
   * @param revision the commit of its first source, abbreviated; empty when there is none
   * @param images what it runs, as written
   * @param formatting objects that say the same as on the left and are written otherwise
   * @param errors,warnings findings about it
   * @param risks what is dangerous about going from the left to it
   * @param reason why it is unknown
   */
  public record Cell(
      State state,
      Relation relation,
      String version,
      String revision,
      List<String> images,
      int differences,
      int hidden,
      int acknowledged,
      int formatting,
      int errors,
      int warnings,
      List<Risk> risks,
      String reason) {
    public Cell {
      images = List.copyOf(images);
      risks = List.copyOf(risks);
    }

    /** Whether it differs from the left and nobody accepted that. */
    public boolean differs() {
      return switch (relation) {
        case FIRST, EQUAL, ACKNOWLEDGED, APART -> false;
        case DIFFERS, RETARGETED, MOVED, REMOVED, ADDED, UNKNOWN -> true;
      };
    }

    /** What stands in the cell. */
    public String says() {
      return switch (state) {
        case PRESENT -> version;
        case ABSENT -> "not here";
        case NOT_HERE -> "not in this environment";
        case UNKNOWN -> "unknown";
      };
    }

    /** The glyph of its relation to the left. */
    public String mark() {
      return switch (relation) {
        case FIRST, APART -> "";
        case EQUAL -> formatting > 0 ? "≈" : "=";
        case DIFFERS -> "≠" + (differences == 0 ? "" : " " + differences);
        case RETARGETED -> "→" + (differences == 0 ? "" : " " + differences);
        case MOVED -> "↳";
        case REMOVED -> "−";
        case ADDED -> "+";
        case ACKNOWLEDGED -> "✓ " + acknowledged;
        case UNKNOWN -> "?";
      };
    }
  }

  /** The same with only the rows that differ. */
  public MatrixDocument onlyWhatDiffers() {
    return with(rows.stream().filter(Row::differs).toList());
  }

  /** How many rows are known to differ. */
  public long differing() {
    return rows.stream().filter(row -> row.differs() && !row.unknown()).count();
  }

  /** How many rows have something dangerous in an environment. */
  public long risky() {
    return rows.stream()
        .filter(row -> IntStream.range(0, columns.size()).anyMatch(i -> !row.risks(i).isEmpty()))
        .count();
  }

  /** How many rows nobody knows of whether they differ. */
  public long unknownRows() {
    return rows.stream().filter(Row::unknown).count();
  }

  /** The same with some of the rows, in their order. */
  public MatrixDocument with(List<Row> some) {
    return new MatrixDocument(workspace, columns, some, hidden);
  }

  /** Whether something could not be looked at. */
  public boolean anythingUnknown() {
    return columns.stream().anyMatch(column -> !column.unknownRoots().isEmpty())
        || rows.stream()
            .flatMap(row -> row.lines().stream())
            .flatMap(line -> line.cells().stream())
            .anyMatch(cell -> cell.state() == State.UNKNOWN || cell.relation() == Relation.UNKNOWN);
  }
}
