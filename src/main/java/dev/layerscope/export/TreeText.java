package dev.layerscope.export;

import dev.layerscope.finding.Severity;
import dev.layerscope.git.Revision;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A hierarchy as an indented tree for a terminal. A node that was shown before is named again and
 * not repeated.
 */
public final class TreeText {
  private final Hierarchy hierarchy;
  private final Set<NodeId> shown = new HashSet<>();
  private final StringBuilder out = new StringBuilder();

  private TreeText(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** All roots, a blank line between them, and a line of counts for each. */
  public static String print(TreeDocument document) {
    var roots =
        document.roots().stream()
            .map(root -> new TreeText(document.hierarchy()).root(root))
            .toList();
    return String.join("\n", roots);
  }

  private String root(ResolvedRoot root) {
    out.append(root.name())
        .append(Inert.line(root.unknown().map(reason -> "  unknown: " + reason).orElse("")))
        .append('\n');
    List<NodeId> declared = root.declared();
    for (int i = 0; i < declared.size(); i++) {
      node(hierarchy.get(declared.get(i)), "", i == declared.size() - 1);
    }
    return out.append(summary(root)).append('\n').toString();
  }

  private void node(HierarchyNode node, String indent, boolean last) {
    out.append(indent).append(last ? "└── " : "├── ").append(Inert.line(line(node))).append('\n');
    if (!shown.add(node.id())) {
      return;
    }
    String deeper = indent + (last ? "    " : "│   ");
    for (String note : notes(node)) {
      out.append(deeper).append("    ").append(Inert.line(note)).append('\n');
    }
    List<HierarchyNode> children = hierarchy.childrenOf(node.id());
    for (int i = 0; i < children.size(); i++) {
      node(children.get(i), deeper, i == children.size() - 1);
    }
  }

  private String line(HierarchyNode node) {
    String kind = node.kind() == NodeKind.APPLICATION ? "" : node.kind().text() + " ";
    String again =
        shown.contains(node.id()) && !hierarchy.childrenOf(node.id()).isEmpty()
            ? "  (shown above)"
            : "";
    String sources =
        node.sources().stream().map(TreeText::source).collect(Collectors.joining(" + "));
    String state = node.certainty().exact() ? "" : "  [" + node.certainty().level().word() + "]";
    return kind + node.label() + (sources.isEmpty() ? "" : "  " + sources) + state + again;
  }

  private static String source(ResolvedSource source) {
    var declared = source.declared();
    String what = declared.chart().or(declared::path).map(path -> " " + path).orElse("");
    String commit = source.revision().map(r -> " (" + r.abbreviated() + ")").orElse("");
    String asked =
        source
            .revision()
            .map(Revision::asked)
            .or(declared::targetRevision)
            .filter(r -> !r.isEmpty())
            .orElse("HEAD");
    return declared.repoURL().shortName() + "@" + asked + commit + what;
  }

  private static List<String> notes(HierarchyNode node) {
    var notes = new java.util.ArrayList<String>();
    node.certainty().why().forEach(why -> notes.add("? " + why));
    node.findings()
        .forEach(f -> notes.add(mark(f.severity()) + " " + f.code().text() + ": " + f.message()));
    return notes;
  }

  private static String mark(Severity severity) {
    return switch (severity) {
      case ERROR -> "✗";
      case WARNING -> "!";
      case INFO -> "i";
    };
  }

  private String summary(ResolvedRoot root) {
    Set<NodeId> reached = hierarchy.depths(root).keySet();
    long applications = reached.stream().filter(id -> id.kind() == NodeKind.APPLICATION).count();
    long errors = count(root, reached, Severity.ERROR);
    long warnings = count(root, reached, Severity.WARNING);
    long unsure = reached.stream().filter(id -> !hierarchy.get(id).certainty().exact()).count();
    return applications
        + (applications == 1 ? " Application, " : " Applications, ")
        + errors
        + (errors == 1 ? " error, " : " errors, ")
        + warnings
        + (warnings == 1 ? " warning" : " warnings")
        + (unsure == 0 ? "" : ", " + unsure + " not exact");
  }

  private long count(ResolvedRoot root, Set<NodeId> reached, Severity severity) {
    return root.findings().stream().filter(f -> f.severity() == severity).count()
        + reached.stream().mapToLong(id -> hierarchy.get(id).count(severity)).sum();
  }
}
