package dev.layerscope.render.kustomize.tool;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of the user's that builds kustomizations. It runs over a private copy, in an empty
 * environment (so it finds neither git nor helm nor a plugin), behind a proxy that is not there,
 * for a limited time. Only for folders whose every reference was found in the repository before:
 * then it has nothing to fetch and nothing to run.
 *
 * @param program what is run
 * @param command what comes before the folder
 */
public record UsersTool(Path program, List<String> command) {
  private static final int SECONDS = 30;
  private static final long MOST_OUTPUT = 64L * 1024 * 1024;
  private static final Pattern VERSION =
      Pattern.compile("(?:kustomizeVersion\"?: ?\"?|^)(v\\d+\\.\\d+\\.\\d+)", Pattern.MULTILINE);

  /** What each program is asked for a build, in the order they are looked for. */
  private static final List<Map.Entry<String, List<String>>> KNOWN =
      List.of(
          Map.entry("kustomize", List.of("build")),
          Map.entry("kubectl", List.of("kustomize")),
          Map.entry("oc", List.of("kustomize")));

  /**
   * The first program there is.
   *
   * @param path folders, as in the variable {@code PATH}
   */
  public static Optional<UsersTool> find(String path) {
    for (Map.Entry<String, List<String>> known : KNOWN) {
      for (String folder : path.split(File.pathSeparator)) {
        Path program = Path.of(folder.isEmpty() ? "." : folder, known.getKey());
        if (program.isAbsolute() && Files.isExecutable(program) && Files.isRegularFile(program)) {
          return Optional.of(new UsersTool(program, known.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What the program prints for a folder; empty when it fails, takes too long, or is not to be
   * bothered with so many files.
   *
   * @param instead texts that take the place of what is in the snapshot
   * @param unrestricted whether files may be read from the whole copy
   */
  public Optional<String> build(
      Snapshot snapshot, TreePath folder, Map<TreePath, String> instead, boolean unrestricted) {
    try {
      Optional<PrivateCopy> copy = PrivateCopy.of(snapshot, instead);
      if (copy.isEmpty()) {
        return Optional.empty();
      }
      try (PrivateCopy files = copy.get()) {
        var words = new ArrayList<>(command);
        if (unrestricted) {
          words.addAll(List.of("--load-restrictor", "LoadRestrictionsNone"));
        }
        words.add(files.inside(folder).toString());
        return run(words, files.home());
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Name and version, for a person: {@code kustomize v5.5.0 of kubectl}. */
  public String display() {
    String name = String.valueOf(program.getFileName());
    boolean own = name.equals("kustomize");
    List<String> words =
        own ? List.of("version") : List.of("version", "--client", "--output", "json");
    String version = "";
    try {
      Path home = Files.createTempDirectory("layerscope-kustomize-");
      Matcher matcher = VERSION.matcher(run(words, home).orElse(""));
      version = matcher.find() ? " " + matcher.group(1) : "";
      Files.deleteIfExists(home);
    } catch (IOException withoutVersion) {
      version = "";
    }
    return own ? "kustomize" + version : "kustomize" + version + " of " + name;
  }

  private Optional<String> run(List<String> words, Path home) throws IOException {
    var all = new ArrayList<String>();
    all.add(program.toString());
    all.addAll(words);
    Path out = Files.createTempFile(home, "out", ".yaml");
    Path nothing = Files.createTempFile(home, "in", "");
    var builder = new ProcessBuilder(all).directory(home.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", home.toString());
    environment.put("TMPDIR", home.toString());
    environment.put("PATH", home.toString());
    for (String proxy : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")) {
      environment.put(proxy, "http://127.0.0.1:9");
    }
    Process process =
        builder
            .redirectInput(ProcessBuilder.Redirect.from(nothing.toFile()))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      boolean done = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      return done && Files.size(out) <= MOST_OUTPUT
          ? Optional.of(Files.readString(out, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.deleteIfExists(out);
      Files.deleteIfExists(nothing);
    }
  }
}
