package dev.layerscope.operation.changeset;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends what was committed here to the remotes: an act of its own, never by force. A step that
 * waits for a person to see the one before is not sent together with it.
 */
public final class PushChanges {
  private final Clones clones;
  private final Path folder;

  /**
   * @param folder of the managed clones
   */
  public PushChanges(Path folder) {
    this.clones = new Clones(folder);
    this.folder = folder;
  }

  /**
   * What came of one branch.
   *
   * @param trouble the remote's own words when it refused; empty when it took it
   */
  public record Pushed(
      RepoUrl repository, String branch, String commit, Optional<String> trouble) {}

  /**
   * What came of all.
   *
   * @param waiting steps that are held back, and what has to be seen first
   */
  public record Report(List<Pushed> pushed, List<ChangeSet> waiting) {
    public Report {
      pushed = List.copyOf(pushed);
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * Pushes everything that is not there yet, oldest first.
   *
   * @param topic another name at the remotes, for review; empty for the branches themselves
   */
  public Report push(Opened opened, Optional<String> topic, Progress progress) throws GitException {
    List<ChangeSet> sets =
        new UndoChangeSet(folder)
            .all(opened).reversed().stream()
                .filter(set -> set.state() == ChangeSet.State.DONE)
                .filter(set -> !isPushed(opened, set))
                .toList();
    return push(opened, sets, topic, progress);
  }

  /** Pushes some change sets, oldest first. */
  public Report push(
      Opened opened, List<ChangeSet> sets, Optional<String> topic, Progress progress) {
    var pushed = new ArrayList<Pushed>();
    var waiting = new ArrayList<ChangeSet>();
    Set<String> held = new HashSet<>();
    Set<String> begun = new HashSet<>();
    for (ChangeSet set : sets) {
      boolean waits =
          set.part().filter(p -> !p.release().isEmpty() && begun.contains(p.way())).isPresent()
              || set.moves().stream().anyMatch(move -> held.contains(key(move)));
      set.part().ifPresent(part -> begun.add(part.way()));
      if (waits) {
        waiting.add(set);
        set.moves().forEach(move -> held.add(key(move)));
        continue;
      }
      for (ChangeSet.Move move : set.moves()) {
        push(opened, move, topic, progress)
            .ifPresent(result -> {
              pushed.add(result);
              if (result.trouble().isPresent()) {
                held.add(key(move));
              }
            });
      }
    }
    return new Report(pushed, waiting);
  }

  private Optional<Pushed> push(
      Opened opened, ChangeSet.Move move, Optional<String> topic, Progress progress) {
    if (move.after().isEmpty()
        || !(opened.access().at(move.repository())
            instanceof Access.Available(RepoUrl url, Clone clone))
        || Clones.isPublished(clone, move.after().get())) {
      return Optional.empty();
    }
    progress.report("Pushing " + move.branch() + " of " + url.shortName(), 0, 0);
    try {
      clones.push(clone, move.branch(), move.after(), topic, progress);
      return Optional.of(
          new Pushed(url, topic.orElse(move.branch()), move.after().get(), Optional.empty()));
    } catch (GitException e) {
      return Optional.of(
          new Pushed(
              url, topic.orElse(move.branch()), move.after().get(), Optional.of(e.getMessage())));
    }
  }

  /** Whether the remotes have everything of a change set, on whatever branch. */
  public static boolean isPushed(Opened opened, ChangeSet set) {
    return set.moves().stream()
        .allMatch(move ->
            move.after().isEmpty()
                || opened.access().at(move.repository())
                        instanceof Access.Available(RepoUrl url, Clone clone)
                    && Clones.isPublished(clone, move.after().get()));
  }

  private static String key(ChangeSet.Move move) {
    return move.repository().identity() + " " + move.branch();
  }
}
