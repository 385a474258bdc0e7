package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizationEdit;
import dev.layerscope.render.kustomize.KustomizePrint;
import dev.layerscope.render.kustomize.KustomizeRenderer;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every kustomization of the corpora, built by ours and by {@code kubectl kustomize}. Takes
 * minutes, so it runs only when asked for: {@code ./mvnw -o -q test -Dtest=KubectlComparisonTest
 * -Dkubectl.compare=FOLDER}, where the folder holds checkouts of the repositories.
 */
class KubectlComparisonTest {
  private final KustomizeRenderer renderer =
      new KustomizeRenderer(new NoRepositories(), new ParsedFiles());
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> otherBytes = new ArrayList<>();
  private int built;
  private int equal;
  private int bothFail;
  private int marked;
  private int notBuilt;

  @Test
  void everyKustomizationThatKubectlBuildsIsBuiltEqually() throws Exception {
    String folder = System.getProperty("kubectl.compare", "");
    assumeTrue(!folder.isEmpty(), "not asked for: -Dkubectl.compare=FOLDER with checkouts");
    try (Stream<Path> repositories = Files.list(Path.of(folder))) {
      for (Path repository : repositories.filter(Files::isDirectory).sorted().toList()) {
        compare(repository);
      }
    }
    System.out.printf(
        "kubectl: builds %d; of these %d equal in meaning, %d of them in order and bytes; %d fail"
            + " in both, %d marked, %d built by us alone, %d silently wrong%n",
        built, equal, equal - otherBytes.size(), bothFail, marked, notBuilt, wrong.size());
    otherBytes.stream().limit(20).forEach(name -> System.out.println("  other bytes: " + name));
    reasons.forEach((why, count) -> System.out.println("  marked " + count + ": " + why));
    wrong.forEach(System.out::println);
    assertThat(wrong).isEmpty();
  }

  private void compare(Path repository) throws Exception {
    Snapshot snapshot = snapshot(repository);
    List<Path> directories;
    try (Stream<Path> files = Files.walk(repository)) {
      directories =
          files
              .filter(f ->
                  List.of("kustomization.yaml", "kustomization.yml", "Kustomization")
                      .contains(f.getFileName().toString()))
              .map(Path::getParent)
              .distinct()
              .sorted()
              .toList();
    }
    for (Path directory : directories) {
      compare(snapshot, repository, directory);
    }
  }

  private void compare(Snapshot snapshot, Path repository, Path directory) throws Exception {
    String path = repository.relativize(directory).toString();
    Built built =
        renderer.build(
            snapshot,
            snapshot.find(TreePath.clean(path).orElseThrow()).orElseThrow(),
            BuildOptions.DEFAULT,
            KustomizationEdit.NONE);
    Optional<String> output = kubectl(directory);
    String name = repository.getFileName() + "/" + path;
    if (output.isPresent()) {
      this.built++;
    }
    if (output.isEmpty()) {
      if (built.failed()) {
        bothFail++;
      } else if (!built.certainty().exact()) {
        mark(built);
      } else {
        notBuilt++;
        wrong.add(name + ": kubectl fails: " + lastError.lines().findFirst().orElse(""));
      }
      return;
    }
    List<String> expected =
        YamlReader.read(output.get(), Reading.ARGO).stream()
            .filter(Document.Content.class::isInstance)
            .map(d -> JsonText.of(((Document.Content) d).root()))
            .toList();
    List<String> actual = built.manifests().stream().map(m -> JsonText.of(m.root())).toList();
    if (expected.equals(actual)) {
      equal++;
      if (!KustomizePrint.print(built.manifests()).equals(output.get())) {
        otherBytes.add(name);
      }
    } else if (!built.certainty().exact()) {
      mark(built);
    } else {
      wrong.add(name + ": " + difference(expected, actual, built));
    }
  }

  private void mark(Built built) {
    marked++;
    built
        .certainty()
        .why()
        .forEach(why -> reasons.merge(why.replaceAll("https?://.*", "…"), 1, Integer::sum));
  }

  private static String difference(List<String> expected, List<String> actual, Built built) {
    if (built.failed()) {
      return built.findings().getFirst().message();
    }
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(nothing)";
      String got = i < actual.size() ? actual.get(i) : "(nothing)";
      if (!wanted.equals(got)) {
        int at = 0;
        while (at < Math.min(wanted.length(), got.length())
            && wanted.charAt(at) == got.charAt(at)) {
          at++;
        }
        int from = Math.max(0, at - 120);
        return "object %d%n   kubectl …%s%n   ours    …%s"
            .formatted(
                i,
                wanted.substring(from, Math.min(wanted.length(), at + 120)),
                got.substring(from, Math.min(got.length(), at + 120)));
      }
    }
    return "";
  }

  private String lastError = "";

  private Optional<String> kubectl(Path directory) throws Exception {
    Path out = Files.createTempFile("kubectl", ".yaml");
    Path err = Files.createTempFile("kubectl", ".err");
    var builder = new ProcessBuilder("kubectl", "kustomize", directory.toString());
    builder.environment().put("https_proxy", "http://127.0.0.1:9");
    builder.environment().put("http_proxy", "http://127.0.0.1:9");
    builder.environment().put("GIT_SSH_COMMAND", "false");
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      lastError = Files.readString(err);
      return process.exitValue() == 0 ? Optional.of(Files.readString(out)) : Optional.empty();
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static Snapshot snapshot(Path repository) throws IOException {
    var fixture = new TreeFixture("https://x/" + repository.getFileName() + ".git");
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.filter(f -> !repository.relativize(f).startsWith(".git")).toList()) {
        String path = repository.relativize(file).toString();
        if (Files.isSymbolicLink(file)) {
          fixture.link(path, Files.readSymbolicLink(file).toString());
        } else if (Files.isRegularFile(file)) {
          fixture.file(path, Files.readAllBytes(file));
        }
      }
    }
    return fixture.snapshot();
  }

  private static final class NoRepositories implements Repositories {
    @Override
    public Access at(RepoUrl url) {
      return new Access.Unknown(url);
    }

    @Override
    public List<Access> all() {
      return List.of();
    }
  }
}
