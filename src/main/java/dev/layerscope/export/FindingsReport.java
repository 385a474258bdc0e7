package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.Optional;

/**
 * The findings of a hierarchy as a list. What could not be looked at is counted beside them, so
 * that none means none.
 */
public final class FindingsReport {
  private FindingsReport() {}

  /** One paragraph for each, worst first, and a line of counts. */
  public static String text(Hierarchy hierarchy) {
    var out = new StringBuilder();
    hierarchy.findings().stream().distinct().sorted().forEach(finding -> paragraph(finding, out));
    long errors = count(hierarchy, Severity.ERROR);
    long warnings = count(hierarchy, Severity.WARNING);
    out.append(
            errors + warnings == 0
                ? "No errors and no warnings"
                : errors + " errors, " + warnings + " warnings")
        .append(" in ")
        .append(hierarchy.nodes().size())
        .append(" nodes");
    long unsure = unsure(hierarchy);
    out.append(
        unsure == 0
            ? "; all of them exact.\n"
            : "; " + unsure + " of them are not exact and may hide more.\n");
    hierarchy.roots().stream()
        .filter(root -> root.unknown().isPresent())
        .forEach(root ->
            out.append("Root ")
                .append(root.name())
                .append(" could not be looked at: ")
                .append(root.unknown().get())
                .append('\n'));
    return out.toString();
  }

  private static void paragraph(Finding finding, StringBuilder out) {
    out.append(finding.code().text()).append(": ").append(finding.message()).append('\n');
    for (Location location : finding.locations()) {
      String repository =
          location.repoUrl().isEmpty() ? "" : new RepoUrl(location.repoUrl()).shortName() + " ";
      String commit =
          location.revision().isEmpty() ? "" : "@" + location.revision().substring(0, 7) + " ";
      out.append("    ")
          .append(repository)
          .append(commit)
          .append(location.pathAndLine())
          .append('\n');
    }
  }

  /** {@code layerscope check --format json}. */
  public static String json(Hierarchy hierarchy) {
    ObjectNode json = Json.object();
    json.put("schema", Json.SCHEMA);
    ArrayNode findings = json.putArray("findings");
    for (ResolvedRoot root : hierarchy.roots()) {
      root.findings().forEach(finding -> findings.add(Json.finding(finding, Optional.empty())));
    }
    for (HierarchyNode node : hierarchy.nodes()) {
      node.findings()
          .forEach(finding -> findings.add(Json.finding(finding, Optional.of(node.id().text()))));
    }
    ObjectNode looked = json.putObject("looked");
    looked.put("nodes", hierarchy.nodes().size());
    looked.put("notExact", unsure(hierarchy));
    looked.set(
        "unknownRoots",
        Json.texts(
            hierarchy.roots().stream()
                .filter(r -> r.unknown().isPresent())
                .map(ResolvedRoot::name)
                .toList()));
    return Json.print(json);
  }

  private static long count(Hierarchy hierarchy, Severity severity) {
    return hierarchy.findings().stream().distinct().filter(f -> f.severity() == severity).count();
  }

  private static long unsure(Hierarchy hierarchy) {
    return hierarchy.nodes().stream().filter(node -> !node.certainty().exact()).count();
  }
}
