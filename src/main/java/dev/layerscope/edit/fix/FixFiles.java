package dev.layerscope.edit.fix;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files findings point to, on the branches they were read at, while they are mended. */
final class FixFiles {
  private final Ground ground;
  private final Map<RepoUrl, Work> works = new LinkedHashMap<>();

  /** One repository. */
  private record Work(RepoUrl url, Branch branch, FileDraft files) {}

  /**
   * A document of a file.
   *
   * @param index as {@link Yaml#roots} counts
   */
  record Place(FileDraft files, TreePath path, int index, Node root, String where) {
    String text() throws RefusedException {
      return files.text(path);
    }

    void change(String text, String reason) throws RefusedException {
      files.change(path, text, reason);
    }
  }

  FixFiles(Ground ground) {
    this.ground = ground;
  }

  FileDraft files(Location location) throws RefusedException {
    return work(location).files();
  }

  /** The document a line of a file belongs to. */
  Place document(Location location) throws RefusedException {
    FileDraft files = files(location);
    TreePath path = TreePath.of(location.path());
    List<Optional<Node>> roots = Yaml.roots(files.text(path));
    int found = -1;
    for (int i = 0; i < roots.size(); i++) {
      boolean begun =
          roots.get(i).filter(r -> r.place().line() <= Math.max(1, location.line())).isPresent();
      found = begun || found < 0 && roots.get(i).isPresent() ? i : found;
    }
    if (found < 0) {
      throw new RefusedException(location.pathAndLine() + " cannot be read.", "");
    }
    return new Place(files, path, found, roots.get(found).orElseThrow(), location.pathAndLine());
  }

  private Work work(Location location) throws RefusedException {
    if (location.repoUrl().isEmpty()) {
      throw new RefusedException(
          location.pathAndLine() + " lies beside the workspace file, which no commit changes.",
          "Change it there by hand.");
    }
    var url = new RepoUrl(location.repoUrl());
    Work known = works.get(url);
    if (known != null) {
      return known;
    }
    Optional<Clone> clone = ground.cloneOf(url);
    Optional<Branch> branch =
        clone
            .flatMap(c -> ground.branchOf(url).or(c::defaultBranch).flatMap(c::branch))
            .filter(b -> b.commit().equals(location.revision()));
    if (clone.isEmpty() || branch.isEmpty()) {
      throw new RefusedException(
          location.pathAndLine()
              + " of "
              + url.display()
              + " was read at a commit that is no tip of a branch of "
              + ground.environment()
              + ".",
          "Change it where it comes from.");
    }
    if (branch.get().diverged()) {
      throw new RefusedException(
          "Branch " + branch.get().name() + " of " + url.display() + " has diverged.",
          "Push or undo yours first.");
    }
    String where = url.shortName() + " on " + branch.get().name();
    var work =
        new Work(
            clone.get().url(),
            branch.get(),
            new FileDraft(where, clone.get().snapshot(branch.get().commit())));
    works.put(url, work);
    return work;
  }

  /** One commit for each repository that changes. */
  List<BranchChange> changes() {
    var changes = new ArrayList<BranchChange>();
    for (Work work : works.values()) {
      List<FileChange> files = work.files().changes();
      if (!files.isEmpty()) {
        changes.add(
            BranchChange.of(
                ground.environment(),
                work.url(),
                work.branch().name(),
                new Base.At(work.branch().commit()),
                files));
      }
    }
    return changes;
  }
}
