package dev.layerscope.cli;

import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.FindApplication;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.yaml.YamlPrinter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code layerscope render}: what an Application's sources render to. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "Prints the manifests of an Application.")
final class RenderCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private WhatIfOptions whatIf = new WhatIfOptions();
  @Mixin private Output output = new Output();

  @Mixin private ApplicationOption application = new ApplicationOption();

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      var selection = whatIf.selection(opened);
      Hierarchy hierarchy = Resolve.resolve(opened, selection, new TerminalProgress());
      HierarchyNode node = one(hierarchy);
      List<Manifest> manifests = Resolve.manifests(opened, hierarchy, node, new TerminalProgress());
      output.writeExactly(
          manifests.stream()
              .map(m -> YamlPrinter.print(m.root()))
              .collect(Collectors.joining("---\n")));
      node.certainty().why().forEach(why -> Terminal.remark("layerscope: not exact: " + why));
      node.findings().stream()
          .filter(f -> f.severity() == Severity.ERROR)
          .forEach(f -> Terminal.remark("layerscope: " + f.code().text() + ": " + f.message()));
      return node.certainty().exact() && node.unresolved().isEmpty()
          ? ExitStatus.DONE
          : ExitStatus.NOT_EXACT;
    }
  }

  private HierarchyNode one(Hierarchy hierarchy) throws UsageException {
    List<HierarchyNode> found = FindApplication.named(hierarchy, application.name());
    if (found.isEmpty()) {
      throw WorkspaceOptions.unknown(
          "Application",
          application.name(),
          hierarchy.nodes().stream().map(HierarchyNode::name).distinct().sorted().toList());
    }
    if (found.size() > 1) {
      String names =
          found.stream()
              .map(n -> FindApplication.fullName(hierarchy, n))
              .collect(Collectors.joining(", "));
      throw new UsageException(
          "“" + application.name() + "” may mean " + names + ". Name one of these.");
    }
    return found.getFirst();
  }
}
