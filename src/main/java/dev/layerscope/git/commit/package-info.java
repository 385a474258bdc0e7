/**
 * Back down: from a {@link dev.layerscope.git.commit.CommitDraft} over a {@link
 * dev.layerscope.git.commit.PlannedCommit}, which is read like any other revision, to branches that
 * moved over several repositories at once, or not at all, and undone again. Start at {@link
 * dev.layerscope.git.commit.LocalCommits}.
 */
@NullMarked
package dev.layerscope.git.commit;

import org.jspecify.annotations.NullMarked;
