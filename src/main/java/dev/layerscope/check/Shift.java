package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Revision;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.RenderedObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What became of the commits that a district was read at, where nothing else became of it. Rules
 * ask of commits whether they are the same and nothing more; so while different ones stay different
 * and same ones the same, what they found is found again, at the commits of today. One thread.
 */
final class Shift {
  private final Map<Commit, String> forth = new HashMap<>();
  private final Map<Commit, String> back = new HashMap<>();

  private record Commit(String repository, String id) {}

  private Shift() {}

  /** From one to the other; empty when more than commits has changed. */
  static Optional<Shift> between(District before, District now) {
    var shift = new Shift();
    return shift.all(before.nodes(), now.nodes(), shift::node)
            && shift.all(before.edges(), now.edges(), shift::edge)
            && shift.all(before.roots(), now.roots(), shift::root)
        ? Optional.of(shift)
        : Optional.empty();
  }

  private <T> boolean all(List<T> before, List<T> now, BiPredicate<T, T> same) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!same.test(before.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Notes that a commit took another's place; not where that was taken otherwise. */
  private boolean commit(String repository, String before, String now) {
    String known = forth.putIfAbsent(new Commit(repository, before), now);
    if (known != null) {
      return known.equals(now);
    }
    return back.putIfAbsent(new Commit(repository, now), before) == null;
  }

  /** The very same node is the same, but the others have to let it its commits. */
  @SuppressWarnings("ReferenceEquality")
  private boolean node(HierarchyNode before, HierarchyNode now) {
    return before == now ? stays(now) : before.id().equals(now.id()) && saysTheSame(before, now);
  }

  private boolean stays(HierarchyNode node) {
    boolean stays = commit(node.manifest().location(), node.manifest().location());
    for (ResolvedSource source : node.sources()) {
      stays = stays && revision(source.repository(), source.revision(), source.revision());
    }
    return stays;
  }

  private boolean saysTheSame(HierarchyNode before, HierarchyNode now) {
    return before.label().equals(now.label())
        && manifest(before.manifest(), now.manifest())
        && all(before.sources(), now.sources(), this::source)
        && before.application().isPresent() == now.application().isPresent()
        && before.certainty().equals(now.certainty())
        && before.unresolved().equals(now.unresolved())
        && before.dormant().equals(now.dormant())
        && before.layer().equals(now.layer())
        && before.rendered().equals(now.rendered())
        && all(before.objects(), now.objects(), this::object)
        && all(before.findings(), now.findings(), this::finding);
  }

  /** An Application is what its manifest says, so it is not looked at itself. */
  private boolean manifest(Manifest before, Manifest now) {
    return before.origin().repoUrl().equals(now.origin().repoUrl())
        && before.origin().path().equals(now.origin().path())
        && before.namespace().equals(now.namespace())
        && before.name().equals(now.name())
        && before.gvk().equals(now.gvk())
        && before.root().isWrittenAs(now.root())
        && commit(before.origin().repoUrl(), before.origin().commit(), now.origin().commit());
  }

  private boolean source(ResolvedSource before, ResolvedSource now) {
    return before.type() == now.type()
        && before.repository().equals(now.repository())
        && before.declared().equals(now.declared())
        && revision(before.repository(), before.revision(), now.revision());
  }

  private boolean revision(String repository, Optional<Revision> before, Optional<Revision> now) {
    if (before.isEmpty() || now.isEmpty()) {
      return before.isEmpty() && now.isEmpty();
    }
    Revision then = before.get();
    Revision today = now.get();
    // Of a revision that is a commit itself the reference is one, too.
    return then.asked().equals(today.asked())
        && (then.ref().equals(today.ref()) && !then.ref().equals(then.commit())
            || then.equals(today))
        && commit(repository, then.commit(), today.commit());
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean object(RenderedObject before, RenderedObject now) {
    return before == now && commit(before.place(), now.place())
        || before.key().equals(now.key())
            && before.gvk().equals(now.gvk())
            && before.annotations().equals(now.annotations())
            && place(before.place(), now.place())
            && before.whole().isPresent() == now.whole().isPresent()
            && (before.whole().isEmpty() || manifest(before.whole().get(), now.whole().get()));
  }

  private boolean commit(Location before, Location now) {
    return commit(before.repoUrl(), before.revision(), now.revision());
  }

  private boolean place(Location before, Location now) {
    return before.line() == now.line()
        && before.path().equals(now.path())
        && before.repoUrl().equals(now.repoUrl())
        && commit(before, now);
  }

  private boolean finding(Finding before, Finding now) {
    return before.code() == now.code()
        && before.message().equals(now.message())
        && before.certainty().equals(now.certainty())
        && all(before.locations(), now.locations(), this::place);
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean edge(Edge before, Edge now) {
    return (before == now
            || before.how() == now.how()
                && before.to().equals(now.to())
                && before.from().equals(now.from()))
        && place(before.declaredIn(), now.declaredIn());
  }

  private boolean root(ResolvedRoot before, ResolvedRoot now) {
    String repository =
        before.root().bootstrap() instanceof Root.Bootstrap.InGit in ? in.repoURL().text() : "";
    return before.root().equals(now.root())
        && before.declared().equals(now.declared())
        && before.unknown().equals(now.unknown())
        && revision(repository, before.revision(), now.revision())
        && all(before.findings(), now.findings(), this::finding);
  }

  /** What was found, at the commits of today; empty where a commit is mentioned in words. */
  Optional<Map<NodeId, List<Finding>>> findings(Map<NodeId, List<Finding>> before) {
    List<String> moved =
        forth.entrySet().stream()
            .filter(e -> !e.getKey().id().equals(e.getValue()) && !e.getKey().id().isEmpty())
            .map(e -> e.getKey().id())
            .toList();
    if (moved.isEmpty()) {
      return Optional.of(before);
    }
    Map<NodeId, List<Finding>> now = LinkedHashMap.newLinkedHashMap(before.size());
    for (var entry : before.entrySet()) {
      if (entry.getValue().stream().anyMatch(f -> moved.stream().anyMatch(f.message()::contains))) {
        return Optional.empty();
      }
      now.put(entry.getKey(), entry.getValue().stream().map(this::today).toList());
    }
    return Optional.of(now);
  }

  private Finding today(Finding finding) {
    return new Finding(
        finding.code(),
        finding.message(),
        finding.locations().stream().map(this::today).toList(),
        finding.certainty());
  }

  private Location today(Location place) {
    String commit = forth.get(new Commit(place.repoUrl(), place.revision()));
    return commit == null || commit.equals(place.revision())
        ? place
        : new Location(place.repoUrl(), commit, place.path(), place.line());
  }
}
