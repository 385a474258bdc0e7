package dev.layerscope.render;

import dev.layerscope.git.Clone;
import dev.layerscope.git.Reads;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that one rendering stands on: what it read of its own repository and of others, which
 * revisions it asked for, which variables it put in. While these are the same, so is the result.
 */
final class Footing {
  private final String commit;
  private final Reads reads = new Reads();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<Asked, Answer> asked = new LinkedHashMap<>();
  private final Map<Place, Reads> elsewhere = new LinkedHashMap<>();
  private boolean pinned;

  /** A revision asked of another repository. */
  record Asked(RepoUrl url, Optional<String> revision, String tagPrefix) {}

  /** What came of it; of what is not available nothing is kept but its kind. */
  private record Answer(Class<?> access, Optional<Resolution> resolution) {}

  /** A commit of another repository. */
  record Place(String url, String commit) {}

  Footing(Snapshot snapshot) {
    this.commit = snapshot.commit();
  }

  Reads reads() {
    return reads;
  }

  synchronized Reads readsOf(Snapshot other) {
    return elsewhere.computeIfAbsent(place(other), ignored -> new Reads());
  }

  synchronized void variable(String name, String value) {
    variables.put(name, value);
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

  /** The result is good for this very commit only: something was asked that cannot be repeated. */
  synchronized void pin() {
    pinned = true;
  }

  /**
   * Whether all of it is still so.
   *
   * @param now the repository as it is to be rendered
   * @param variable the values variables have now
   * @return the commits that take the place of those read then; empty when something is different
   */
  synchronized Optional<Map<Place, String>> heldBy(
      Snapshot now, UnaryOperator<String> variable, Repositories repositories) {
    if (pinned && !now.commit().equals(commit)
        || variables.entrySet().stream()
            .anyMatch(v -> !variable.apply(v.getKey()).equals(v.getValue()))
        || !now.commit().equals(commit) && !reads.holdIn(now)) {
      return Optional.empty();
    }
    var moved = new HashMap<Place, String>();
    moved.put(new Place(now.url().text(), commit), now.commit());
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
    Reads read = elsewhere.get(place);
    moved.put(place, after.get().commit());
    return read != null && read.holdIn(after.get());
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
