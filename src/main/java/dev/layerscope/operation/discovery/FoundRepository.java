package dev.layerscope.operation.discovery;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;

/**
 * A repository met on the way.
 *
 * @param foundBy the Application that names it; empty for the one everything began with
 */
public record FoundRepository(RepoUrl url, String foundBy, State state) {
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

    /** At hand. */
    record Done() implements State {}

    /** Not to be had; the reason is a sentence for a person. */
    record Failed(GitException.Kind kind, String reason) implements State {}

    /** Deliberately not asked for; the reason is a sentence for a person. */
    record LeftAlone(String reason) implements State {}
  }

  FoundRepository in(State other) {
    return new FoundRepository(url, foundBy, other);
  }

  /** Whether nothing of it can be read. */
  public boolean isMissing() {
    return state instanceof State.Failed || state instanceof State.LeftAlone;
  }
}
