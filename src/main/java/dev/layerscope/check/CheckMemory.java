package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.manifest.KnownKinds;
import dev.layerscope.manifest.Manifest;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules found in districts: told again while a district is as it was but for the commits it is
 * read at, and the branches that were asked for are the same. So a look after one commit checks
 * what that commit changes. Given up when memory is short. Safe for several threads.
 */
public final class CheckMemory {
  /** As the workspace says, and as configuration found in git says, for an estate and plans. */
  private static final int MOST_SETTINGS = 6;

  /** A handful of environments. */
  private static final int MOST_ALIKE = 5;

  private final List<Known> known = new ArrayList<>();
  private final AtomicLong checked = new AtomicLong();
  private final SeenFolders folders = new SeenFolders();

  SeenFolders folders() {
    return folders;
  }

  /**
   * What decides besides a district.
   *
   * @param definitions of kinds, delivered anywhere in the estate
   */
  record Setting(ControlPlanes planes, KnownKinds kinds, List<Manifest> definitions) {
    /** It does not matter at which commits kinds are defined. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Setting that
          && same(definitions, that.definitions)
          && kinds.equals(that.kinds)
          && planes.equals(that.planes);
    }

    @Override
    public int hashCode() {
      return definitions.size();
    }

    private static boolean same(List<Manifest> some, List<Manifest> others) {
      boolean same = some.size() == others.size();
      for (int i = 0; same && i < some.size(); i++) {
        same =
            some.get(i).gvk().equals(others.get(i).gvk())
                && some.get(i).root().isWrittenAs(others.get(i).root());
      }
      return same;
    }
  }

  /** How many districts were checked, and not remembered. */
  public long checked() {
    return checked.get();
  }

  private record Known(Setting setting, SoftReference<Judged> judged) {}

  /** What was found under a setting. */
  synchronized Judged under(Setting setting) {
    for (Known one : known) {
      Judged judged = one.judged().get();
      if (judged != null && one.setting().equals(setting)) {
        known.remove(one);
        known.add(one);
        return judged;
      }
    }
    var judged = new Judged(checked);
    known.add(new Known(setting, new SoftReference<>(judged)));
    if (known.size() > MOST_SETTINGS) {
      known.removeFirst();
    }
    return judged;
  }

  /** What was found under one setting. */
  static final class Judged {
    private final Map<Set<String>, List<Past>> byPlanes = new ConcurrentHashMap<>();

    private final AtomicLong checked;

    private Judged(AtomicLong checked) {
      this.checked = checked;
    }

    /**
     * What was found in a district once.
     *
     * @param branches that were asked for
     */
    private record Past(
        District district,
        Map<RepoUrl, Map<String, String>> branches,
        Map<NodeId, List<Finding>> found) {
      boolean holds(Function<RepoUrl, Map<String, String>> now) {
        return branches.entrySet().stream()
            .allMatch(asked -> now.apply(asked.getKey()).equals(asked.getValue()));
      }
    }

    /** What was found before, when it would be found again. */
    Optional<Map<NodeId, List<Finding>>> again(
        District district, Function<RepoUrl, Map<String, String>> branches) {
      for (Past past : byPlanes.getOrDefault(district.planes(), List.of())) {
        Optional<Map<NodeId, List<Finding>>> found =
            past.holds(branches)
                ? Shift.between(past.district(), district).flatMap(s -> s.findings(past.found()))
                : Optional.empty();
        if (found.isPresent()) {
          // So the next one is held against nodes of today, and those of before can go.
          var today = new Past(district, past.branches(), found.get());
          byPlanes.computeIfPresent(district.planes(), (planes, all) -> instead(all, past, today));
          return found;
        }
      }
      return Optional.empty();
    }

    void keep(
        District district,
        Map<RepoUrl, Map<String, String>> branches,
        Map<NodeId, List<Finding>> found) {
      checked.incrementAndGet();
      var past = new Past(district, Map.copyOf(branches), found);
      byPlanes.merge(district.planes(), List.of(past), Judged::newestFirst);
    }

    @SuppressWarnings("ReferenceEquality") // the very one; others may be equal to it
    private static List<Past> instead(List<Past> all, Past past, Past today) {
      return all.stream().map(one -> one == past ? today : one).toList();
    }

    private static List<Past> newestFirst(List<Past> before, List<Past> latest) {
      var all = new ArrayList<>(latest);
      all.addAll(before.subList(0, Math.min(before.size(), MOST_ALIKE - 1)));
      return List.copyOf(all);
    }
  }
}
