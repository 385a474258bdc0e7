package dev.layerscope.workspace;

import java.nio.file.Path;
import java.util.Optional;

/** Where the platform wants a program to keep its things. */
public final class UserFolders {
  private UserFolders() {}

  /** The managed clones: {@code LAYERSCOPE_CLONES}, else in the user's data directory. */
  public static Path clones() {
    return environment("LAYERSCOPE_CLONES")
        .map(Path::of)
        .orElseGet(() -> dataFolder().resolve("clones"));
  }

  /** What the program keeps for the user. */
  public static Path dataFolder() {
    String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home", "."));
    if (os.contains("win")) {
      return environment("LOCALAPPDATA")
          .map(Path::of)
          .orElse(home.resolve("AppData/Local"))
          .resolve("Layerscope");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/Layerscope");
    }
    return environment("XDG_DATA_HOME")
        .map(Path::of)
        .orElse(home.resolve(".local/share"))
        .resolve("layerscope");
  }

  /** Settings a person could edit. */
  public static Path configFolder() {
    String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home", "."));
    if (os.contains("win")) {
      return environment("APPDATA")
          .map(Path::of)
          .orElse(home.resolve("AppData/Roaming"))
          .resolve("Layerscope");
    }
    return os.contains("mac")
        ? dataFolder()
        : environment("XDG_CONFIG_HOME")
            .map(Path::of)
            .orElse(home.resolve(".config"))
            .resolve("layerscope");
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
