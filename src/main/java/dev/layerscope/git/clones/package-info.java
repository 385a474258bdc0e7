/**
 * Where clones lie: from a repository to its folder on this machine, made whole or not at all,
 * locked against a second program, and shared by all workspaces. Start at {@link
 * dev.layerscope.git.clones.Clones}.
 */
@NullMarked
package dev.layerscope.git.clones;

import org.jspecify.annotations.NullMarked;
