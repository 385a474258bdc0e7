package dev.layerscope.operation.discovery;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import java.util.Optional;

/**
 * A repository met on the way.
 *
 * @param foundBy the Application that names it first; empty for the one everything began with
 * @param in the repository that Application is declared in
 * @param naming how many Applications name it, as far as is known
 * @param level how many repositories were read on the way to it
 */
public record FoundRepository(
    RepoUrl url, String foundBy, Optional<RepoUrl> in, int naming, int level, State state) {
  /** How far it is. */
  public sealed interface State {
    /** Known, not asked for yet. */
    record Waiting() implements State {}

    /**
     * Under way.
     *
     * @param percent of the step git is at; -1 when unknown
     */
    record Cloning(int percent) implements State {}

    /**
     * At hand.
     *
     * @param bytes of a managed clone on disk; 0 for one that is read in place
     */
    record Done(long bytes, int branches) implements State {}

    /** Not to be had; the reason is a sentence for a person. */
    record Failed(GitException.Kind kind, String reason) implements State {}

    /** Deliberately not asked for; the reason is a sentence for a person. */
    record LeftAlone(String reason) implements State {}
  }

  FoundRepository in(State other) {
    return new FoundRepository(url, foundBy, in, naming, level, other);
  }

  FoundRepository namedBy(int applications) {
    return new FoundRepository(url, foundBy, in, applications, level, state);
  }

  /** Whether nothing of it can be read. */
  public boolean isMissing() {
    return state instanceof State.Failed || state instanceof State.LeftAlone;
  }
}
