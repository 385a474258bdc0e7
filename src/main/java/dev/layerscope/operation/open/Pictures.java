package dev.layerscope.operation.open;

import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.workspace.RootFiles;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What environments look like, kept while nothing has changed that decides it: somebody who types
 * into a form asks for the same picture with every key. Given up when memory is short; safe for
 * several threads.
 */
public final class Pictures {
  private final Map<Selection, SoftReference<Kept>> kept = new ConcurrentHashMap<>();

  /**
   * A picture, and what it was made from.
   *
   * @param from equal again as long as the picture is
   */
  private record Kept(List<Object> from, Hierarchy hierarchy) {}

  /**
   * The picture that is kept.
   *
   * @param anew asked where there is none, or anything has changed
   */
  public Hierarchy of(Opened opened, Selection selection, Supplier<Hierarchy> anew) {
    if (opened.workspace().chartFolder().isPresent()) {
      return anew.get(); // its files may change unseen
    }
    List<Object> from = from(opened);
    SoftReference<Kept> earlier = kept.get(selection);
    Kept known = earlier == null ? null : earlier.get();
    if (known != null && known.from().equals(from)) {
      return known.hierarchy();
    }
    Hierarchy hierarchy = anew.get();
    kept.put(selection, new SoftReference<>(new Kept(from, hierarchy)));
    return hierarchy;
  }

  /** Where all refs are, the manifests beside the workspace file, and the day waivers end by. */
  private static List<Object> from(Opened opened) {
    var from = new ArrayList<>();
    from.add(LocalDate.now(ZoneOffset.UTC));
    from.add(RootFiles.of(opened.workspace()));
    for (Access access : opened.access().all()) {
      from.add(access.getClass());
      if (access instanceof Access.Available available) {
        from.add(available.url());
        from.add(available.repository().state());
      }
    }
    return from;
  }
}
