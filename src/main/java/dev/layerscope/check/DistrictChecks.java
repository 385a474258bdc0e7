package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.manifest.KnownKinds;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Every rule over every district of a hierarchy, over the cores; a district that is as it was
 * before is not checked again. One use.
 */
public final class DistrictChecks {
  private final CheckMemory memory;
  private final KnownKinds known;
  private final Function<RepoUrl, Map<String, String>> branches;
  private final Repositories repositories;

  /**
   * @param known of kinds before the hierarchy is looked into
   * @param branches environment to branch, for a repository; only branches that exist
   * @param repositories to look into for files that nobody reads
   */
  public DistrictChecks(
      CheckMemory memory,
      KnownKinds known,
      Function<RepoUrl, Map<String, String>> branches,
      Repositories repositories) {
    Map<RepoUrl, Map<String, String>> asked = new ConcurrentHashMap<>();
    this.memory = memory;
    this.known = known;
    this.branches = url -> remembered(asked, url, branches);
    this.repositories = repositories;
  }

  private static Map<String, String> remembered(
      Map<RepoUrl, Map<String, String>> asked,
      RepoUrl url,
      Function<RepoUrl, Map<String, String>> branches) {
    Map<String, String> before = asked.get(url);
    return before == null ? asked.computeIfAbsent(url, branches) : before;
  }

  /** Every finding, by the node it lies on. */
  public Map<NodeId, List<Finding>> run(Hierarchy hierarchy) {
    List<Manifest> definitions = Estate.definitions(hierarchy);
    CheckMemory.Judged judged =
        memory.under(new CheckMemory.Setting(hierarchy.controlPlanes(), known, definitions));
    var all =
        new ArrayList<>(
            District.of(hierarchy).parallelStream()
                .map(district ->
                    judged
                        .again(district, branches)
                        .orElseGet(() -> found(district, hierarchy, definitions, judged)))
                .toList());
    all.addAll(
        Rules.ofFiles(repositories, memory.folders()).parallelStream()
            .map(rule -> Checks.files(rule, hierarchy))
            .toList());
    return Checks.together(all);
  }

  private Map<NodeId, List<Finding>> found(
      District district, Hierarchy whole, List<Manifest> definitions, CheckMemory.Judged judged) {
    Map<RepoUrl, Map<String, String>> asked = new ConcurrentHashMap<>();
    var estate = new Estate(district.in(whole), known, definitions);
    Map<NodeId, List<Finding>> found =
        new Checks(Rules.ofNodes(url -> remembered(asked, url, branches))).run(estate);
    judged.keep(district, asked, found);
    return found;
  }
}
