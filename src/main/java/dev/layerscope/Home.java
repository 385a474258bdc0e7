package dev.layerscope;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's files are. Git, SSH and every shell go by {@code HOME}; Java asks the list of
 * users, which in a container of a CI system says something else.
 */
final class Home {
  private static final String PROPERTY = "user.home";

  private Home() {}

  /**
   * Has the whole program go by {@code HOME}. To be called before anything asks for the home.
   *
   * @param home the variable's value, null when it is not set; passed over when there is no such
   *     folder
   */
  static void asGitSeesIt(@Nullable String home) {
    boolean windows = File.separatorChar == '\\'; // where HOME is a shell's own matter
    if (home != null && !windows) {
      Path folder = Path.of(home);
      if (folder.isAbsolute() && Files.isDirectory(folder)) {
        System.setProperty(PROPERTY, home);
      }
    }
  }
}
