package dev.layerscope.git.commit;

import dev.layerscope.git.FileMode;
import dev.layerscope.git.GitException;
import dev.layerscope.git.ObjectStore;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Blobs, trees and commits with the ids git will give them, before any of them is written. */
final class NewObjects {
  private static final int DIRECTORY = 0040000;
  private static final Comparator<ObjectStore.RawEntry> GITS_ORDER =
      (a, b) -> Arrays.compareUnsigned(sortKey(a), sortKey(b));

  private final Map<String, Written> objects = new LinkedHashMap<>();
  private final Map<String, byte[]> blobs = new HashMap<>();
  private final Map<String, List<ObjectStore.RawEntry>> trees = new HashMap<>();
  private Map<TreePath, Integer> modes = Map.of();

  /** An object as it goes into the database. */
  static final class Written {
    private final int type;
    private final byte[] content;

    private Written(int type, byte[] content) {
      this.type = type;
      this.content = content;
    }

    /** One of JGit's object types. */
    int type() {
      return type;
    }

    byte[] content() {
      return content;
    }
  }

  /** Everything new, by id. */
  Map<String, Written> all() {
    return objects;
  }

  /** What is there, with what is new over it. */
  ObjectStore over(ObjectStore base) {
    return new OverlayObjects(base, blobs, trees);
  }

  String add(int type, byte[] content) {
    String id = new ObjectInserter.Formatter().idFor(type, content).name();
    objects.put(id, new Written(type, content));
    return id;
  }

  /**
   * The tree that a base becomes when files are written (bytes) or deleted (empty). Modes of files
   * that are there stay; new ones are plain files. Directories without entries vanish, as git has
   * none.
   *
   * @param base the root's id; empty for no files at all
   * @param modes of files that do not keep theirs, or are new and no plain ones
   * @return the new root's id
   * @throws GitException of kind {@code UNSUPPORTED} when a directory on the way cannot be written
   *     back unchanged
   */
  String tree(
      ObjectStore store,
      Optional<String> base,
      Map<TreePath, Optional<byte[]>> files,
      Map<TreePath, Integer> modes)
      throws GitException {
    this.modes = modes;
    var changes = new TreeMap<String, Optional<byte[]>>();
    files.forEach((path, content) -> changes.put(path.value(), content));
    return directory(store, base, "", changes).orElseGet(() -> write(List.of()));
  }

  private Optional<String> directory(
      ObjectStore store, Optional<String> base, String where, Map<String, Optional<byte[]>> changes)
      throws GitException {
    List<ObjectStore.RawEntry> before = base.map(store::tree).orElse(List.of());
    if (base.isPresent() && !idOf(before).equals(base.get())) {
      throw new GitException(
          GitException.Kind.UNSUPPORTED,
          "The directory "
              + TreePath.of(where)
              + " holds names or modes this program cannot write back unchanged.");
    }
    var entries = new TreeMap<String, ObjectStore.RawEntry>();
    before.forEach(entry -> entries.put(entry.name(), entry));
    var below = new TreeMap<String, Map<String, Optional<byte[]>>>();
    for (Map.Entry<String, Optional<byte[]>> change : changes.entrySet()) {
      int slash = change.getKey().indexOf('/');
      if (slash < 0) {
        file(entries, where, change.getKey(), change.getValue());
      } else {
        below
            .computeIfAbsent(change.getKey().substring(0, slash), name -> new TreeMap<>())
            .put(change.getKey().substring(slash + 1), change.getValue());
      }
    }
    for (Map.Entry<String, Map<String, Optional<byte[]>>> child : below.entrySet()) {
      String name = child.getKey();
      Optional<ObjectStore.RawEntry> old =
          Optional.ofNullable(entries.get(name))
              .filter(entry -> entry.kind() == TreeEntry.Kind.DIRECTORY);
      Optional<String> id =
          directory(
              store,
              old.map(ObjectStore.RawEntry::id),
              where.isEmpty() ? name : where + "/" + name,
              child.getValue());
      if (id.isPresent()) {
        entries.put(name, new ObjectStore.RawEntry(name, DIRECTORY, id.get()));
      } else if (old.isPresent()) {
        entries.remove(name);
      }
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(write(List.copyOf(entries.values())));
  }

  private void file(
      Map<String, ObjectStore.RawEntry> entries,
      String where,
      String name,
      Optional<byte[]> content) {
    if (content.isEmpty()) {
      entries.remove(name);
      return;
    }
    String id = add(Constants.OBJ_BLOB, content.get());
    blobs.put(id, content.get());
    int mode =
        Optional.ofNullable(modes.get(TreePath.of(where).child(name)))
            .or(() ->
                Optional.ofNullable(entries.get(name))
                    .filter(old ->
                        old.kind() == TreeEntry.Kind.FILE || old.kind() == TreeEntry.Kind.SYMLINK)
                    .map(ObjectStore.RawEntry::mode))
            .orElse(FileMode.PLAIN);
    entries.put(name, new ObjectStore.RawEntry(name, mode, id));
  }

  private String write(List<ObjectStore.RawEntry> entries) {
    List<ObjectStore.RawEntry> sorted = new ArrayList<>(entries);
    sorted.sort(GITS_ORDER);
    String id = add(Constants.OBJ_TREE, content(sorted));
    trees.put(id, List.copyOf(sorted));
    return id;
  }

  private static String idOf(List<ObjectStore.RawEntry> entries) {
    return new ObjectInserter.Formatter().idFor(Constants.OBJ_TREE, content(entries)).name();
  }

  private static byte[] content(List<ObjectStore.RawEntry> entries) {
    var out = new ByteArrayOutputStream();
    byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
    for (ObjectStore.RawEntry entry : entries) {
      out.writeBytes(Integer.toOctalString(entry.mode()).getBytes(StandardCharsets.US_ASCII));
      out.write(' ');
      out.writeBytes(entry.name().getBytes(StandardCharsets.UTF_8));
      out.write(0);
      ObjectId.fromString(entry.id()).copyRawTo(id, 0);
      out.writeBytes(id);
    }
    return out.toByteArray();
  }

  /** Git sorts a directory as if its name ended in a slash. */
  private static byte[] sortKey(ObjectStore.RawEntry entry) {
    String name = entry.kind() == TreeEntry.Kind.DIRECTORY ? entry.name() + "/" : entry.name();
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
