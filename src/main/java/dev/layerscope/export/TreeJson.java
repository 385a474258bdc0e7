package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.SyncPolicy;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code layerscope tree --format json}: see {@code docs/json/tree.md}. The same input gives the
 * same bytes.
 */
public final class TreeJson {
  private TreeJson() {}

  /** The document, ending with a line feed. */
  public static String print(TreeDocument document) {
    ObjectNode json = Json.object();
    json.put("schema", Json.SCHEMA);
    json.put("workspace", document.workspace());
    Json.put(json, "environment", document.environment());
    ArrayNode repositories = json.putArray("repositories");
    document.repositories().forEach(state -> repositories.add(repository(state)));
    ArrayNode roots = json.putArray("roots");
    document.roots().forEach(root -> roots.add(root(document.hierarchy(), root)));
    return Json.print(json);
  }

  private static ObjectNode repository(TreeDocument.RepositoryState state) {
    ObjectNode json = Json.object();
    switch (state.access()) {
      case Access.Available(var url, var clone) -> {
        Optional<Branch> branch = state.branch().flatMap(clone::branch);
        json.put("url", url.text());
        Json.put(json, "branch", state.branch());
        Json.put(json, "commit", branch.map(Branch::commit));
        Json.put(json, "from", branch.map(b -> b.from().word()));
        json.put("ahead", branch.map(Branch::ahead).orElse(0));
        json.put("behind", branch.map(Branch::behind).orElse(0));
        Json.put(json, "fetchedAt", branch.flatMap(Branch::fetchedAt).map(Object::toString));
      }
      case Access.Unavailable(var url, var kind, var reason) ->
          unavailable(json, url.text(), reason);
      case Access.Unknown(var url) -> unavailable(json, url.text(), "not in the workspace");
    }
    return json;
  }

  private static void unavailable(ObjectNode json, String url, String reason) {
    json.put("url", url);
    List.of("branch", "commit", "from").forEach(json::putNull);
    json.put("ahead", 0);
    json.put("behind", 0);
    json.putNull("fetchedAt");
    json.put("unavailable", reason);
  }

  private static ObjectNode root(Hierarchy hierarchy, ResolvedRoot root) {
    ObjectNode json = Json.object();
    json.put("name", root.name());
    json.put("of", root.root().of());
    json.put("controlPlane", root.root().controlPlane());
    Json.put(json, "unknown", root.unknown());
    Map<NodeId, Integer> depths = hierarchy.depths(root);
    ArrayNode nodes = json.putArray("nodes");
    depths.forEach((id, depth) -> nodes.add(node(hierarchy.get(id), depth)));
    ArrayNode edges = json.putArray("edges");
    hierarchy.edges().stream()
        .filter(edge -> belongs(edge, root, depths))
        .sorted()
        .forEach(edge -> edges.add(edge(edge)));
    ArrayNode findings = json.putArray("findings");
    root.findings().forEach(finding -> findings.add(Json.finding(finding, Optional.empty())));
    depths.keySet().stream()
        .map(hierarchy::get)
        .forEach(node ->
            node.findings()
                .forEach(f -> findings.add(Json.finding(f, Optional.of(node.id().text())))));
    return json;
  }

  private static boolean belongs(Edge edge, ResolvedRoot root, Map<NodeId, Integer> depths) {
    return edge.from()
        .map(depths::containsKey)
        .orElseGet(() -> root.declared().contains(edge.to()));
  }

  private static ObjectNode node(HierarchyNode node, int depth) {
    ObjectNode json = Json.object();
    json.put("id", node.id().text());
    json.put("kind", node.kind().text());
    json.put("name", node.label());
    json.put("namespace", node.id().namespace());
    Json.put(json, "project", node.application().map(Application::project));
    json.put("state", node.certainty().level().word());
    json.set("why", Json.texts(node.certainty().why()));
    Json.put(json, "unresolved", node.unresolved());
    Json.put(json, "dormant", node.dormant());
    ArrayNode sources = json.putArray("sources");
    node.sources().forEach(source -> sources.add(source(source)));
    node.application().ifPresent(application -> application(json, application));
    json.put("layer", node.layer());
    json.put("depth", depth);
    ObjectNode rendered = json.putObject("rendered");
    rendered.put("total", node.rendered().total());
    ObjectNode byKind = rendered.putObject("byKind");
    node.rendered().byKind().forEach(byKind::put);
    return json;
  }

  private static void application(ObjectNode json, Application application) {
    Destination destination = application.destination();
    ObjectNode to = json.putObject("destination");
    Json.put(to, "server", destination.server());
    Json.put(to, "name", destination.name());
    Json.put(to, "namespace", destination.namespace());
    SyncPolicy policy = application.syncPolicy();
    ObjectNode sync = json.putObject("syncPolicy");
    sync.put("automated", policy.automated());
    sync.put("prune", policy.prune());
    sync.put("selfHeal", policy.selfHeal());
    policy
        .retryLimit()
        .ifPresentOrElse(limit -> sync.put("retryLimit", limit), () -> sync.putNull("retryLimit"));
    sync.set("syncOptions", Json.texts(policy.syncOptions()));
    OptionalInt wave = application.syncWave();
    wave.ifPresentOrElse(w -> json.put("syncWave", w), () -> json.putNull("syncWave"));
  }

  private static ObjectNode source(ResolvedSource source) {
    ObjectNode json = Json.object();
    json.put("repoURL", source.declared().repoURL().display());
    Json.put(json, "path", source.declared().path());
    Json.put(json, "targetRevision", source.declared().targetRevision());
    Json.put(json, "chart", source.declared().chart());
    Json.put(json, "ref", source.declared().ref());
    json.put("type", source.type().text());
    Json.put(json, "revision", source.revision().map(r -> r.commit()));
    return json;
  }

  private static ObjectNode edge(Edge edge) {
    ObjectNode json = Json.object();
    Json.put(json, "from", edge.from().map(NodeId::text));
    json.put("to", edge.to().text());
    json.put("how", edge.how().word());
    json.set("declaredIn", Json.location(edge.declaredIn()));
    return json;
  }
}
