package dev.layerscope.render.kustomize.tool;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.work.ForeignProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public record UsersTool(ForeignProgram program, List<String> command) {
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
      Optional<UsersTool> tool =
          ForeignProgram.find(known.getKey(), path)
              .map(program -> new UsersTool(program, known.getValue()));
      if (tool.isPresent()) {
        return tool;
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
    try (var turn = ForeignProgram.turn()) {
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
    String name = program.name();
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
    return program.run(words, home, Map.of()).printed();
  }
}
