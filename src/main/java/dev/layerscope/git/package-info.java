/**
 * The only door to git: from a URL and a ref to commits, trees and blobs, and back down with local
 * commits.
 *
 * <p>From a {@link dev.layerscope.git.RepoUrl} through {@link dev.layerscope.git.Repositories} to a
 * {@link dev.layerscope.git.Clone}, from a target revision to a {@link
 * dev.layerscope.git.Snapshot}, the value every stage above reads. Nothing is checked out. JGit
 * does not leave this package. Start at {@link dev.layerscope.git.Snapshot}.
 */
@NullMarked
package dev.layerscope.git;

import org.jspecify.annotations.NullMarked;
