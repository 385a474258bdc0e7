package dev.layerscope.workspace;

import dev.layerscope.finding.Nearest;
import java.util.Collection;
import java.util.Optional;

/** The word somebody most likely meant in a workspace file or on a command line. */
public final class Spelling {
  private Spelling() {}

  /** The nearest of some words, when it is near enough to be worth asking. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return Nearest.to(word, known);
  }
}
