package dev.layerscope.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A repository checked out on this machine, for comparisons with tools that want files. */
record Checkout(Path root, Snapshot snapshot) {
  private static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** All repositories below the folder a property names; skipped when it names none. */
  static List<Checkout> named(String property) throws IOException {
    String folder = System.getProperty(property, "");
    assumeTrue(!folder.isEmpty(), "not asked for: -D" + property + "=FOLDER with checkouts");
    var checkouts = new java.util.ArrayList<Checkout>();
    try (Stream<Path> repositories = Files.list(Path.of(folder))) {
      for (Path repository : repositories.filter(Files::isDirectory).sorted().toList()) {
        checkouts.add(new Checkout(repository, read(repository)));
      }
    }
    return checkouts;
  }

  /** The folders with a kustomization, sorted. */
  List<Path> kustomizations() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> NAMES.contains(file.getFileName().toString()))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** The kustomization files of a folder. */
  Stream<String> texts(Path directory) {
    return NAMES.stream().map(directory::resolve).filter(Files::isRegularFile).map(Checkout::text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Snapshot read(Path repository) throws IOException {
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
}
