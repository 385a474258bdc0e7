package dev.layerscope.operation.discovery;

import dev.layerscope.git.RepoUrl;

/** Two addresses that differ and may still be one repository; a person decides. */
public record Lookalike(RepoUrl one, RepoUrl other) {
  /** What a person is asked to decide. */
  public String text() {
    return "%s and %s look alike. If they are one repository, write one of them under aliases of the other."
        .formatted(one.display(), other.display());
  }
}
