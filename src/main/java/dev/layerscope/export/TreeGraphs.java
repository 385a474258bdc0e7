package dev.layerscope.export;

import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.How;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A hierarchy in the languages that other programs draw: Graphviz and Mermaid. */
public final class TreeGraphs {
  private TreeGraphs() {}

  /**
   * Graphviz DOT; lines are dotted where something was generated, boxes dashed where not exact.
   *
   * @param stamp what the file says of itself, in comments
   */
  public static String dot(TreeDocument document, List<String> stamp) {
    Hierarchy hierarchy = document.hierarchy();
    var out =
        new StringBuilder(
            "digraph layerscope {\n"
                + comments("  // ", stamp)
                + "  rankdir=LR;\n  node [shape=box, fontname=\"Inter\"];\n");
    for (HierarchyNode node : hierarchy.nodes()) {
      String style =
          node.unresolved().isPresent() || !node.certainty().exact() ? ", style=dashed" : "";
      out.append("  ")
          .append(quoted(node.id().text()))
          .append(" [label=")
          .append("\"" + label(node, "\\n", TreeGraphs::inDot) + "\"")
          .append(style)
          .append("];\n");
    }
    for (Edge edge : edges(hierarchy)) {
      String style = edge.how() == How.GENERATED ? " [style=dotted]" : "";
      out.append("  ")
          .append(quoted(edge.from().orElseThrow().text()))
          .append(" -> ")
          .append(quoted(edge.to().text()))
          .append(style)
          .append(";\n");
    }
    return out.append("}\n").toString();
  }

  /**
   * A Mermaid flow chart.
   *
   * @param stamp what the file says of itself, in comments
   */
  public static String mermaid(TreeDocument document, List<String> stamp) {
    Hierarchy hierarchy = document.hierarchy();
    Map<NodeId, String> names = new LinkedHashMap<>();
    var out = new StringBuilder("flowchart LR\n" + comments("  %% ", stamp));
    for (HierarchyNode node : hierarchy.nodes()) {
      String name = "n" + names.size();
      names.put(node.id(), name);
      out.append("  ")
          .append(name)
          .append("[\"")
          .append(label(node, "<br/>", TreeGraphs::inMermaid))
          .append("\"]\n");
    }
    for (Edge edge : edges(hierarchy)) {
      String arrow = edge.how() == How.GENERATED ? " -.-> " : " --> ";
      out.append("  ")
          .append(names.get(edge.from().orElseThrow()))
          .append(arrow)
          .append(names.get(edge.to()))
          .append('\n');
    }
    return out.toString();
  }

  private static String comments(String mark, List<String> lines) {
    return lines.stream().map(line -> mark + Inert.line(line) + "\n").collect(Collectors.joining());
  }

  private static List<Edge> edges(Hierarchy hierarchy) {
    return hierarchy.edges().stream().filter(edge -> edge.from().isPresent()).sorted().toList();
  }

  /**
   * Words come from repositories: each is escaped before the language's own line break is put in.
   */
  private static String label(
      HierarchyNode node, String lineBreak, UnaryOperator<String> escaping) {
    String kind = node.kind() == NodeKind.APPLICATION ? "" : node.kind().text() + " ";
    String source =
        node.sources().stream()
            .findFirst()
            .map(s ->
                lineBreak
                    + escaping.apply(
                        s.declared().repoURL().shortName()
                            + "@"
                            + s.declared().targetRevision().orElse("HEAD")))
            .orElse("");
    return escaping.apply(kind + node.label()) + source;
  }

  private static String quoted(String text) {
    return "\"" + inDot(text) + "\"";
  }

  private static String inDot(String text) {
    return Inert.line(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Its own codes, for it takes what stands between quotes for HTML or Markdown otherwise. */
  private static String inMermaid(String text) {
    var safe = new StringBuilder();
    for (char c : Inert.line(text).toCharArray()) {
      switch (c) {
        case '"', '#', '&', '<', '>', '`', ';' -> safe.append('#').append((int) c).append(';');
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}
