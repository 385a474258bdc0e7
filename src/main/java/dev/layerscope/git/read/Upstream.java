package dev.layerscope.git.read;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * The repository that another was forked from, as it was fetched last.
 *
 * @param branches name to commit, 40 hex digits each, sorted
 * @param defaultBranch what its {@code HEAD} is; empty when nobody knows
 * @param managed whether the clone is ours, so that {@link #PREFIX} names its branches there
 */
public record Upstream(
    Map<String, String> branches, Optional<String> defaultBranch, boolean managed) {
  /** Full names of its branches begin so in a managed clone of the fork. */
  public static final String PREFIX = "refs/upstream/heads/";

  public Upstream {
    branches = new TreeMap<>(branches);
  }

  /**
   * The branch to compare a branch of the fork with: the one of the same name, else the default
   * one.
   */
  public Optional<String> counterpart(String branch) {
    return branches.containsKey(branch)
        ? Optional.of(branch)
        : defaultBranch.filter(branches::containsKey);
  }

  /** By which name a branch is read in the clone of the fork; its commit where it has none. */
  public Optional<String> revisionOf(String branch) {
    return Optional.ofNullable(branches.get(branch))
        .map(commit -> managed ? PREFIX + branch : commit);
  }

  public static Upstream in(Repository repository, String prefix, boolean managed) {
    var refs = new Refs(repository, Optional.empty());
    Map<String, String> branches = new TreeMap<>();
    for (String name : refs.names(prefix)) {
      refs.commit(prefix + name).map(ObjectId::name).ifPresent(id -> branches.put(name, id));
    }
    Optional<String> head =
        refs.target(prefix + Constants.HEAD).map(target -> target.substring(prefix.length()));
    return new Upstream(branches, head, managed);
  }

  public static Upstream ofRemote(Repository repository, RepoUrl upstream) throws GitException {
    StoredConfig config = repository.getConfig();
    String section = ConfigConstants.CONFIG_REMOTE_SECTION;
    for (String name : config.getSubsections(section)) {
      String url = config.getString(section, name, ConfigConstants.CONFIG_KEY_URL);
      if (url != null && new RepoUrl(url).sameRepositoryAs(upstream)) {
        return in(repository, Constants.R_REMOTES + name + "/", false);
      }
    }
    throw new GitException(
        GitException.Kind.NOT_FOUND,
        "Your clone has no remote "
            + upstream.display()
            + ". Run git remote add --fetch upstream "
            + upstream.display()
            + " there.");
  }
}
