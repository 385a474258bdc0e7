package dev.layerscope.export;

import dev.layerscope.argocd.Destination;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Revision;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A hierarchy as comma-separated values (RFC 4180), one line for each node of each root. A text a
 * spreadsheet would run as a formula is led by an apostrophe.
 */
public final class TreeCsv {
  private static final List<String> HEAD =
      List.of(
          "root",
          "depth",
          "kind",
          "namespace",
          "name",
          "layer",
          "state",
          "repository",
          "targetRevision",
          "commit",
          "path",
          "cluster",
          "destinationNamespace",
          "project",
          "sync",
          "wave",
          "manifests",
          "errors",
          "warnings",
          "workspace",
          "environment",
          "written");

  private TreeCsv() {}

  /**
   * The table. Every line says of which workspace and environment it is, and when it was written:
   * there is nowhere else that programs would not take for data.
   *
   * @param date of today
   */
  public static String print(TreeDocument document, String date) {
    List<String> stamp =
        List.of(document.workspace(), document.environment().orElse("as declared"), date);
    var out = new StringBuilder(line(HEAD));
    Hierarchy hierarchy = document.hierarchy();
    for (ResolvedRoot root : document.roots()) {
      for (Map.Entry<NodeId, Integer> entry : hierarchy.depths(root).entrySet()) {
        List<String> row = row(root, hierarchy.get(entry.getKey()), entry.getValue());
        row.addAll(stamp);
        out.append(line(row));
      }
    }
    return out.toString();
  }

  private static List<String> row(ResolvedRoot root, HierarchyNode node, int depth) {
    var application = node.application();
    var row = new ArrayList<String>();
    row.add(root.name());
    row.add(Integer.toString(depth));
    row.add(node.kind().text());
    row.add(node.id().namespace());
    row.add(node.label());
    row.add(node.layer());
    row.add(node.unresolved().isPresent() ? "unresolved" : node.certainty().level().word());
    row.add(sources(node, s -> new RepoUrl(s.repository()).display()));
    row.add(sources(node, s -> s.declared().targetRevision().orElse("")));
    row.add(sources(node, s -> s.revision().map(Revision::commit).orElse("")));
    row.add(sources(node, s -> s.declared().chart().or(s.declared()::path).orElse("")));
    row.add(application.map(a -> a.destination().cluster()).orElse(""));
    row.add(application.map(a -> a.destination()).flatMap(Destination::namespace).orElse(""));
    row.add(application.map(a -> a.project()).orElse(""));
    row.add(application.map(a -> a.syncPolicy().automated() ? "auto" : "manual").orElse(""));
    row.add(
        application
            .map(a -> a.syncWave().isPresent() ? "" + a.syncWave().getAsInt() : "")
            .orElse(""));
    row.add(Integer.toString(node.rendered().total()));
    row.add(Long.toString(node.count(Severity.ERROR)));
    row.add(Long.toString(node.count(Severity.WARNING)));
    return row;
  }

  private static String sources(
      HierarchyNode node, java.util.function.Function<ResolvedSource, String> of) {
    return node.sources().stream().map(of).collect(Collectors.joining("; "));
  }

  /** Cells as one line, safe for a spreadsheet. */
  public static String line(List<String> cells) {
    return cells.stream().map(TreeCsv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    boolean number = text.matches("-?\\d+");
    String safe = formula && !number ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
