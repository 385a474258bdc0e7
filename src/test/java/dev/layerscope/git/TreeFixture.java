package dev.layerscope.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A snapshot made of nothing but paths and contents, for tests of the stages above git: no commits,
 * no refs, no library.
 *
 * <pre>{@code
 * Snapshot snapshot = new TreeFixture("https://git.example.com/team.git")
 *     .file("app/a.yaml", "kind: …")
 *     .link("app/b.yaml", "../c.yaml")
 *     .snapshot();
 * }</pre>
 */
public final class TreeFixture {
  private final String url;
  private final Folder root = new Folder();
  private final Map<String, byte[]> blobs = new HashMap<>();
  private final Map<String, List<ObjectStore.RawEntry>> trees = new HashMap<>();

  private static final class Folder {
    final Map<String, Folder> folders = new TreeMap<>();
    final Map<String, ObjectStore.RawEntry> leaves = new TreeMap<>();
  }

  public TreeFixture(String url) {
    this.url = url;
  }

  public TreeFixture file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public TreeFixture file(String path, byte[] content) {
    return leaf(path, TreeEntry.Kind.FILE, blob(content));
  }

  public TreeFixture link(String path, String target) {
    return leaf(path, TreeEntry.Kind.SYMLINK, blob(target.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same without a file or link, which need not be there. */
  public TreeFixture without(String path) {
    Folder folder = root;
    String[] segments = path.split("/");
    for (int i = 0; i < segments.length - 1; i++) {
      folder = folder.folders.computeIfAbsent(segments[i], ignored -> new Folder());
    }
    folder.leaves.remove(segments[segments.length - 1]);
    return this;
  }

  public TreeFixture submodule(String path) {
    return leaf(path, TreeEntry.Kind.SUBMODULE, "5".repeat(40));
  }

  /** What has been said so far. */
  public Snapshot snapshot() {
    String tree = write(root);
    Map<String, byte[]> contents = Map.copyOf(blobs);
    Map<String, List<ObjectStore.RawEntry>> folders = Map.copyOf(trees);
    return new Snapshot(
        new RepoUrl(url),
        // Another content is another commit.
        hash("commit", tree.getBytes(StandardCharsets.UTF_8)),
        tree,
        new ObjectStore() {
          @Override
          public List<RawEntry> tree(String id) {
            return folders.getOrDefault(id, List.of());
          }

          @Override
          public byte[] blob(String id) {
            return contents.getOrDefault(id, new byte[0]).clone();
          }

          @Override
          public long size(String id) {
            return contents.getOrDefault(id, new byte[0]).length;
          }
        });
  }

  private TreeFixture leaf(String path, TreeEntry.Kind kind, String id) {
    Folder folder = root;
    String[] segments = path.split("/");
    for (int i = 0; i < segments.length - 1; i++) {
      folder = folder.folders.computeIfAbsent(segments[i], ignored -> new Folder());
    }
    String name = segments[segments.length - 1];
    folder.leaves.put(name, new ObjectStore.RawEntry(name, kind, id));
    return this;
  }

  private String blob(byte[] content) {
    String id = hash("blob", content);
    blobs.put(id, content.clone());
    return id;
  }

  private String write(Folder folder) {
    var entries = new ArrayList<>(folder.leaves.values());
    folder.folders.forEach((name, inner) ->
        entries.add(new ObjectStore.RawEntry(name, TreeEntry.Kind.DIRECTORY, write(inner))));
    String id = hash("tree", entries.toString().getBytes(StandardCharsets.UTF_8));
    trees.put(id, entries);
    return id;
  }

  private static String hash(String kind, byte[] content) {
    try {
      var sha = java.security.MessageDigest.getInstance("SHA-1");
      sha.update(kind.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
