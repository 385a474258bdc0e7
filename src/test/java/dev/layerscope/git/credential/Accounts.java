package dev.layerscope.git.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Accounts of people who are not the one that runs the tests. */
public final class Accounts {
  private Accounts() {}

  /** A home folder with nothing in it, where git finds no configuration but the home's own. */
  public static Account in(Path home) throws IOException {
    return in(home, Map.of());
  }

  public static Account in(Path home, Map<String, String> more) throws IOException {
    Files.createDirectories(home);
    var environment = new HashMap<String, String>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    environment.put("HOME", home.toString());
    environment.put("GIT_CONFIG_GLOBAL", home.resolve(".gitconfig").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.putAll(more);
    return new Account(home, environment, Duration.ofSeconds(5), Duration.ofSeconds(20));
  }
}
