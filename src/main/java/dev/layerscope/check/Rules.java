package dev.layerscope.check;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every rule there is. */
public final class Rules {
  private Rules() {}

  /**
   * All of them, for one use.
   *
   * @param branchesByEnvironment environment to branch, for a repository; only branches that exist
   * @param repositories to look into for files that nobody reads
   */
  public static List<Rule> all(
      Function<RepoUrl, Map<String, String>> branchesByEnvironment, Repositories repositories) {
    Map<RepoUrl, Map<String, String>> asked = new HashMap<>();
    return List.of(
        new WrongEnvironmentRevision(url -> asked.computeIfAbsent(url, branchesByEnvironment)),
        new EmptyApplication(),
        new ManualParent(),
        new MissingProject(),
        new SharedResources(),
        new CustomResources(),
        new ChildWaves(),
        new Finalizers(),
        new PrunePolicy(),
        new Annotations(),
        new Namespaces(),
        new OperatorGroups(),
        new RepositorySpellings(),
        new TeamRepositories(),
        new ProjectPermissions(),
        new WideProjects(),
        new LeftoverFiles(repositories),
        new Credentials(),
        new ValueFileCredentials(repositories),
        new SourceRevisions(),
        new ReleaseNames(),
        new ApplicationSetTemplates());
  }
}
