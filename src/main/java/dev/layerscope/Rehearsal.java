package dev.layerscope;

import dev.layerscope.cli.CommandLineFace;
import dev.layerscope.ui.shell.Window;
import java.nio.file.Path;
import java.util.List;

/**
 * What a package is trained with: the commands and pages that people begin with, once through, on
 * the sample. The archive of loaded classes that is written meanwhile (JEP 514) makes the installed
 * program start sooner; {@code src/build/java/Image.java} calls this and nothing else does.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Goes through the commands, then through the window.
   *
   * @param args the workspace, a folder for clones, a folder for settings
   */
  public static void main(String[] args) {
    String workspace = args[0];
    String clones = "--clones=" + args[1];
    CommandLineFace.run("fetch", workspace, clones);
    for (List<String> command :
        List.of(
            List.of("tree"),
            List.of("tree", "--env", "qa", "--format", "json"),
            List.of("check", "--fail-on", "never"),
            List.of("diff", "--from", "dev", "--to", "qa"))) {
      var words = new java.util.ArrayList<>(command);
      words.add(1, workspace);
      words.add(clones);
      CommandLineFace.run(words.toArray(String[]::new));
    }
    System.exit(Window.rehearse(Path.of(workspace), Path.of(args[1]), Path.of(args[2])));
  }
}
