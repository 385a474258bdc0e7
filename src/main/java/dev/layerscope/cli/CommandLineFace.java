package dev.layerscope.cli;

import dev.layerscope.export.Inert;
import dev.layerscope.git.GitException;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.work.Fault;
import dev.layerscope.workspace.FaultFolder;
import dev.layerscope.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program as a command line. It never loads the window's toolkit. */
@Command(
    name = "layerscope",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows, compares and edits estates of Argo CD Applications straight from git.",
    synopsisHeading = "Usage: ",
    footer = {
      "",
      "Without a command the window opens, on the workspace given or the sample.",
      "Exit status: 0 done, 1 findings or differences, 2 usage or workspace file, 3 network,"
          + " credentials or disk,",
      "4 not exact where that was asked for, 70 a fault of ours."
    })
public final class CommandLineFace implements Runnable {
  /** By name, in the order of the usage text. */
  private static final Map<String, Class<?>> COMMANDS = commands();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /** The words a command line begins with; anything else is for the window. */
  public static boolean isCommand(List<String> arguments) {
    if (arguments.isEmpty()) {
      return false;
    }
    String first = arguments.getFirst();
    return first.startsWith("-") || COMMANDS.containsKey(first);
  }

  /**
   * Whether one word is neither a command nor anything on this machine's disk: the command line
   * says so, where a window would open on nothing.
   */
  public static boolean isMistyped(List<String> arguments) {
    return arguments.size() == 1
        && !isCommand(arguments)
        && !Files.exists(Path.of(arguments.getFirst()));
  }

  /** Runs a command and gives its exit status. */
  public static int run(String... arguments) {
    Class<?> named = arguments.length > 0 ? COMMANDS.get(arguments[0]) : null;
    CommandLine commandLine = named == null ? commandLine() : one(arguments[0], named);
    String[] words = named == null ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    return commandLine.execute(words);
  }

  /** All commands, as they are run. */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new CommandLineFace());
    COMMANDS.forEach(commandLine::addSubcommand);
    return ready(commandLine);
  }

  /** One alone: reading the options of all of them takes longer than many a command. */
  private static CommandLine one(String name, Class<?> command) {
    if (command != CompletionCommand.class) {
      OpenWorkspace.readAhead();
    }
    Object said = OptionIndex.kept().flatMap(index -> index.spec(command)).orElse(null);
    CommandLine line = said == null ? new CommandLine(command) : new CommandLine(said);
    return ready(line.setCommandName("layerscope " + name));
  }

  private static CommandLine ready(CommandLine commandLine) {
    return commandLine
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** By name, in the order of the usage text. */
  static Map<String, Class<?>> commands() {
    var commands = new LinkedHashMap<String, Class<?>>();
    commands.put("tree", TreeCommand.class);
    commands.put("render", RenderCommand.class);
    commands.put("diff", DiffCommand.class);
    commands.put("matrix", MatrixCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("impact", ImpactCommand.class);
    commands.put("clone", CloneCommand.class);
    commands.put("clones", ClonesCommand.class);
    commands.put("fetch", FetchCommand.class);
    commands.put("kustomize", KustomizeCommand.class);
    commands.put("new", NewCommand.class);
    commands.put("release", ReleaseCommand.class);
    commands.put("promote", PromoteCommand.class);
    commands.put("merge", MergeCommand.class);
    commands.put("retarget", RetargetCommand.class);
    commands.put("fix", FixCommand.class);
    commands.put("rename", RenameCommand.class);
    commands.put("move", MoveCommand.class);
    commands.put("remove", RemoveCommand.class);
    commands.put("undo", UndoCommand.class);
    commands.put("push", PushCommand.class);
    commands.put("completion", CompletionCommand.class);
    return Collections.unmodifiableMap(commands);
  }

  private static int explain(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    return switch (e) {
      case WorkspaceException workspace -> say(err, workspace.getMessage(), ExitStatus.USAGE);
      case UsageException usage -> say(err, usage.getMessage(), ExitStatus.USAGE);
      case GitException git -> say(err, git.getMessage(), ExitStatus.WORLD);
      case java.io.IOException io ->
          say(err, "The disk refused: " + io.getMessage(), ExitStatus.WORLD);
      case java.util.concurrent.CancellationException ignored ->
          say(err, "Cancelled.", ExitStatus.WORLD);
      default -> ours(e, err);
    };
  }

  private static int say(PrintWriter err, String message, int status) {
    err.println("layerscope: " + Inert.text(message));
    return status;
  }

  private static int ours(Exception e, PrintWriter err) {
    Fault fault = Fault.of(e);
    String where =
        FaultFolder.ofUser()
            .write(fault, Instant.now())
            .map(file -> " Details: " + file)
            .orElse("\n" + fault.details());
    err.println(
        "layerscope: something went wrong in Layerscope, code " + fault.code() + "." + where);
    return ExitStatus.OURS;
  }

  /** Only options, no command: say how to use it. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name a command, or a workspace to open its window.");
  }
}
