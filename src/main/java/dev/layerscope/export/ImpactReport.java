package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A blast radius for a terminal, and as JSON ({@code docs/json/impact.schema.json}). */
public final class ImpactReport {
  private ImpactReport() {}

  /** One line of counts, then roots, clusters and Applications. */
  public static String text(ImpactDocument document) {
    var out = new StringBuilder();
    String place = document.repository().display() + " " + document.path();
    if (document.reached().isEmpty()) {
      out.append(place)
          .append(
              document.unsure().isEmpty()
                  ? " reaches nothing that any root declares.\n"
                  : " reaches nothing that could be traced.\n");
      document.unsure().forEach(line -> out.append("? ").append(Inert.line(line)).append('\n'));
      return out.toString();
    }
    out.append(place)
        .append(" reaches " + document.roots().size() + " of " + document.rootCount() + " roots, ")
        .append(number(document.clusters().size(), "cluster", "clusters"))
        .append(", " + number(applications(document).size(), "Application", "Applications"))
        .append(", " + number(document.manifests(), "manifest", "manifests"))
        .append("\n\nroots\n");
    document
        .roots()
        .forEach(root ->
            out.append("  " + root.root() + "  ")
                .append(number(root.applications(), "Application", "Applications"))
                .append('\n'));
    out.append("clusters\n");
    document
        .clusters()
        .forEach(cluster -> out.append("  ").append(Inert.line(cluster)).append('\n'));
    out.append("Applications (* reads it)\n");
    Set<NodeId> direct = ids(document.direct());
    applications(document)
        .forEach(node ->
            out.append(direct.contains(node.id()) ? "  * " : "    ")
                .append(node.id().controlPlane() + "//")
                .append(Inert.line(node.id().namespace() + "/" + node.name()))
                .append('\n'));
    document.unsure().forEach(line -> out.append("? ").append(Inert.line(line)).append('\n'));
    return out.toString();
  }

  public static String json(ImpactDocument document) {
    ObjectNode json = Json.object();
    json.put("schema", Json.SCHEMA);
    json.put("workspace", document.workspace());
    Json.put(json, "environment", document.environment());
    json.put("repoURL", document.repository().display());
    json.put("path", document.path());
    ArrayNode roots = json.putArray("roots");
    document
        .roots()
        .forEach(root ->
            roots.addObject().put("name", root.root()).put("applications", root.applications()));
    json.put("rootsTotal", document.rootCount());
    json.set("clusters", Json.texts(document.clusters()));
    json.put("manifests", document.manifests());
    Set<NodeId> direct = ids(document.direct());
    ArrayNode nodes = json.putArray("nodes");
    for (HierarchyNode node : document.reached()) {
      nodes
          .addObject()
          .put("id", node.id().text())
          .put("kind", node.kind().text())
          .put("name", node.name())
          .put("namespace", node.id().namespace())
          .put("layer", node.layer())
          .put("direct", direct.contains(node.id()));
    }
    json.set("unsure", Json.texts(document.unsure()));
    return Json.print(json);
  }

  private static List<HierarchyNode> applications(ImpactDocument document) {
    return document.reached().stream().filter(n -> n.kind() == NodeKind.APPLICATION).toList();
  }

  private static Set<NodeId> ids(List<HierarchyNode> nodes) {
    return nodes.stream().map(HierarchyNode::id).collect(Collectors.toSet());
  }

  private static String number(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
