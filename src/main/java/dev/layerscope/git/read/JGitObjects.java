package dev.layerscope.git.read;

import dev.layerscope.git.MissingObjectException;
import dev.layerscope.git.ObjectStore;
import dev.layerscope.git.RepoUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The objects of one repository on this machine. Trees are kept once read: every look-up of a path
 * passes through them.
 */
public final class JGitObjects implements ObjectStore {
  /** More trees than any estate has; beyond it the cache starts anew. */
  private static final int MAX_TREES = 100_000;

  /** Bytes of a file that is read at once when its size is asked. */
  private static final int SMALL = 32 * 1024;

  private static final int MOST_ASKED = 64;

  /** Trees this large are looked up by name rather than from end to end. */
  private static final int LARGE = 24;

  /** Files beyond this are nobody's manifests, and a few of them would fill the memory. */
  private static final int MOST_BYTES = 64 << 20;

  private final RepoUrl url;
  private final Readers readers;
  private final ConcurrentMap<String, List<RawEntry>> trees = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Map<String, RawEntry>> large = new ConcurrentHashMap<>();

  /** Contents whose size was asked, which is mostly done before they are read. */
  private final ConcurrentMap<String, byte[]> asked = new ConcurrentHashMap<>();

  private final LongAdder blobs = new LongAdder();

  public JGitObjects(RepoUrl url, Repository repository) {
    this.url = url;
    this.readers = new Readers(repository);
  }

  @Override
  public List<RawEntry> tree(String id) {
    List<RawEntry> known = trees.get(id);
    if (known != null) {
      return known;
    }
    if (trees.size() > MAX_TREES) {
      trees.clear();
      large.clear();
    }
    List<RawEntry> read = readTree(id);
    trees.put(id, read);
    return read;
  }

  @Override
  public Optional<RawEntry> entry(String tree, String name) {
    List<RawEntry> entries = tree(tree);
    if (entries.size() < LARGE) {
      return ObjectStore.super.entry(tree, name);
    }
    return Optional.ofNullable(large.computeIfAbsent(tree, ignored -> byName(entries)).get(name));
  }

  /** Of a broken tree's two entries of one name the first, as anybody who looks for it finds it. */
  private static Map<String, RawEntry> byName(List<RawEntry> entries) {
    var byName = HashMap.<String, RawEntry>newHashMap(entries.size());
    entries.forEach(entry -> byName.putIfAbsent(entry.name(), entry));
    return byName;
  }

  /** Lets go of what is held for the next question; there may still be one. */
  void letGo() {
    readers.letGo();
  }

  /** How many blobs were read so far. */
  long blobsRead() {
    return blobs.sum();
  }

  private List<RawEntry> readTree(String id) {
    try (var lent = readers.lend()) {
      ObjectReader reader = lent.reader();
      var entries = new ArrayList<RawEntry>();
      var parser = new CanonicalTreeParser(null, reader, ObjectId.fromString(id));
      while (!parser.eof()) {
        String name = parser.getEntryPathString();
        if (isName(name)) {
          entries.add(
              new RawEntry(name, parser.getEntryRawMode(), parser.getEntryObjectId().name()));
        }
        parser.next();
      }
      return List.copyOf(entries);
    } catch (IOException | IndexOutOfBoundsException e) { // the library trusts what a tree holds
      throw new MissingObjectException(url, id, e);
    }
  }

  /**
   * Whether git would check an entry out. A tree can be made that holds others: ways out of the
   * folder, or what git would take for its own. Nobody sees them here either.
   */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.indexOf('/') < 0
        && name.indexOf('\0') < 0
        && !name.equals(".")
        && !name.equals("..")
        && !name.equalsIgnoreCase(Constants.DOT_GIT);
  }

  @Override
  public byte[] blob(String id) {
    blobs.increment();
    byte[] known = asked.remove(id);
    if (known != null) {
      return known;
    }
    try (var lent = readers.lend()) {
      ObjectReader reader = lent.reader();
      ObjectLoader found = reader.open(ObjectId.fromString(id));
      if (found.getSize() > MOST_BYTES) {
        throw new MissingObjectException(url, id, found.getSize());
      }
      return found.getCachedBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new MissingObjectException(url, id, e);
    }
  }

  @Override
  public long size(String id) {
    try (var lent = readers.lend()) {
      ObjectReader reader = lent.reader();
      ObjectLoader loader = reader.open(ObjectId.fromString(id));
      if (loader.getSize() <= SMALL && !loader.isLarge()) {
        if (asked.size() > MOST_ASKED) {
          asked.clear();
        }
        asked.put(id, loader.getCachedBytes());
      }
      return loader.getSize();
    } catch (IOException e) {
      throw new MissingObjectException(url, id, e);
    }
  }
}
