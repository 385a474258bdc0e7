/**
 * A repository read through JGit: from a git folder to refs, revisions, trees, blobs and history as
 * our own values. Start at {@link dev.layerscope.git.read.BareClone}; {@link
 * dev.layerscope.git.read.Opening} says which folders can be read.
 */
@NullMarked
package dev.layerscope.git.read;

import org.jspecify.annotations.NullMarked;
