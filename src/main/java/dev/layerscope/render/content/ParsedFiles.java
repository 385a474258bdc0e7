package dev.layerscope.render.content;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Parsed files by content: the same blob read the same way is parsed once, whatever it is called
 * and on whichever branch. Bounded; safe for several threads.
 */
public final class ParsedFiles {
  /** Bytes of a file above which it is not parsed. No manifest that a cluster takes comes near. */
  public static final long MAX_FILE = 32L * 1024 * 1024;

  private static final long MAX_REMEMBERED = 48L * 1024 * 1024;

  private final ConcurrentHashMap<Key, List<Document>> known = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Document> single = new ConcurrentHashMap<>();
  private final AtomicLong remembered = new AtomicLong();

  private record Key(String blob, Reading reading) {}

  /** The documents of a file that was read before; empty otherwise. */
  public Optional<List<Document>> known(Snapshot snapshot, TreeEntry file, Reading reading) {
    List<Document> hit = known.get(new Key(file.id(), reading));
    if (hit != null) {
      snapshot.heed(file);
    }
    return Optional.ofNullable(hit);
  }

  /** The documents of a file. The caller has looked at its size. */
  public List<Document> documents(Snapshot snapshot, TreeEntry file, Reading reading) {
    var key = new Key(file.id(), reading);
    List<Document> hit = known.get(key);
    if (hit != null) {
      snapshot.heed(file);
      return hit;
    }
    return remember(key, snapshot.read(file), reading);
  }

  /** The one document of a file that somebody reads in a way of his own, always the same one. */
  public Document document(Snapshot snapshot, TreeEntry file, Function<String, Document> reading) {
    Document hit = single.get(file.id());
    if (hit != null) {
      snapshot.heed(file);
      return hit;
    }
    byte[] bytes = snapshot.read(file);
    Document read = reading.apply(new String(bytes, StandardCharsets.UTF_8));
    makeRoom(bytes.length);
    single.put(file.id(), read);
    return read;
  }

  /** The documents of a file whose bytes are at hand. */
  public List<Document> documents(TreeEntry file, byte[] bytes, Reading reading) {
    var key = new Key(file.id(), reading);
    List<Document> hit = known.get(key);
    return hit != null ? hit : remember(key, bytes, reading);
  }

  private List<Document> remember(Key key, byte[] bytes, Reading reading) {
    List<Document> documents = List.copyOf(YamlReader.read(bytes, reading));
    makeRoom(bytes.length);
    known.put(key, documents);
    return documents;
  }

  private void makeRoom(long bytes) {
    if (remembered.addAndGet(bytes) > MAX_REMEMBERED) {
      // Forgetting everything is crude but cheap; what is still needed comes back at the price of
      // one parse.
      known.clear();
      single.clear();
      remembered.set(bytes);
    }
  }
}
