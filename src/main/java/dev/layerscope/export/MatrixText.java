package dev.layerscope.export;

import dev.layerscope.diff.manifest.Risk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The matrix as a table: for a terminal, as Markdown, as CSV. */
public final class MatrixText {
  private static final Map<String, String> SIGNS = new LinkedHashMap<>();

  static {
    SIGNS.put("=", "equal to the left");
    SIGNS.put("≈", "formatting only");
    SIGNS.put("≠", "differs, with how often");
    SIGNS.put("→", "retargeted");
    SIGNS.put("↳", "moved");
    SIGNS.put("−", "gone");
    SIGNS.put("+", "new");
    SIGNS.put("✓", "acknowledged");
    SIGNS.put("?", "could not be read");
  }

  private MatrixText() {}

  /** Columns padded to their widest cell. */
  public static String text(MatrixDocument matrix) {
    List<List<String>> table =
        table(matrix).stream().map(row -> row.stream().map(Inert::line).toList()).toList();
    int[] widths = new int[matrix.columns().size() + 1];
    table.forEach(row -> {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    });
    var out = new StringBuilder();
    for (List<String> row : table) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    out.append('\n');
    summary(matrix).forEach(line -> out.append(Inert.line(line)).append('\n'));
    return out.toString();
  }

  /** A table fit for a comment; text of repositories is escaped. */
  public static String markdown(MatrixDocument matrix) {
    var out = new StringBuilder();
    List<List<String>> table = table(matrix);
    for (int i = 0; i < table.size(); i++) {
      out.append('|');
      table.get(i).forEach(cell -> out.append(' ').append(DiffMarkdown.escape(cell)).append(" |"));
      out.append('\n');
      if (i == 0) {
        out.append("|---".repeat(table.getFirst().size())).append("|\n");
      }
    }
    out.append('\n');
    summary(matrix).forEach(line -> out.append(DiffMarkdown.escape(line)).append("  \n"));
    return out.toString();
  }

  /**
   * One line per Application and root, as RFC 4180 has it; a cell that looks like a formula is
   * text.
   */
  public static String csv(MatrixDocument matrix) {
    var out = new StringBuilder();
    var head = new ArrayList<>(List.of("layer", "namespace", "application", "root"));
    matrix
        .columns()
        .forEach(column -> {
          head.add(column.environment());
          head.add(column.environment() + " revision");
          head.add(column.environment() + " against the left");
          head.add(column.environment() + " differences");
          head.add(column.environment() + " risks");
        });
    csv(head, out);
    for (MatrixDocument.Row row : matrix.rows()) {
      for (MatrixDocument.Line line : row.lines()) {
        var cells = new ArrayList<>(List.of(row.layer(), row.namespace(), row.name(), line.root()));
        line.cells()
            .forEach(cell -> {
              cells.add(cell.says());
              cells.add(cell.revision());
              cells.add(cell.relation().word());
              cells.add(Integer.toString(cell.differences()));
              cells.add(cell.risks().stream().map(Risk::words).collect(Collectors.joining("; ")));
            });
        csv(cells, out);
      }
    }
    return out.toString();
  }

  private static void csv(List<String> cells, StringBuilder out) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
      String safe = formula ? "'" + cell : cell;
      boolean quoted = safe.matches("(?s).*[\",\n\r].*");
      out.append(i == 0 ? "" : ",");
      out.append(quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe);
    }
    out.append("\r\n");
  }

  private static List<List<String>> table(MatrixDocument matrix) {
    var table = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("Application"));
    matrix.columns().forEach(column -> head.add(column.environment()));
    table.add(head);
    for (MatrixDocument.Row row : matrix.rows()) {
      var cells = new ArrayList<String>();
      cells.add(row.layer() + " / " + row.name());
      for (int i = 0; i < matrix.columns().size(); i++) {
        String mark = row.mark(i);
        cells.add(said(mark) + row.aggregate(i) + flag(row, i));
      }
      table.add(cells);
    }
    return table;
  }

  /** A mark before what stands in the cell; two numbers are kept apart. */
  static String said(String mark) {
    boolean number = mark.matches(".*\\d");
    return mark.isEmpty() ? "" : mark + (number ? " · " : " ");
  }

  /** That something about a cell is dangerous; what it is says the comparison. */
  static String flag(MatrixDocument.Row row, int column) {
    return row.risks(column).isEmpty() ? "" : " ⚑";
  }

  /** What the signs mean that stand in the cells. */
  private static Optional<String> legend(MatrixDocument matrix) {
    Set<String> there =
        matrix.rows().stream()
            .flatMap(row -> IntStream.range(0, matrix.columns().size()).mapToObj(row::mark))
            .flatMap(mark -> mark.chars().mapToObj(Character::toString))
            .collect(Collectors.toSet());
    String words =
        SIGNS.entrySet().stream()
            .filter(sign -> there.contains(sign.getKey()))
            .map(sign -> sign.getKey() + " " + sign.getValue())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words + ".");
  }

  /** What is drawn, what is hidden, what could not be read. */
  static List<String> summary(MatrixDocument matrix) {
    var lines = new ArrayList<String>();
    if (matrix.columns().isEmpty()) {
      lines.add("The workspace names no environments: there is nothing to set side by side.");
      return lines;
    }
    long differing = matrix.differing();
    lines.add(
        differing
            + " of "
            + DiffWords.count(matrix.rows().size(), "Application differs", "Applications differ")
            + "; each environment is compared with the one on its left.");
    if (matrix.unknownRows() > 0) {
      lines.add(
          DiffWords.count(matrix.unknownRows(), "Application", "Applications")
              + " could not be looked at in every environment.");
    }
    legend(matrix).ifPresent(lines::add);
    if (matrix.risky() > 0) {
      lines.add(
          DiffWords.count(matrix.risky(), "Application carries", "Applications carry")
              + " a risk from one environment to the next (⚑).");
    }
    matrix.hidden().forEach((rule, count) -> lines.add(count + " hidden by rule “" + rule + "”."));
    matrix
        .columns()
        .forEach(column -> {
          column
              .unknownRoots()
              .forEach(root -> lines.add(column.environment() + ": unknown root " + root));
          int ahead = column.heads().stream().mapToInt(MatrixDocument.Head::ahead).sum();
          int behind = column.heads().stream().mapToInt(MatrixDocument.Head::behind).sum();
          if (ahead + behind > 0) {
            lines.add(
                column.environment()
                    + ": "
                    + DiffWords.count(behind, "commit", "commits")
                    + " behind the left, "
                    + ahead
                    + " ahead, in "
                    + DiffWords.count(column.heads().size(), "repository", "repositories")
                    + (column.heads().stream().anyMatch(MatrixDocument.Head::uncertain)
                        ? ", " + DiffWords.SHALLOW
                        : "")
                    + ".");
          }
        });
    return lines;
  }
}
