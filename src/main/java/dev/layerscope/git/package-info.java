/**
 * The only door to git: from a URL and a ref to commits, trees and blobs, and back down with local
 * commits.
 *
 * <p>From a {@link dev.layerscope.git.RepoUrl} through {@link dev.layerscope.git.Repositories} to a
 * {@link dev.layerscope.git.Clone}, from a target revision to a {@link
 * dev.layerscope.git.Snapshot}, the value every stage above reads. Nothing is checked out. JGit
 * does not leave this package. {@link dev.layerscope.git.Clones} makes, fetches and pushes clones.
 * Back down: {@link dev.layerscope.git.CommitDraft} to {@link dev.layerscope.git.PlannedCommit} to
 * {@link dev.layerscope.git.LocalCommits}. Start at {@link dev.layerscope.git.Snapshot}.
 */
@NullMarked
package dev.layerscope.git;

import org.jspecify.annotations.NullMarked;
