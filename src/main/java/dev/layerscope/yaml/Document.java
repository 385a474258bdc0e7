package dev.layerscope.yaml;

import java.util.List;

/** One document of a file, or the reason why there is none. */
public sealed interface Document {
  /** The 1-based line it begins on. */
  int line();

  /**
   * A document that was read.
   *
   * @param notices what is suspicious in it although it was read
   */
  record Content(int line, Node root, List<Notice> notices) implements Document {
    public Content {
      notices = List.copyOf(notices);
    }
  }

  /** Nothing but blanks and comments, or null: Argo CD drops it. */
  record Empty(int line) implements Document {}

  /** Not readable. Argo CD stops at the first of these. */
  record Broken(int line, String message) implements Document {}

  /** Something legal that is most likely not meant. */
  sealed interface Notice {
    int line();

    /** A key written twice; the later one counts. */
    record DuplicateKey(String key, int earlierLine, int line) implements Notice {}

    /**
     * A key before {@code <<} that the merged mapping overwrites; YAML itself says otherwise
     * (§13.3).
     */
    record OverwrittenByMerge(String key, int line) implements Notice {}
  }
}
