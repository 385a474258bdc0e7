package dev.layerscope.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of one commit, by path, open for the changes of the next. */
final class FileTree {

  /** A file or symbolic link. */
  record Entry(FileMode mode, ObjectId blob) {}

  private final SortedMap<String, Entry> entries = new TreeMap<>();

  static FileTree empty() {
    return new FileTree();
  }

  static FileTree of(Repository repository, ObjectId tree) throws IOException {
    FileTree files = new FileTree();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      while (walk.next()) {
        files.entries.put(
            walk.getPathString(), new Entry(walk.getFileMode(0), walk.getObjectId(0)));
      }
    }
    return files;
  }

  SortedMap<String, Entry> entries() {
    return entries;
  }

  /**
   * Makes the changes of a step, in the order: files, large files, links, replacements, deletions.
   */
  void apply(History.Step step, Path commits, Repository repository, ObjectInserter inserter)
      throws IOException {
    if (step.files() != null) {
      writeFolder(commits.resolve(step.files()), inserter);
    }
    for (var large : step.large().entrySet()) {
      write(large.getKey(), FileMode.REGULAR_FILE, large.getValue().text(), inserter);
    }
    for (var link : step.links().entrySet()) {
      write(link.getKey(), FileMode.SYMLINK, link.getValue(), inserter);
    }
    for (History.Replacement replacement : step.replace()) {
      replace(replacement, repository, inserter);
    }
    for (String path : step.delete()) {
      existing(path);
      entries.remove(path);
    }
  }

  ObjectId write(ObjectInserter inserter) throws IOException {
    DirCache cache = DirCache.newInCore();
    DirCacheBuilder builder = cache.builder();
    entries.forEach((path, entry) -> {
      DirCacheEntry added = new DirCacheEntry(path);
      added.setFileMode(entry.mode());
      added.setObjectId(entry.blob());
      builder.add(added);
    });
    builder.finish();
    return cache.writeTree(inserter);
  }

  private void writeFolder(Path folder, ObjectInserter inserter) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, Files.readAllBytes(file));
      entries.put(path, new Entry(FileMode.REGULAR_FILE, blob));
    }
  }

  private void replace(
      History.Replacement replacement, Repository repository, ObjectInserter inserter)
      throws IOException {
    // What this step has just written must be readable.
    inserter.flush();
    for (String path : replacement.in()) {
      Entry entry = existing(path);
      String before = text(repository, entry.blob());
      if (!before.contains(replacement.from())) {
        throw new IllegalStateException("%s holds no '%s'".formatted(path, replacement.from()));
      }
      write(path, entry.mode(), before.replace(replacement.from(), replacement.to()), inserter);
    }
  }

  private void write(String path, FileMode mode, String text, ObjectInserter inserter)
      throws IOException {
    entries.put(path, new Entry(mode, inserter.insert(Constants.OBJ_BLOB, text.getBytes(UTF_8))));
  }

  private Entry existing(String path) {
    Entry entry = entries.get(path);
    if (entry == null) {
      throw new IllegalStateException("There is no file " + path + " to change");
    }
    return entry;
  }

  private static String text(Repository repository, ObjectId blob) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new String(reader.open(blob).getBytes(), UTF_8);
    }
  }
}
