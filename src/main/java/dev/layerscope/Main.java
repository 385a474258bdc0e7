package dev.layerscope;

import dev.layerscope.cli.CommandLineFace;
import dev.layerscope.ui.shell.Window;
import java.util.List;

/** A command goes to the command line; nothing, or only a workspace, opens the window. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Home.asGitSeesIt(System.getenv("HOME"));
    List<String> words = List.of(args);
    boolean command =
        words.size() > 1 || CommandLineFace.isCommand(words) || CommandLineFace.isMistyped(words);
    System.exit(command ? CommandLineFace.run(args) : Window.open(words));
  }
}
