package dev.layerscope.cli;

import dev.layerscope.edit.intention.Fix;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.FixFinding;
import dev.layerscope.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope fix}: cures a finding where the cure is mechanical. */
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    description = "Cures a finding where the cure is mechanical: what check says, as an edit.")
final class FixCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(names = "--env", required = true, paramLabel = "ENV", description = "Where it is seen.")
  private String environment = "";

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "The finding's code; needed where several can be cured.")
  private String code = "";

  @Option(
      names = "--at",
      paramLabel = "PATH",
      description = "A part of the place it names; needed where a code is found more than once.")
  private String at = "";

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, this::wanted);
  }

  private Fix wanted(Opened opened) throws UsageException {
    Workspace.Environment where =
        opened
            .workspace()
            .environment(environment)
            .orElseThrow(
                () -> new UsageException("there is no environment “" + environment + "”."));
    List<Fix> all = FixFinding.all(opened, where, new TerminalProgress());
    List<Fix> found =
        all.stream()
            .filter(f -> code.isEmpty() || f.finding().code().text().equals(code))
            .filter(f -> place(f).contains(at))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    String known =
        (found.isEmpty() ? all : found)
            .stream()
                .map(f -> f.finding().code().text() + " at " + place(f))
                .collect(Collectors.joining("; "));
    throw new UsageException(
        (found.isEmpty() ? "nothing like that can be cured so." : "several findings are meant.")
            + (known.isEmpty() ? "" : " There are: " + known + "."));
  }

  private static String place(Fix fix) {
    return fix.finding().locations().getFirst().pathAndLine();
  }
}
