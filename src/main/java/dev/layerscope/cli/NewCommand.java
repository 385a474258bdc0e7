package dev.layerscope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code layerscope new}: things that are added to an estate, as previewed local commits. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Adds to the estate, as local commits that were previewed. Nothing is pushed.",
    subcommands = {
      NewTeamCommand.class,
      NewLayerCommand.class,
      NewClusterCommand.class,
      NewApplicationCommand.class
    })
final class NewCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what is new: team, layer, cluster or application.");
  }
}
