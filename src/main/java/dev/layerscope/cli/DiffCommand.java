package dev.layerscope.cli;

import dev.layerscope.operation.Compare;
import dev.layerscope.operation.Comparison;
import dev.layerscope.operation.DescribeDiff;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope diff}: two sides of the estate. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Compares two environments, refs or overrides.")
final class DiffCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "X",
      description =
          "env:E, ref:R or declared, then overrides ,REPO_URL=REF. A bare word is an environment or"
              + " a ref.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "Y",
      description = "The other side, written the same way.")
  private String to = "";

  @Option(
      names = "--root",
      paramLabel = "NAME",
      description = "Only this root; may be given several times.")
  private List<String> roots = List.of();

  @Option(names = "--exit-code", description = "Exit 1 when something differs.")
  private boolean exitCode;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  /** How differences are written. */
  enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      Comparison comparison =
          Compare.compare(
              opened,
              side(from, opened.workspace()),
              side(to, opened.workspace()),
              WorkspaceOptions.roots(opened.workspace(), roots),
              new TerminalProgress());
      output.write(
          format == Format.JSON
              ? DescribeDiff.json(comparison, from, to)
              : DescribeDiff.text(comparison, from, to));
      if (comparison.anythingUnknown()) {
        return ExitStatus.NOT_EXACT;
      }
      return exitCode && comparison.differences() > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }
  }

  private static Selection side(String text, Workspace workspace) throws UsageException {
    try {
      return SelectionText.read(text, workspace);
    } catch (SelectionText.Unreadable e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
