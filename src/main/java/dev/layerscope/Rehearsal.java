package dev.layerscope;

import dev.layerscope.cli.CommandLineFace;
import dev.layerscope.ui.shell.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a package is trained with: the commands or the pages that people begin with, once through,
 * on the sample. The archives of loaded classes that are written meanwhile (JEP 514) make the
 * installed program start sooner; {@code src/build/java/Image.java} calls this and nothing else
 * does. There are three, since a machine loads all of an archive: a command has no use for the
 * window's half, and whoever looks at what was cloned and rendered before none for what does that.
 */
public final class Rehearsal {
  /** With what an earlier rehearsal has cloned and rendered. */
  private static final List<List<String>> LOOKING =
      List.of(
          List.of("tree"),
          List.of("check", "--fail-on", "never"),
          List.of("tree", "--format", "json"));

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("fetch"),
          List.of("tree"),
          List.of("tree"),
          List.of("tree", "--env", "qa", "--format", "json"),
          List.of("check", "--fail-on", "never"),
          List.of("diff", "--from", "dev", "--to", "qa"),
          List.of("matrix"),
          List.of("matrix", "--format", "json"));

  private Rehearsal() {}

  /**
   * Goes through commands, or through the window. Commands take the folder for clones from {@code
   * LAYERSCOPE_CLONES}, as people have it who name none.
   *
   * @param args {@code commands}, {@code looking} or {@code window}, the workspace, a folder for
   *     clones, a folder for settings
   */
  public static void main(String[] args) {
    String workspace = args[1];
    if (args[0].equals("window")) {
      System.exit(Window.rehearse(Path.of(workspace), Path.of(args[2]), Path.of(args[3])));
    }
    for (List<String> command : args[0].equals("looking") ? LOOKING : COMMANDS) {
      var words = new ArrayList<>(command);
      words.add(1, workspace);
      CommandLineFace.run(words.toArray(String[]::new));
    }
    System.exit(0);
  }
}
