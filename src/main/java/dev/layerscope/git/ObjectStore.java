package dev.layerscope.git;

import java.util.List;

/**
 * Where the objects of a repository are read from. A clone's own objects are one; a planned edit is
 * another: the clone's with a few new ones laid over it, nothing written. Safe for several threads.
 */
interface ObjectStore {
  /** The entries of a tree in git's order, with names only (paths are the caller's business). */
  List<RawEntry> tree(String id);

  /** The content of a blob. */
  byte[] blob(String id);

  /** The size of a blob in bytes, without reading it. */
  long size(String id);

  /** A name, a kind and an id, as a tree object holds them. */
  record RawEntry(String name, TreeEntry.Kind kind, String id) {}
}
