package dev.layerscope.conformance;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonReader;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One case from outside: {@code case.json}, and the files it is about.
 *
 * @param json what to run and what to expect
 */
record Case(String id, Mapping json, Path directory) {
  private static final Path HOME = Path.of("..", "shared", "conformance");

  /**
   * The cases whose id begins with a prefix, sorted; the test is skipped when there are none at
   * all.
   */
  static List<Case> startingWith(String prefix) {
    Assumptions.assumeTrue(
        Files.isDirectory(HOME),
        "the conformance cases are not here: " + HOME.toAbsolutePath().normalize());
    try (Stream<Path> directories = Files.list(HOME)) {
      return directories
          .filter(d -> d.getFileName().toString().startsWith(prefix))
          .filter(d -> Files.exists(d.resolve("case.json")))
          .sorted()
          .map(d -> new Case(d.getFileName().toString(), read(d.resolve("case.json")), d))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Case> ofArea(String area) {
    return startingWith("").stream()
        .filter(c -> c.json.textAt("area").orElse("").equals(area))
        .toList();
  }

  /** The files of the case as a repository. */
  Snapshot snapshot() {
    return fixture().snapshot();
  }

  /** The files of the case, to add to. */
  TreeFixture fixture() {
    var fixture = new TreeFixture("https://git.example.com/conformance/" + id + ".git");
    Path root = directory.resolve("fixture");
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          fixture.file(root.relativize(file).toString(), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    json.mapping("symlinks")
        .orElse(Mapping.EMPTY)
        .entries()
        .forEach(link -> fixture.link(link.name(), link.value().asText().orElse("")));
    return fixture;
  }

  /** The texts of all kustomization files of the case. */
  Stream<String> kustomizations() {
    Path root = directory.resolve("fixture");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.getFileName().toString().matches("kustomization\\.ya?ml|Kustomization"))
          .map(f -> text(directory.relativize(f).toString()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table; a case without a table is its own row. */
  List<Mapping> rows() {
    return json.sequence("rows").map(Sequence::items).orElse(List.<Node>of(json)).stream()
        .map(Mapping.class::cast)
        .toList();
  }

  @Override
  public String toString() {
    return id;
  }

  private static Mapping read(Path file) {
    try {
      Document document = JsonReader.read(Files.readString(file)).document();
      return (Mapping) ((Document.Content) document).root();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
