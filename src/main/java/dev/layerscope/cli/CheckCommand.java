package dev.layerscope.cli;

import dev.layerscope.export.FindingsReport;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Resolve;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope check}: what is wrong, for CI. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Lists findings; the exit status tells CI.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EnvironmentOption environment = new EnvironmentOption();
  @Mixin private Output output = new Output();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "error, warning or never (default: error).")
  private FailOn failOn = FailOn.ERROR;

  /** How findings are written. */
  enum Format {
    TEXT,
    JSON
  }

  /** From which severity on the exit status is 1. */
  enum FailOn {
    ERROR,
    WARNING,
    NEVER
  }

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      var selection = environment.selection(opened);
      Hierarchy hierarchy = Resolve.resolve(opened, selection, new TerminalProgress());
      output.write(
          format == Format.JSON ? FindingsReport.json(hierarchy) : FindingsReport.text(hierarchy));
      boolean fails =
          hierarchy.findings().stream()
              .anyMatch(f ->
                  failOn != FailOn.NEVER && f.severity() == Severity.ERROR
                      || failOn == FailOn.WARNING && f.severity() == Severity.WARNING);
      return fails ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }
  }
}
