package dev.layerscope.edit.estate;

import dev.layerscope.git.Commit;
import dev.layerscope.git.FileHistory;
import dev.layerscope.git.History;
import dev.layerscope.git.TreePath;
import dev.layerscope.work.Progress;
import java.util.Map;
import java.util.Optional;

/**
 * A planned commit has no history of its own yet; that of its base is told.
 *
 * @param bases the written commit each planned one stands on
 */
record PlannedHistory(History written, Map<String, String> bases) implements History {
  @Override
  public Optional<Commit> commit(String id) {
    return written.commit(id);
  }

  @Override
  public Commit.Range commits(String in, String notIn, int limit) {
    return written.commits(base(in), base(notIn), limit);
  }

  @Override
  public Optional<String> mergeBase(String a, String b) {
    return written.mergeBase(base(a), base(b));
  }

  @Override
  public Optional<String> patchId(String commit) {
    return written.patchId(base(commit));
  }

  @Override
  public FileHistory file(String commit, TreePath path, int limit, Progress progress) {
    return written.file(base(commit), path, limit, progress);
  }

  private String base(String commit) {
    return bases.getOrDefault(commit, commit);
  }
}
