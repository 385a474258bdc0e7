package dev.layerscope.git.read;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.jspecify.annotations.Nullable;

/** Where refs are read from. Safe for several threads. */
sealed interface RefSource {
  /** A ref by its full name; empty when there is none. */
  Optional<Ref> ref(String name) throws IOException;

  /** The refs whose full names begin with a prefix that ends in a slash. */
  Collection<Ref> below(String prefix) throws IOException;

  /** From the repository, each time anew. */
  record Now(RefDatabase database) implements RefSource {
    @Override
    public Optional<Ref> ref(String name) throws IOException {
      return Optional.ofNullable(database.exactRef(name));
    }

    @Override
    public List<Ref> below(String prefix) throws IOException {
      return database.getRefsByPrefix(prefix);
    }
  }

  /**
   * All of them in one reading. To look for one that is packed costs the library a file that is not
   * there and a look at the packed ones, and an estate asks for thousands.
   */
  final class AtOnce implements RefSource {
    private final RefDatabase database;
    private final AtomicReference<@Nullable SortedMap<String, Ref>> read = new AtomicReference<>();

    AtOnce(RefDatabase database) {
      this.database = database;
    }

    @Override
    public Optional<Ref> ref(String name) throws IOException {
      return Optional.ofNullable(all().get(name));
    }

    @Override
    public Collection<Ref> below(String prefix) throws IOException {
      String after = prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1);
      return all().subMap(prefix, after).values();
    }

    /** Two that ask first at once both read, and go on with one answer: see SettledRepositories. */
    private SortedMap<String, Ref> all() throws IOException {
      SortedMap<String, Ref> known = read.get();
      if (known != null) {
        return known;
      }
      var refs = new TreeMap<String, Ref>();
      for (Ref ref : database.getRefs()) {
        refs.put(ref.getName(), ref);
      }
      SortedMap<String, Ref> earlier = read.compareAndExchange(null, refs);
      return earlier == null ? refs : earlier;
    }
  }
}
