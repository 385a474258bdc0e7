package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.diff.manifest.Risk;

/** {@code layerscope matrix --format json}: see {@code docs/json/matrix.md}. */
public final class MatrixJson {
  private MatrixJson() {}

  /** The document, ending with a line feed. */
  public static String print(MatrixDocument matrix) {
    ObjectNode json = Json.object();
    json.put("schema", Json.SCHEMA);
    json.put("workspace", matrix.workspace());
    ArrayNode environments = json.putArray("environments");
    matrix.columns().forEach(column -> environments.add(column(column)));
    ArrayNode applications = json.putArray("applications");
    matrix.rows().forEach(row -> applications.add(row(row)));
    ObjectNode hidden = json.putObject("hidden");
    hidden.put("count", matrix.hidden().values().stream().mapToInt(Integer::intValue).sum());
    ObjectNode byRule = hidden.putObject("byRule");
    matrix.hidden().forEach(byRule::put);
    return Json.print(json);
  }

  private static ObjectNode column(MatrixDocument.Column column) {
    ObjectNode json = Json.object();
    json.put("name", column.environment());
    ArrayNode repositories = json.putArray("repositories");
    for (MatrixDocument.Head head : column.heads()) {
      ObjectNode one = repositories.addObject();
      one.put("repoURL", head.repository());
      one.put("branch", head.branch());
      one.put("commit", head.commit());
      one.put("date", head.date());
      one.put("subject", head.subject());
      one.put("ahead", head.ahead());
      if (head.shallow()) {
        one.put("shallow", true);
      }
      one.put("behind", head.behind());
    }
    json.set("unknownRoots", Json.texts(column.unknownRoots()));
    json.set("revisions", DiffJson.revisions(column.revisions()));
    return json;
  }

  private static ObjectNode row(MatrixDocument.Row row) {
    ObjectNode json = Json.object();
    json.put("layer", row.layer());
    json.put("namespace", row.namespace());
    json.put("kind", row.kind());
    json.put("name", row.name());
    json.put("repoURL", row.repository());
    json.put("differs", row.differs());
    ArrayNode roots = json.putArray("roots");
    for (MatrixDocument.Line line : row.lines()) {
      ObjectNode one = roots.addObject();
      one.put("root", line.root());
      ArrayNode cells = one.putArray("cells");
      line.cells().forEach(cell -> cells.add(cell(cell)));
    }
    return json;
  }

  private static ObjectNode cell(MatrixDocument.Cell cell) {
    ObjectNode json = Json.object();
    json.put("state", cell.state().word());
    json.put("relation", cell.relation().word());
    json.put("version", cell.version());
    json.put("revision", cell.revision());
    json.set("images", Json.texts(cell.images()));
    json.put("differences", cell.differences());
    json.put("hidden", cell.hidden());
    json.put("acknowledged", cell.acknowledged());
    json.put("formattingOnly", cell.formatting());
    json.put("errors", cell.errors());
    json.put("warnings", cell.warnings());
    json.set("risks", Json.texts(cell.risks().stream().map(Risk::words).toList()));
    json.put("reason", cell.reason());
    return json;
  }
}
