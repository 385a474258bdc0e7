package dev.layerscope.git.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jgit.diff.PatchIdDiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;

/** What a commit changes, as one number: two commits with the same one are the same patch. */
final class Patches {
  private final Repository repository;

  Patches(Repository repository) {
    this.repository = repository;
  }

  /** As {@code git patch-id} has it; empty for a merge, which is no patch, and for an empty one. */
  Optional<String> id(String commit) {
    try (var walk = new RevWalk(repository);
        var formatter = new PatchIdDiffFormatter()) {
      RevCommit found = walk.parseCommit(ObjectId.fromString(commit));
      if (found.getParentCount() > 1) {
        return Optional.empty();
      }
      formatter.setRepository(repository);
      var reader = walk.getObjectReader();
      var after = new CanonicalTreeParser(null, reader, found.getTree());
      var entries =
          found.getParentCount() == 0
              ? formatter.scan(new EmptyTreeIterator(), after)
              : formatter.scan(
                  new CanonicalTreeParser(
                      null, reader, walk.parseCommit(found.getParent(0)).getTree()),
                  after);
      if (entries.isEmpty()) {
        return Optional.empty();
      }
      formatter.format(entries);
      return Optional.of(formatter.getCalulatedPatchId().name());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what " + commit + " changes", e);
    }
  }
}
