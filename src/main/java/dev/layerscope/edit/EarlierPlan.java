package dev.layerscope.edit;

import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;

/**
 * A plan of another time, as it was written down.
 *
 * @param title what it would do, one line
 */
public record EarlierPlan(String title, List<Branch> branches) {
  public EarlierPlan {
    branches = List.copyOf(branches);
  }

  /**
   * What it would do to a branch.
   *
   * @param base the commit it was made from; empty for none, or one of the same plan
   */
  public record Branch(
      RepoUrl repository, String name, Optional<String> base, List<ChangedFile> files) {
    public Branch {
      files = List.copyOf(files);
    }
  }

  /**
   * What it would do to a file.
   *
   * @param path from the root of the repository
   * @param diff as {@link FileChange#diff()} writes it
   */
  public record ChangedFile(String path, String diff) {}
}
