package dev.layerscope.check;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import java.util.ArrayList;
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
    var all =
        new ArrayList<Rule>(ofNodes(url -> asked.computeIfAbsent(url, branchesByEnvironment)));
    all.addAll(ofFiles(repositories, new SeenFolders()));
    return List.copyOf(all);
  }

  /**
   * Those that look at nodes and what they deliver.
   *
   * @param branchesByEnvironment environment to branch, for a repository; only branches that exist
   */
  static List<Rule> ofNodes(Function<RepoUrl, Map<String, String>> branchesByEnvironment) {
    return List.of(
        new WrongEnvironmentRevision(branchesByEnvironment),
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
        new Credentials(),
        new SourceRevisions(),
        new ReleaseNames(),
        new FieldTypes(),
        new ObjectNames(),
        new ApplicationSetTemplates());
  }

  /**
   * Those that look into files, and tell of each once, on the first Application that reads it.
   *
   * @param repositories to look into
   * @param folders that were looked into before
   */
  static List<Rule.OfFiles> ofFiles(Repositories repositories, SeenFolders folders) {
    return List.of(
        new LeftoverFiles(repositories, folders), new ValueFileCredentials(repositories));
  }
}
