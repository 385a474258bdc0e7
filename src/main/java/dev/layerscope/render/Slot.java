package dev.layerscope.render;

import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of one source of one repository. First by what the renderings asked about their
 * Applications and were told, which is nothing for most; then by what git held.
 */
final class Slot {
  /** A branch for each of a handful of environments. */
  private static final int MOST_ALIKE = 8;

  private final List<Shelf> shelves = new CopyOnWriteArrayList<>();

  /** Results of renderings that asked about the same aspects, by the answers. */
  private record Shelf(List<Aspect> aspects, Map<List<Object>, List<Kept>> byAnswers) {
    List<Object> answers(Circumstances circumstances) {
      if (aspects.isEmpty()) {
        return List.of();
      }
      var answers = new ArrayList<Object>();
      aspects.forEach(aspect -> answers.add(circumstances.at(aspect)));
      return answers;
    }
  }

  /** The last answer that depended on a commit and on nothing else: thousands ask it in a row. */
  private volatile @Nullable Latest latest;

  private record Latest(String commit, String tree, Optional<Found> found) {
    boolean isOf(Snapshot snapshot) {
      return commit.equals(snapshot.commit()) && tree.equals(snapshot.tree());
    }
  }

  /** A result that still holds for these circumstances. */
  Optional<Found> find(Circumstances circumstances, Repositories repositories) {
    Latest before = latest;
    return before != null && before.isOf(circumstances.snapshot())
        ? before.found()
        : search(circumstances, repositories);
  }

  private Optional<Found> search(Circumstances circumstances, Repositories repositories) {
    for (Shelf shelf : shelves) {
      List<Kept> alike = shelf.byAnswers().getOrDefault(shelf.answers(circumstances), List.of());
      for (Kept kept : alike) {
        Optional<Rendered> today = kept.today(circumstances, repositories);
        if (today.isPresent()) {
          var found = Optional.of(new Found(kept, today.get()));
          if (shelf.aspects().isEmpty() && kept.footing().standsAlone()) {
            Snapshot at = circumstances.snapshot();
            latest = new Latest(at.commit(), at.tree(), found);
          }
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A remembered result, and what it is today. */
  record Found(Kept kept, Rendered rendered) {}

  /**
   * What to hold while rendering, so that nobody renders the same at the same time. Whoever guesses
   * wrong loses time and nothing else.
   */
  Object lock(Circumstances circumstances) {
    if (shelves.isEmpty()) {
      return this;
    }
    Shelf latest = shelves.getLast();
    return latest
        .byAnswers()
        .computeIfAbsent(latest.answers(circumstances), ignored -> new CopyOnWriteArrayList<>());
  }

  /** Takes in a result of another program. */
  Kept add(Footing footing, Rendered rendered, long nodes) {
    Map<Aspect, Object> told = footing.told();
    List<Object> answers = List.copyOf(told.values());
    var kept = new Kept(this, answers, footing, rendered, nodes);
    synchronized (shelves) {
      shelf(List.copyOf(told.keySet()))
          .byAnswers()
          .computeIfAbsent(answers, ignored -> new CopyOnWriteArrayList<>())
          .add(kept);
    }
    return kept;
  }

  /** Keeps a result; what had to go for it is in the answer. */
  List<Kept> keep(Footing footing, Rendered rendered, long nodes, long moment) {
    Map<Aspect, Object> told = footing.told();
    List<Aspect> aspects = List.copyOf(told.keySet());
    List<Object> answers = List.copyOf(told.values());
    var kept = new Kept(this, answers, footing, rendered, nodes);
    kept.use(moment);
    var gone = new ArrayList<Kept>();
    synchronized (shelves) {
      Shelf shelf = shelf(aspects);
      List<Kept> alike =
          shelf.byAnswers().computeIfAbsent(answers, ignored -> new CopyOnWriteArrayList<>());
      while (alike.size() >= MOST_ALIKE) {
        Kept oldest = alike.stream().min(Comparator.comparingLong(Kept::used)).orElseThrow();
        alike.remove(oldest);
        latest = null;
        gone.add(oldest);
      }
      alike.add(kept);
    }
    return gone;
  }

  private Shelf shelf(List<Aspect> aspects) {
    for (Shelf shelf : shelves) {
      if (shelf.aspects().equals(aspects)) {
        return shelf;
      }
    }
    var made = new Shelf(aspects, new ConcurrentHashMap<>());
    shelves.add(made);
    return made;
  }

  /** Whether it was still there. */
  boolean drop(Kept kept) {
    latest = null;
    synchronized (shelves) {
      for (Shelf shelf : shelves) {
        List<Kept> alike = shelf.byAnswers().get(kept.answers());
        if (alike != null && alike.remove(kept)) {
          if (alike.isEmpty()) {
            shelf.byAnswers().remove(kept.answers());
          }
          return true;
        }
      }
      return false;
    }
  }

  Stream<Kept> all() {
    return shelves.stream()
        .flatMap(shelf -> shelf.byAnswers().values().stream())
        .flatMap(List::stream);
  }
}
