package dev.layerscope.edit.intention;

import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;

/**
 * A team is to be bound: its repository delivered into its own namespace, by its own project, with
 * read access for its people.
 *
 * @param name of the team: the Application, the project and the files carry it
 * @param repository the team's own; it is not touched, unless it is made here
 * @param in the root or the layer that binds it
 * @param namespace empty for the team's name
 * @param group the people's group in the cluster's login; empty for what the neighbours' names
 *     suggest
 * @param quota text of ResourceQuota and LimitRange manifests, when wanted
 * @param createRepository whether the repository is made here, with a README
 * @param environments names, in promotion order
 */
public record TeamBinding(
    String name,
    RepoUrl repository,
    String in,
    Optional<String> namespace,
    Optional<String> group,
    Optional<String> quota,
    boolean createRepository,
    List<String> environments)
    implements Intention {
  public TeamBinding {
    environments = List.copyOf(environments);
  }

  /** A binding with every default, in one environment. */
  public static TeamBinding of(String name, RepoUrl repository, String in, String environment) {
    return new TeamBinding(
        name,
        repository,
        in,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(environment));
  }

  /** The namespace asked for, or the team's name. */
  public String effectiveNamespace() {
    return namespace.orElse(name);
  }

  /** The Application that delivers a team's namespace where a hub's own folder does not go. */
  public static String delivery(String team) {
    return team + "-binding";
  }
}
