package dev.layerscope.git.commit;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.ObjectStore;
import dev.layerscope.git.Person;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Refs;
import dev.layerscope.work.Progress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * A commit somebody has in mind. {@link #plan} gives it the ids it will have; nothing is written
 * before {@link LocalCommits#write}.
 *
 * @param repository the clone of the repository it goes to
 * @param branch the branch it goes to, {@code dev} without {@code refs/heads/}; made when it is not
 *     there
 * @param base what the files are changed from, and the first parent: as a rule the tip of the
 *     branch, or another planned commit, so that commits can be chained; empty for a first commit
 * @param files new content by path; empty deletes. A file that is there keeps its mode unless
 *     another one is named. Nothing at all, and no merge: the branch is only put where the base is
 * @param merged further parents, 40 hex digits each: with one, the commit is a merge
 * @param modes git's mode bits of files that become another kind of file, or are no plain new ones
 * @param message subject, blank line, body
 */
public record CommitDraft(
    Clone repository,
    String branch,
    Optional<Snapshot> base,
    Map<TreePath, Optional<byte[]>> files,
    List<String> merged,
    Map<TreePath, Integer> modes,
    Person author,
    Person committer,
    String message) {

  public CommitDraft {
    files = Map.copyOf(files);
    merged = List.copyOf(merged);
    modes = Map.copyOf(modes);
    if (!Repository.isValidRefName(Refs.local(branch))) {
      throw new IllegalArgumentException("not a branch name: " + branch);
    }
  }

  /** A plain commit on top of a snapshot, author and committer being one. */
  public CommitDraft(
      Clone repository,
      String branch,
      Optional<Snapshot> base,
      Map<TreePath, Optional<byte[]>> files,
      Person author,
      String message) {
    this(repository, branch, base, files, List.of(), Map.of(), author, author, message);
  }

  /**
   * Gives the commit its ids, for a look: without a signature.
   *
   * @throws GitException when a directory on the way cannot be written back unchanged
   */
  public PlannedCommit plan() throws GitException {
    return plan(bare(), Optional.empty());
  }

  /**
   * Gives the commit the ids it will be written with, signed when the user's git is set up so. A
   * signed commit has another id than its look, and the same tree.
   *
   * @throws GitException as {@link #plan()}; of kind {@code SIGNING} when the user's program did
   *     not sign
   */
  public PlannedCommit planToWrite(Progress progress) throws GitException {
    return plan(bare(), Signing.of(bare(), progress));
  }

  private BareClone bare() {
    if (!(repository instanceof BareClone bare)) {
      throw new IllegalArgumentException("only clones opened here can be written: " + repository);
    }
    return bare;
  }

  private PlannedCommit plan(BareClone bare, Optional<Signing> signing) throws GitException {
    var fresh = new NewObjects();
    ObjectStore store = base.map(Snapshot::objects).orElse(bare.objects());
    if (base.isPresent() && files.isEmpty() && merged.isEmpty()) {
      return new PlannedCommit(bare, this, base.get(), fresh);
    }
    String tree = fresh.tree(store, base.map(Snapshot::tree), files, modes);
    String commit = fresh.add(Constants.OBJ_COMMIT, commit(tree, signing));
    return new PlannedCommit(
        bare, this, new Snapshot(repository.url(), commit, tree, fresh.over(store)), fresh);
  }

  private byte[] commit(String tree, Optional<Signing> signing) throws GitException {
    var parents = new ArrayList<ObjectId>();
    base.ifPresent(snapshot -> parents.add(ObjectId.fromString(snapshot.commit())));
    merged.forEach(parent -> parents.add(ObjectId.fromString(parent)));
    var builder = new CommitBuilder();
    builder.setTreeId(ObjectId.fromString(tree));
    builder.setParentIds(parents);
    builder.setAuthor(Identity.ident(author));
    builder.setCommitter(Identity.ident(committer));
    builder.setEncoding(StandardCharsets.UTF_8);
    builder.setMessage(message.endsWith("\n") ? message : message + "\n");
    try {
      if (signing.isPresent()) {
        String signature = signing.get().sign(builder.build(), committer);
        builder.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
      }
      return builder.build();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }
}
