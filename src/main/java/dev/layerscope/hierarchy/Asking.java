package dev.layerscope.hierarchy;

import dev.layerscope.git.Clone;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the nodes of one run ask of repositories. Thousands ask the same, so that each question is
 * answered once, and answers are compared once with those of an earlier run. Safe for several
 * threads.
 */
final class Asking {
  private final Resolver.Input input;
  private final Map<Asked.Question, Optional<Asked>> answers = new ConcurrentHashMap<>();
  private final Map<Before, Boolean> held = new ConcurrentHashMap<>();

  /** An answer of an earlier run, as the very object it is. */
  private record Before(Asked asked) {
    @Override
    @SuppressWarnings("ReferenceEquality") // nodes that asked the same share the answer
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Before that && asked == that.asked;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(asked);
    }
  }

  Asking(Resolver.Input input) {
    this.input = input;
  }

  /**
   * Asks. Empty where the answer leans on more than commits: a repository that is not here, a
   * revision that names nothing, a commit that is missing.
   */
  Optional<Asked> ask(Bud bud, Asked.Question question) {
    if (bud.localRoot().isPresent()) {
      return answer(bud, question); // its revisions follow the environment
    }
    Optional<Asked> known = answers.get(question);
    if (known != null) {
      return known;
    }
    Optional<Asked> answer = answer(bud, question);
    Optional<Asked> earlier = answers.putIfAbsent(question, answer);
    return earlier == null ? answer : earlier;
  }

  /** Whether asked anew, for this node, the answer is the same. */
  boolean holds(Bud bud, Asked before) {
    if (bud.localRoot().isPresent()) {
      return isSame(bud, before);
    }
    var key = new Before(before);
    Boolean known = held.get(key);
    if (known == null) {
      known = isSame(bud, before);
      held.put(key, known);
    }
    return known;
  }

  private boolean isSame(Bud bud, Asked before) {
    return ask(bud, before.question()).filter(before::equals).isPresent();
  }

  private Optional<Asked> answer(Bud bud, Asked.Question question) {
    if (!(input.repositories().at(question.url()) instanceof Access.Available available)) {
      return Optional.empty();
    }
    RevisionPolicy.Choice choice = Resolver.choice(input, bud, question.url(), question.declared());
    Resolution resolution = available.repository().resolve(choice.revision(), question.tagPrefix());
    return isHere(available.repository(), resolution)
        ? Optional.of(new Asked(question, choice, resolution))
        : Optional.empty();
  }

  private static boolean isHere(Clone clone, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved(var revision) -> clone.snapshot(revision.commit()).isPresent();
      case Resolution.Ambiguous(var branch, var tag) -> clone.snapshot(branch.commit()).isPresent();
      case Resolution.Unresolved ignored -> false;
    };
  }
}
