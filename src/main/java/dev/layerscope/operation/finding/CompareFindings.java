package dev.layerscope.operation.finding;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Fingerprint;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which findings of one environment another has as well. The same finding has the same code, lies
 * on the same node of the same logical root, and says the same once the names of environments and
 * branches, numbers and commits are left out.
 */
public final class CompareFindings {
  private final List<Pattern> names;

  private CompareFindings(Workspace workspace) {
    var words = new HashSet<String>();
    for (Workspace.Environment environment : workspace.environments()) {
      words.add(environment.name());
      words.add(environment.branch());
      environment.branches().values().forEach(branch -> branch.ifPresent(words::add));
    }
    this.names =
        words.stream()
            .sorted()
            .map(word ->
                Pattern.compile(
                    "(?<![A-Za-z0-9])" + Pattern.quote(word) + "(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE))
            .toList();
  }

  /** A finding, and where it lies. */
  public record Located(Optional<NodeId> node, Finding finding) {}

  /** Findings of one hierarchy that another one of the same workspace has not. */
  public static Set<Located> onlyIn(Workspace workspace, Hierarchy here, Hierarchy there) {
    var comparison = new CompareFindings(workspace);
    Set<String> known = new HashSet<>(comparison.keys(there).values());
    var only = new HashSet<Located>();
    comparison
        .keys(here)
        .forEach((located, key) -> {
          if (!known.contains(key)) {
            only.add(located);
          }
        });
    return only;
  }

  private Map<Located, String> keys(Hierarchy hierarchy) {
    Map<String, String> logical = new HashMap<>();
    for (ResolvedRoot root : hierarchy.roots()) {
      logical.put(root.root().controlPlane(), root.root().of());
    }
    var keys = new HashMap<Located, String>();
    for (Located located : all(hierarchy)) {
      String node =
          located
              .node()
              .map(id ->
                  String.join(
                      "/",
                      logical.getOrDefault(id.controlPlane(), id.controlPlane()),
                      id.namespace(),
                      id.kind().text(),
                      id.name()))
              .orElse("");
      keys.put(
          located, located.finding().code().text() + "\n" + node + "\n" + plain(located.finding()));
    }
    return keys;
  }

  private static List<Located> all(Hierarchy hierarchy) {
    var all = new ArrayList<Located>();
    hierarchy.generalFindings().forEach(f -> all.add(new Located(Optional.empty(), f)));
    for (ResolvedRoot root : hierarchy.roots()) {
      root.findings().forEach(f -> all.add(new Located(Optional.empty(), f)));
    }
    for (HierarchyNode node : hierarchy.nodes()) {
      node.findings().forEach(f -> all.add(new Located(Optional.of(node.id()), f)));
    }
    return all;
  }

  private String plain(Finding finding) {
    String text =
        Fingerprint.gist(finding).toLowerCase(Locale.ROOT).replaceAll("\\b[0-9a-f]{7,40}\\b", "#");
    for (Pattern name : names) {
      text = name.matcher(text).replaceAll("~");
    }
    return text.replaceAll("(?<![\\p{L}-])[0-9][0-9,.]*", "#");
  }
}
