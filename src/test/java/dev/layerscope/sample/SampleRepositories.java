package dev.layerscope.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.BundleWriter;

/**
 * Makes the bundles of the sample workspace from their sources.
 *
 * <p>After a change below {@code sample-workspace/repositories}: {@code ./mvnw -q -Psample}.
 */
public final class SampleRepositories {

  static final Path WORKSPACE = Path.of("sample-workspace");

  private SampleRepositories() {}

  /** Rewrites every bundle of {@code sample-workspace} below the current directory. */
  public static void main(String[] arguments) throws IOException {
    Path bundles = Files.createDirectories(WORKSPACE.resolve("bundles"));
    for (Path folder : folders(WORKSPACE)) {
      Files.write(bundles.resolve(bundleName(folder)), bundle(folder));
    }
  }

  /** The source folders, one per repository, in the order of their names. */
  static List<Path> folders(Path workspace) throws IOException {
    try (var walk = Files.walk(workspace.resolve("repositories"), 3)) {
      return walk.filter(path -> path.endsWith("history.yaml"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  static String bundleName(Path folder) {
    return folder.getFileName() + ".bundle";
  }

  /** The refs that the sources give, HEAD included. */
  static SortedMap<String, ObjectId> refs(Path folder) throws IOException {
    try (Repository repository = inMemory()) {
      return replay(repository, folder);
    }
  }

  private static byte[] bundle(Path folder) throws IOException {
    try (Repository repository = inMemory()) {
      SortedMap<String, ObjectId> refs = replay(repository, folder);
      if (refs.isEmpty()) {
        return emptyBundle(repository);
      }
      PackConfig oneThread = new PackConfig(repository);
      oneThread.setThreads(1);
      BundleWriter writer = new BundleWriter(repository);
      writer.setPackConfig(oneThread);
      refs.forEach(writer::include);
      var bytes = new ByteArrayOutputStream();
      writer.writeBundle(NullProgressMonitor.INSTANCE, bytes);
      return bytes.toByteArray();
    }
  }

  /** Commits a source folder's history; returns its refs, HEAD included. */
  static SortedMap<String, ObjectId> replay(Repository repository, Path folder) throws IOException {
    History history = History.read(folder);
    SortedMap<String, ObjectId> refs = HistoryReplay.into(repository, folder, history);
    ObjectId head = refs.get(Constants.R_HEADS + history.defaultBranch());
    if (head != null) {
      refs.put(Constants.HEAD, head);
    }
    return refs;
  }

  /** A bundle without refs; neither git nor JGit agrees to write one, both can clone it. */
  private static byte[] emptyBundle(Repository repository) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write("# v2 git bundle\n\n".getBytes(US_ASCII));
    try (PackWriter pack = new PackWriter(repository)) {
      pack.preparePack(NullProgressMonitor.INSTANCE, Set.of(), Set.of());
      pack.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, bytes);
    }
    return bytes.toByteArray();
  }

  static Repository inMemory() {
    return new InMemoryRepository(new DfsRepositoryDescription("sample"));
  }
}
