package dev.layerscope.render.directory;

import dev.layerscope.git.TreeEntry;

/** What the walk makes of one file (specification §3.2). */
sealed interface Selection {
  /**
   * It is to be read.
   *
   * @param name the name in the directory, by which Argo CD chooses how to read it
   * @param file the file itself: the target when the name is a symbolic link
   */
  record Selected(String name, TreeEntry file, byte[] bytes) implements Selection {}

  /** Not meant, by its name, a pattern or the marker in it. */
  record Skipped() implements Selection {}

  /** Left out although it looks meant. */
  record Suspicious(String why) implements Selection {}

  /** Argo CD refuses the Application for it. */
  record Refused(String why) implements Selection {}

  /** Larger than what this program reads. */
  record TooLarge(TreeEntry file, long size) implements Selection {}
}
