package dev.layerscope.ui.findings;

import dev.layerscope.argocd.Application;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What findings are put together by. */
enum Grouping {
  SEVERITY,
  CODE,
  LAYER,
  CLUSTER,
  TEAM;

  static final Belongs NOWHERE = new Belongs("", "", "");

  /**
   * Where a finding belongs.
   *
   * @param team the project, which is a team's own where teams have one
   */
  record Belongs(String cluster, String layer, String team) {
    static Belongs of(HierarchyNode node) {
      return new Belongs(
          node.id().controlPlane(),
          node.layer(),
          node.application().map(Application::project).orElse(""));
    }
  }

  /** The findings with a head above each group; by severity without heads, worst first. */
  List<Row> rows(List<Row.Seen> findings) {
    if (this == SEVERITY) {
      return List.copyOf(findings);
    }
    Map<String, List<Row.Seen>> groups = new TreeMap<>();
    findings.forEach(
        seen -> groups.computeIfAbsent(title(seen), unused -> new ArrayList<>()).add(seen));
    var rows = new ArrayList<Row>();
    groups.forEach((title, group) -> {
      rows.add(new Row.Head(title.isEmpty() ? "–" : title, group.size()));
      rows.addAll(group);
    });
    return rows;
  }

  private String title(Row.Seen seen) {
    return switch (this) {
      case SEVERITY -> seen.finding().severity().word();
      case CODE -> seen.finding().code().text();
      case LAYER -> seen.belongs().layer();
      case CLUSTER -> seen.belongs().cluster();
      case TEAM -> seen.belongs().team();
    };
  }

  @Override
  public String toString() {
    return Messages.text("findings.group." + name().toLowerCase(Locale.ROOT));
  }
}
