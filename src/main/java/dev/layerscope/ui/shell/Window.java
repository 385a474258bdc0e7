package dev.layerscope.ui.shell;

import dev.layerscope.operation.open.OpenWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;

/** The window of the program, as {@code Main} opens it. */
public final class Window {
  /** Exit status when there is no display. */
  public static final int NO_DISPLAY = 3;

  private Window() {}

  /**
   * Opens the window and waits until it is closed.
   *
   * @param arguments none, or one workspace
   * @return the exit status
   */
  public static int open(List<String> arguments) {
    if (!hasDisplay()) {
      return noDisplay();
    }
    Optional<Path> wanted = workspace(arguments);
    if (wanted.filter(Bells::rungAt).isPresent()) {
      System.err.println(
          "layerscope: " + wanted.get() + " is open already; its window is in front.");
      return 0;
    }
    OpenWorkspace.readAhead();
    try {
      Application.launch(App.class, arguments.toArray(String[]::new));
      return 0;
    } catch (UnsupportedOperationException noDisplay) {
      return noDisplay();
    }
  }

  /**
   * Opens the window, goes through its pages and closes it; for the making of packages.
   *
   * @return the exit status
   */
  public static int rehearse(Path workspace, Path clones, Path settings) {
    Application.launch(
        WindowRehearsal.class, workspace.toString(), clones.toString(), settings.toString());
    return 0;
  }

  /** The workspace to open at first: the one named, else the sample that came along, else none. */
  static Optional<Path> workspace(List<String> arguments) {
    if (!arguments.isEmpty()) {
      return Optional.of(Path.of(arguments.getFirst()));
    }
    return Optional.ofNullable(System.getProperty("layerscope.sample"))
        .map(Path::of)
        .filter(Files::exists)
        .or(() -> Optional.of(Path.of("sample-workspace")).filter(Files::isDirectory));
  }

  private static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    return !linux || headless || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  private static int noDisplay() {
    System.err.println(
        "layerscope: no display to open a window on; `layerscope tree WORKSPACE` prints the"
            + " hierarchy.");
    return NO_DISPLAY;
  }
}
