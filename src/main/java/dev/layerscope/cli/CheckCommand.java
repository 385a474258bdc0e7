package dev.layerscope.cli;

import dev.layerscope.export.Baseline;
import dev.layerscope.export.FindingsDocument;
import dev.layerscope.export.FindingsGithub;
import dev.layerscope.export.FindingsJson;
import dev.layerscope.export.FindingsSarif;
import dev.layerscope.export.FindingsText;
import dev.layerscope.finding.Severity;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.finding.Check;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif or github (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "error, warning or never (default: error).")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Only what an earlier 'check --format json' did not find yet is news.")
  private @Nullable Path baseline;

  @Option(
      names = "--against",
      paramLabel = "ENV",
      description = "Only what this environment does not have as well is news.")
  private @Nullable String against;

  /** How findings are written. */
  enum Format {
    TEXT,
    JSON,
    SARIF,
    GITHUB
  }

  /** From which severity on the exit status is 1. */
  enum FailOn {
    ERROR,
    WARNING,
    NEVER
  }

  @Override
  public Integer call() throws Exception {
    Set<String> known = known();
    try (Opened opened = workspace.open()) {
      FindingsDocument findings = findings(opened, known);
      output.write(
          switch (format) {
            case TEXT -> FindingsText.of(findings);
            case JSON -> FindingsJson.of(findings);
            case SARIF -> FindingsSarif.of(findings, Version.number());
            case GITHUB -> FindingsGithub.of(findings);
          });
      return fails(findings) ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }
  }

  private FindingsDocument findings(Opened opened, Set<String> known) throws UsageException {
    Selection selection = environment.selection(opened);
    if (against == null) {
      FindingsDocument all = Check.check(opened, selection, new TerminalProgress());
      return baseline == null ? all : all.since(known);
    }
    if (baseline != null) {
      throw new UsageException("--against and --baseline do not go together.");
    }
    List<String> environments =
        opened.workspace().environments().stream().map(Workspace.Environment::name).toList();
    if (!environments.contains(against)) {
      throw WorkspaceOptions.unknown("environment", against, environments);
    }
    return Check.check(opened, selection, against, new TerminalProgress());
  }

  private boolean fails(FindingsDocument findings) {
    return switch (failOn) {
      case ERROR -> findings.anyAsBadAs(Severity.ERROR);
      case WARNING -> findings.anyAsBadAs(Severity.WARNING);
      case NEVER -> false;
    };
  }

  private Set<String> known() throws UsageException {
    if (baseline == null) {
      return Set.of();
    }
    try {
      Optional<Set<String>> read = Baseline.read(Files.readString(baseline));
      return read.orElseThrow(() ->
          new UsageException(
              baseline + " is no baseline: make one with check --format json -o FILE."));
    } catch (IOException e) {
      throw new UsageException(baseline + " cannot be read: make it with check --format json -o.");
    }
  }
}
