package dev.layerscope.cli;

import dev.layerscope.export.TreeDocument;
import dev.layerscope.export.TreeGraphs;
import dev.layerscope.export.TreeJson;
import dev.layerscope.export.TreeText;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.DescribeTree;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Resolve;
import dev.layerscope.operation.Selection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope tree}: the whole hierarchy. */
@Command(
    name = "tree",
    mixinStandardHelpOptions = true,
    description = "Prints the complete hierarchy of a workspace.")
final class TreeCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private WhatIfOptions whatIf = new WhatIfOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = "--root",
      paramLabel = "NAME",
      description = "Only this root; may be given several times.")
  private List<String> roots = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, dot or mermaid (default: text).")
  private Format format = Format.TEXT;

  /** How the tree is written. */
  enum Format {
    TEXT,
    JSON,
    DOT,
    MERMAID
  }

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      Selection selection = whatIf.selection(opened);
      Set<String> wanted = WorkspaceOptions.roots(opened.workspace(), roots);
      Hierarchy hierarchy = Resolve.resolve(opened, selection, wanted, new TerminalProgress());
      output.write(print(DescribeTree.of(opened, selection, hierarchy)));
      boolean nothingRead =
          !hierarchy.roots().isEmpty()
              && hierarchy.roots().stream().allMatch(root -> root.unknown().isPresent());
      return nothingRead ? ExitStatus.WORLD : ExitStatus.DONE;
    }
  }

  private String print(TreeDocument document) {
    return switch (format) {
      case TEXT -> TreeText.print(document);
      case JSON -> TreeJson.print(document);
      case DOT -> TreeGraphs.dot(document);
      case MERMAID -> TreeGraphs.mermaid(document);
    };
  }
}
