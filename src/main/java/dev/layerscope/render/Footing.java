package dev.layerscope.render;

import dev.layerscope.git.Clone;
import dev.layerscope.git.Reads;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.helm.values.References.Reference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that one rendering stands on: what it read of its own repository and of others, which
 * revisions it asked for, what it was told of its Application. While these are the same, so is the
 * result.
 */
final class Footing {
  private final Ground own;
  private final SortedMap<String, Told> told = new TreeMap<>();
  private final Map<Asked, Answer> asked = new LinkedHashMap<>();
  private final Map<Place, Ground> elsewhere = new LinkedHashMap<>();
  private final Map<String, Ground> lent = new LinkedHashMap<>();
  private boolean pinned;

  /** What was told of one aspect. */
  private record Told(Aspect aspect, Object answer) {}

  /** A revision asked of another repository. */
  record Asked(RepoUrl url, Optional<String> revision, String tagPrefix) {}

  /** What came of it; of what is not available nothing is kept but its kind. */
  private record Answer(Class<?> access, Optional<Resolution> resolution) {}

  /** A commit of another repository. */
  record Place(String url, String commit) {}

  Footing(Snapshot snapshot) {
    this(new Ground(snapshot), Map.of());
  }

  /** What a result of another program stands on. */
  Footing(Ground own, Map<Aspect, Object> answers) {
    this.own = own;
    answers.forEach((aspect, answer) -> told.put(aspect.toString(), new Told(aspect, answer)));
  }

  Ground own() {
    return own;
  }

  /** Whether nothing of other repositories was read or asked. */
  synchronized boolean standsAlone() {
    return isOfCommits() && lent.isEmpty();
  }

  Reads reads() {
    return own.reads();
  }

  synchronized Reads readsOf(Snapshot other) {
    return elsewhere.computeIfAbsent(place(other), ignored -> new Ground(other)).reads();
  }

  /** Of a source that lends its files under a name. */
  synchronized Reads readsOfLent(String name, Snapshot other) {
    return lent.computeIfAbsent(name, ignored -> new Ground(other)).reads();
  }

  synchronized void asked(Aspect aspect, Circumstances circumstances) {
    told.computeIfAbsent(aspect.toString(), ignored -> new Told(aspect, circumstances.at(aspect)));
  }

  /** The aspects asked about, in an order that does not depend on who asked first, with answers. */
  synchronized Map<Aspect, Object> told() {
    var answers = new LinkedHashMap<Aspect, Object>();
    told.values().forEach(one -> answers.put(one.aspect(), one.answer()));
    return answers;
  }

  synchronized void resolved(Asked question, Resolution resolution) {
    asked.put(question, new Answer(Access.Available.class, Optional.of(resolution)));
  }

  synchronized void access(RepoUrl url, Access access) {
    asked.putIfAbsent(
        new Asked(url, Optional.empty(), ""), new Answer(access.getClass(), Optional.empty()));
  }

  /** Charts were looked for wherever there may be some: at every default branch. */
  synchronized void leanOnAll(Repositories repositories) {
    for (Access access : repositories.all()) {
      if (access instanceof Access.Available(RepoUrl url, Clone clone)) {
        resolved(new Asked(url, Optional.empty(), ""), clone.resolve(Optional.empty()));
      }
    }
  }

  /** Whether nothing was asked of repositories beyond the commits of the sources. */
  synchronized boolean isOfCommits() {
    return !pinned && asked.isEmpty() && elsewhere.isEmpty() && !own.reads().lookedBeyond();
  }

  /** The result is good for this very commit only: something was asked that cannot be repeated. */
  synchronized void pin() {
    pinned = true;
  }

  /** Whether something at a place of a repository was read, its own files, lent or other ones. */
  synchronized boolean touches(RepoUrl url, TreePath place) {
    return own.touches(url, place)
        || elsewhere.values().stream().anyMatch(ground -> ground.touches(url, place))
        || lent.values().stream().anyMatch(ground -> ground.touches(url, place));
  }

  /**
   * Whether all of it is still so for circumstances that give the same answers.
   *
   * @return the commits that take the place of those read then; empty when something is different
   */
  synchronized Optional<Map<Place, String>> heldBy(
      Circumstances circumstances, Repositories repositories) {
    Snapshot now = circumstances.snapshot();
    if (pinned && !now.commit().equals(own.commit()) || !own.holdsIn(now)) {
      return Optional.empty();
    }
    var moved = new HashMap<Place, String>();
    moved.put(own.place(now), now.commit());
    for (var one : lent.entrySet()) {
      // The answers are the same, so the name leads to the same repository.
      if (!(circumstances.context().references().byName().get(one.getKey())
              instanceof Reference.At(Snapshot at, String ignored))
          || !one.getValue().holdsIn(at)) {
        return Optional.empty();
      }
      moved.put(one.getValue().place(at), at.commit());
    }
    for (var question : asked.entrySet()) {
      if (!heldElsewhere(question.getKey(), question.getValue(), repositories, moved)) {
        return Optional.empty();
      }
    }
    return Optional.of(moved);
  }

  private boolean heldElsewhere(
      Asked question, Answer then, Repositories repositories, Map<Place, String> moved) {
    Access access = repositories.at(question.url());
    if (!access.getClass().equals(then.access())) {
      return false;
    }
    if (then.resolution().isEmpty() || !(access instanceof Access.Available available)) {
      return true;
    }
    Clone clone = available.repository();
    Resolution today = clone.resolve(question.revision(), question.tagPrefix());
    if (today.equals(then.resolution().get())) {
      return true;
    }
    Optional<String> before = commit(then.resolution().get());
    Optional<Snapshot> after = commit(today).flatMap(clone::snapshot);
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    var place = new Place(after.get().url().text(), before.get());
    Ground read = elsewhere.get(place);
    moved.put(place, after.get().commit());
    return read != null && read.holdsIn(after.get());
  }

  private static Optional<String> commit(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved(var revision) -> Optional.of(revision.commit());
      case Resolution.Ambiguous(var branch, var ignored) -> Optional.of(branch.commit());
      case Resolution.Unresolved ignored -> Optional.empty();
    };
  }

  private static Place place(Snapshot snapshot) {
    return new Place(snapshot.url().text(), snapshot.commit());
  }
}
