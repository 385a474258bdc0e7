package dev.layerscope.operation.side;

import dev.layerscope.diff.manifest.CalledAfter;
import dev.layerscope.operation.Selection;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be compared with what.
 *
 * @param roots the roots wanted, by name; empty for all
 * @param pair set to compare one root with another instead of two selections of the same roots
 * @param since what the first side is
 * @param fork set where the second side reads, in a fork's place, what it was forked from
 */
public record Question(
    Selection from,
    Selection to,
    Set<String> roots,
    Optional<RootPair> pair,
    Since since,
    Optional<Forks.Beside> fork) {
  public Question {
    roots = Set.copyOf(roots);
  }

  /** Two roots that stand for each other. */
  public record RootPair(String from, String to) {}

  /** What the first side is. */
  public enum Since {
    /** What it is now. */
    TIPS,
    /** What it was when the second side left it: what a merge would bring. */
    DIVERGED
  }

  /** The tips of two selections, all roots. */
  public static Question tips(Selection from, Selection to) {
    return new Question(from, to, Set.of(), Optional.empty(), Since.TIPS, Optional.empty());
  }

  /** The same about some roots. */
  public Question about(Set<String> wanted) {
    return new Question(from, to, wanted, pair, since, fork);
  }

  /** The same since the sides diverged. */
  public Question sinceDiverged() {
    return new Question(from, to, roots, pair, Since.DIVERGED, fork);
  }

  /** The same as one root against another. */
  public Question between(String first, String second) {
    return new Question(from, to, roots, Optional.of(new RootPair(first, second)), since, fork);
  }

  /** The same of a fork beside what it was forked from. */
  Question of(Forks.Beside beside) {
    return new Question(from, to, roots, pair, since, Optional.of(beside));
  }

  /** What the two sites call their objects; nobody where it is the same one at two times. */
  public CalledAfter sites() {
    if (from.base() instanceof Selection.Base.Folder(String one, String here, var ignored)
        && to.base() instanceof Selection.Base.Folder(String two, String there, var beside)
        && !(one.equals(two) && here.equals(there))) {
      return CalledAfter.of(here, there);
    }
    return pair.filter(p -> !p.from().equals(p.to()))
        .map(p -> CalledAfter.of(p.from(), p.to()))
        .orElse(CalledAfter.NOBODY);
  }

  /** The roots to read on the first side, by name; empty for all. */
  public Set<String> fromRoots() {
    return pair.map(p -> Set.of(p.from())).orElse(roots);
  }

  /** The roots to read on the second side, by name; empty for all. */
  public Set<String> toRoots() {
    return pair.map(p -> Set.of(p.to())).orElse(roots);
  }
}
