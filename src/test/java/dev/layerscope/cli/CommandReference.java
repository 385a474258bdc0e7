package dev.layerscope.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the page of all commands from what picocli knows of them. */
final class CommandReference {
  private final CommandLine whole;
  private final StringBuilder page = new StringBuilder();

  CommandReference(CommandLine whole) {
    this.whole = whole;
  }

  /** The page, as Markdown. */
  String page() {
    page.append("# Commands\n\nMade from the commands themselves (`CommandReferenceTest`).\n\n");
    page.append(
        "Results go to standard output, everything else to standard error. `WORKSPACE` is a folder"
            + " with `workspace.yaml`, or\n"
            + "the file. Every command has `--help` and `--version`.\n\n");
    page.append("| exit status | |\n|---|---|\n");
    page.append("| 0 | done |\n");
    page.append("| 1 | findings, or differences with `--exit-code` |\n");
    page.append("| 2 | the command line or the workspace file is wrong |\n");
    page.append("| 3 | network, credentials or disk |\n");
    page.append("| 4 | not exact where that was asked for, or a side is unknown |\n");
    page.append("| 70 | a fault of ours |\n");
    whole.getSubcommands().values().forEach(command -> command(command, "layerscope "));
    return page.toString();
  }

  private void command(CommandLine command, String before) {
    CommandSpec spec = command.getCommandSpec();
    String name = before + spec.name();
    if (command.getSubcommands().isEmpty()) {
      page.append("\n## ").append(name).append("\n\n");
      for (String line : spec.usageMessage().description()) {
        page.append(escaped(line)).append('\n');
      }
      page.append("\n```\n").append(synopsis(command)).append("\n```\n");
      parameters(spec);
    }
    command.getSubcommands().values().stream()
        .filter(sub -> !sub.getCommandName().equals("help"))
        .forEach(sub -> command(sub, name + " "));
  }

  private static String synopsis(CommandLine command) {
    return new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF))
        .synopsis(0)
        .strip();
  }

  private void parameters(CommandSpec spec) {
    List<PositionalParamSpec> positional =
        spec.positionalParameters().stream().filter(p -> !p.hidden()).toList();
    List<OptionSpec> options =
        spec.options().stream()
            .filter(o -> !o.hidden() && !o.usageHelp() && !o.versionHelp())
            .toList();
    if (positional.isEmpty() && options.isEmpty()) {
      return;
    }
    page.append("\n| | |\n|---|---|\n");
    positional.forEach(p -> row(p.paramLabel(), p.description()));
    options.forEach(o -> row(names(o), o.description()));
  }

  private static String names(OptionSpec option) {
    String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return Arrays.stream(option.names()).collect(Collectors.joining(", ")) + label;
  }

  private void row(String name, String... description) {
    page.append("| `")
        .append(name.replace("|", "\\|"))
        .append("` | ")
        .append(escaped(String.join(" ", description)))
        .append(" |\n");
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
