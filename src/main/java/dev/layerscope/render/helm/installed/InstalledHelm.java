package dev.layerscope.render.helm.installed;

import dev.layerscope.finding.Certainty;
import dev.layerscope.render.helm.worker.Answer;
import dev.layerscope.render.helm.worker.Helm;
import dev.layerscope.render.helm.worker.NoCluster;
import dev.layerscope.render.helm.worker.Request;
import dev.layerscope.work.Folders;
import dev.layerscope.work.ForeignProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code helm} the user has installed. It sees one folder with the chart, its dependencies and
 * the values, an environment of its own without plugins, and a cluster whose scheme nobody speaks:
 * {@code helm template} has nothing to fetch and nobody to ask.
 */
public final class InstalledHelm implements Helm {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OLDEST = 3;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+");

  private final ForeignProgram program;
  private final String version;
  private final Duration patience;

  private InstalledHelm(ForeignProgram program, String version, Duration patience) {
    this.program = program;
    this.version = version;
    this.patience = patience;
  }

  /**
   * The first {@code helm} there is, when it is one that renders without a cluster.
   *
   * @param path folders, as in the variable {@code PATH}
   */
  public static Optional<InstalledHelm> find(String path) {
    return find(path, PATIENCE);
  }

  static Optional<InstalledHelm> find(String path, Duration patience) {
    Optional<ForeignProgram> found = ForeignProgram.find("helm", path);
    return found.flatMap(
        program -> version(program).map(version -> new InstalledHelm(program, version, patience)));
  }

  private static Optional<String> version(ForeignProgram program) {
    try (var folder = new Folder()) {
      Matcher said =
          VERSION.matcher(
              program
                  .run(List.of("version", "--short"), folder.home(), Map.of())
                  .printed()
                  .orElse(""));
      return said.find() && Integer.parseInt(said.group(1)) >= OLDEST
          ? Optional.of(said.group())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Certainty sure() {
    return Certainty.assumed("rendered by helm " + version + " of this machine");
  }

  @Override
  public Answer render(Request request) {
    try (var turn = ForeignProgram.turn();
        var folder = new Folder()) {
      List<String> words = words(request, folder);
      return switch (program.run(words, folder.home(), environment(folder), patience)) {
        case ForeignProgram.Outcome.Printed(String text) -> new Answer.Printed(text);
        case ForeignProgram.Outcome.Stopped(String why) -> new Answer.Lost(why);
        case ForeignProgram.Outcome.Failed(String said) -> new Answer.Refused(error(said, folder));
      };
    } catch (IOException e) {
      return new Answer.Absent("helm could not be started: " + e.getMessage());
    }
  }

  private static Map<String, String> environment(Folder folder) throws IOException {
    Path kubeconfig = folder.root().resolve("kubeconfig");
    Files.writeString(kubeconfig, NoCluster.KUBECONFIG);
    return Map.of(
        "KUBECONFIG", kubeconfig.toString(),
        "HELM_NO_PLUGINS", "1",
        "LC_ALL", "C.UTF-8",
        "TZ", "UTC");
  }

  private static List<String> words(Request request, Folder folder) throws IOException {
    Path chart = folder.root().resolve("chart");
    request.chart().write(chart);
    var words = new ArrayList<String>();
    words.addAll(List.of("template", "--no-hooks", "--namespace=" + request.namespace()));
    if (!request.kubeVersion().isEmpty()) {
      words.add("--kube-version=" + request.kubeVersion());
    }
    for (Request.Values values : request.values()) {
      words.add("--values=" + folder.file(values.name(), values.text()));
    }
    for (String assignment : request.set()) {
      words.add("--set=" + assignment);
    }
    for (Map.Entry<String, String> one : request.setFiles()) {
      words.add("--set-file=" + one.getKey() + "=" + folder.file("value", one.getValue()));
    }
    // A repository chooses the name of the release, and it must never be read as an option.
    words.addAll(List.of("--", request.release(), chart.toString()));
    return words;
  }

  /** As the built-in Helm says it: without the word and the paths of a folder nobody knows. */
  private static String error(String said, Folder folder) {
    String text =
        said.lines()
            .filter(line -> !line.startsWith("WARNING:") && !line.startsWith("level="))
            .reduce((one, next) -> one + "\n" + next)
            .orElse(said);
    return text.replaceFirst("^Error: ", "")
        .replaceAll(Pattern.quote(folder.root().toString()) + "/(chart/?|v\\d+/)?", "");
  }

  /** A folder that only this user can enter, gone when closed. */
  private static final class Folder implements AutoCloseable {
    private final Path root;
    private int files;

    Folder() throws IOException {
      this.root = Files.createTempDirectory("layerscope-own-helm-");
    }

    Path root() {
      return root;
    }

    /** An empty folder to be at home in. */
    Path home() throws IOException {
      return Files.createDirectories(root.resolve("home"));
    }

    Path file(String name, String text) throws IOException {
      String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
      Path inside = Files.createDirectories(root.resolve("v" + files++));
      Path file = inside.resolve(safe.matches("\\.*") ? "values" : safe);
      return Files.writeString(file, text);
    }

    @Override
    public void close() throws IOException {
      Folders.remove(root);
    }
  }
}
