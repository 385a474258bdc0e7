package dev.layerscope.git.read;

import java.util.Optional;

/** Refs that keep commits of ours from being collected: {@code refs/layerscope/pins/ID/BRANCH}. */
public final class Pins {
  static final String ALL = "refs/layerscope/pins/";

  private Pins() {}

  public static String ref(String changeSet, String branch) {
    return ALL + changeSet + "/" + branch;
  }

  /** The branch a pin is for, from its name below {@link #ALL}. */
  static Optional<String> branch(String pin) {
    int slash = pin.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(pin.substring(slash + 1));
  }
}
