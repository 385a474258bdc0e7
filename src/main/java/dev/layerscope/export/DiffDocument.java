package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;

/**
 * What an export of a comparison is made from.
 *
 * @param from,to the sides as the user wrote them
 */
public record DiffDocument(
    String from, String to, List<Application> applications, List<Repository> repositories) {
  public DiffDocument {
    applications = List.copyOf(applications);
    repositories = List.copyOf(repositories);
  }

  /** A node and the objects it renders that differ. */
  public record Application(ApplicationChange change, List<ResourceChange> resources) {
    /** Same in the picture, but not in what it renders, is changed. */
    Change effective() {
      return change.change() == Change.SAME && !resources.isEmpty()
          ? Change.CHANGED
          : change.change();
    }
  }

  /**
   * A repository, its files that differ, and the commits that only one side has.
   *
   * @param unknown why it cannot be compared
   */
  public record Repository(
      RepoUrl url,
      List<ChangedFile> files,
      Commit.Range onlyFrom,
      Commit.Range onlyTo,
      Optional<String> unknown) {}
}
