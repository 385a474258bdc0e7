package dev.layerscope.operation;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.hierarchy.Hierarchy;
import java.util.List;
import java.util.Optional;

/**
 * Two sides of an estate, compared.
 *
 * @param applications every node of either side, the same ones included
 * @param repositories every repository of the workspace
 */
public record Comparison(
    Selection from,
    Selection to,
    Hierarchy before,
    Hierarchy after,
    List<ComparedApplication> applications,
    List<ComparedRepository> repositories) {
  public Comparison {
    applications = List.copyOf(applications);
    repositories = List.copyOf(repositories);
  }

  /**
   * Whether something on either side could not be looked at: then "no difference" would be a lie.
   */
  public boolean anythingUnknown() {
    return applications.stream().anyMatch(a -> a.change().change() == Change.UNKNOWN)
        || repositories.stream().anyMatch(r -> r.unknown().isPresent())
        || before.roots().stream().anyMatch(root -> root.unknown().isPresent())
        || after.roots().stream().anyMatch(root -> root.unknown().isPresent());
  }

  /** How many nodes changed in any way. */
  public long differences() {
    return applications.stream().filter(a -> a.differs()).count();
  }

  /** A node, and the objects it renders that differ. */
  public record ComparedApplication(ApplicationChange change, List<ResourceChange> resources) {
    public ComparedApplication {
      resources = List.copyOf(resources);
    }

    public boolean differs() {
      return change.change() != Change.SAME || !resources.isEmpty();
    }
  }

  /**
   * A repository, its files that differ, and the commits that only one side has.
   *
   * @param unknown why it cannot be compared
   */
  public record ComparedRepository(
      RepoUrl url,
      Optional<Snapshot> from,
      Optional<Snapshot> to,
      List<ChangedFile> files,
      Commit.Range onlyFrom,
      Commit.Range onlyTo,
      Optional<String> unknown) {
    public ComparedRepository {
      files = List.copyOf(files);
    }
  }
}
