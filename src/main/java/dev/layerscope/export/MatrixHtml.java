package dev.layerscope.export;

import dev.layerscope.diff.manifest.Risk;
import java.util.stream.Collectors;

/** The matrix as one HTML file: nothing is loaded, nothing runs. */
public final class MatrixHtml {
  private MatrixHtml() {}

  /** The whole page. */
  public static String print(MatrixDocument matrix) {
    var out = new StringBuilder(HtmlPage.head(matrix.workspace() + ": environments"));
    out.append("<h1>").append(HtmlPage.escape(matrix.workspace())).append("</h1>\n");
    MatrixText.summary(matrix)
        .forEach(line -> out.append("<p>").append(HtmlPage.escape(line)).append("</p>\n"));
    out.append("<table><tr><th>Application</th>");
    matrix
        .columns()
        .forEach(column ->
            out.append("<th>").append(HtmlPage.escape(column.environment())).append("</th>"));
    out.append("</tr>\n");
    String layer = "";
    for (MatrixDocument.Row row : matrix.rows()) {
      if (!row.layer().equals(layer)) {
        layer = row.layer();
        out.append("<tr><th colspan=\"").append(matrix.columns().size() + 1).append("\">");
        out.append(HtmlPage.escape(layer)).append("</th></tr>\n");
      }
      row(row, matrix.columns().size(), out);
    }
    return out.append("</table>\n</body></html>\n").toString();
  }

  private static void row(MatrixDocument.Row row, int columns, StringBuilder out) {
    out.append("<tr><td>").append(HtmlPage.escape(row.name())).append("</td>");
    for (int i = 0; i < columns; i++) {
      out.append("<td class=\"").append(style(row.worst(i).relation())).append('"');
      if (!row.risks(i).isEmpty()) {
        String risks = row.risks(i).stream().map(Risk::words).collect(Collectors.joining("; "));
        out.append(" title=\"").append(HtmlPage.escape(risks)).append('"');
      }
      out.append('>');
      String words = MatrixText.said(row.mark(i)) + row.aggregate(i) + MatrixText.flag(row, i);
      out.append(HtmlPage.escape(words)).append(" <span>");
      out.append(HtmlPage.escape(row.worst(i).revision())).append("</span></td>");
    }
    out.append("</tr>\n");
  }

  private static String style(MatrixDocument.Relation relation) {
    return switch (relation) {
      case FIRST, EQUAL, APART -> "same";
      case DIFFERS, RETARGETED, MOVED -> "path";
      case REMOVED -> "removed";
      case ADDED -> "added";
      case ACKNOWLEDGED -> "acknowledged";
      case UNKNOWN -> "unknown";
    };
  }
}
