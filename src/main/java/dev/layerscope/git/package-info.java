/**
 * Git's own words, as everything above speaks them: from a {@link dev.layerscope.git.RepoUrl}
 * through {@link dev.layerscope.git.Repositories} to a {@link dev.layerscope.git.Clone}, from a
 * target revision to a {@link dev.layerscope.git.Snapshot}, the value every stage above reads.
 *
 * <p>The rooms below this one do the work, and each knows only those named before it: {@code
 * version} (which tag a range means), {@code config} (git's settings of this person), {@code
 * credential} (who we are to a host), {@code read} (a repository through JGit), {@code transport}
 * (talking to a remote), {@code clones} (where clones lie) and {@code commit} (back down: from a
 * draft to a branch, and undoing it). JGit does not leave these rooms; nothing is checked out.
 * Start at {@link dev.layerscope.git.Snapshot}.
 */
@NullMarked
package dev.layerscope.git;

import org.jspecify.annotations.NullMarked;
