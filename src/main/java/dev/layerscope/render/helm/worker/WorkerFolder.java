package dev.layerscope.render.helm.worker;

import dev.layerscope.work.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one folder a worker sees: its home, its temporary files, the charts and values it is given.
 * Named after the process that made it, so that what a killed one left is found and removed.
 */
final class WorkerFolder {
  private static final Pattern NAME = Pattern.compile("layerscope-helm-(\\d+)-.*");

  private final Path root;
  private final Path library;

  private WorkerFolder(Path root, Path library) {
    this.root = root;
    this.library = library;
  }

  /** Makes the folder of this process, and removes those of processes that are no more. */
  static WorkerFolder create(Path parent) throws IOException {
    return create(parent, Optional.empty());
  }

  /**
   * The same.
   *
   * @param kept the library where it lies unpacked already
   */
  static WorkerFolder create(Path parent, Optional<Path> kept) throws IOException {
    sweep(parent);
    Path root =
        Files.createTempDirectory(parent, "layerscope-helm-" + ProcessHandle.current().pid() + "-");
    var folder = new WorkerFolder(root, kept.orElse(root.resolve("helm.so")));
    for (Path inside : List.of(folder.home(), folder.temporary(), folder.charts())) {
      Files.createDirectories(inside);
    }
    Files.writeString(folder.kubeconfig(), NoCluster.KUBECONFIG);
    if (kept.isEmpty()) {
      HelmLibrary.unpack(folder.library());
    }
    return folder;
  }

  Path root() {
    return root;
  }

  Path home() {
    return root.resolve("home");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  Path charts() {
    return root.resolve("charts");
  }

  Path library() {
    return library;
  }

  Path kubeconfig() {
    return root.resolve("kubeconfig");
  }

  Path errors() {
    return root.resolve("errors.txt");
  }

  private static void sweep(Path parent) throws IOException {
    try (Stream<Path> there = Files.list(parent)) {
      there.filter(WorkerFolder::isOrphan).forEach(WorkerFolder::remove);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isOrphan(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    return name.matches()
        && ProcessHandle.of(Long.parseLong(name.group(1))).filter(ProcessHandle::isAlive).isEmpty();
  }

  /** Removes a folder and what is in it, as far as that goes: it is temporary in any case. */
  static void remove(Path folder) {
    try {
      Folders.remove(folder);
    } catch (IOException gone) {
      // Somebody else removes it too, or it is not ours.
    }
  }
}
