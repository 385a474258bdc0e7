package dev.layerscope.edit.team;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import java.util.List;
import java.util.Optional;

/**
 * A team's repository as its Application will read it.
 *
 * @param url as the workspace spells it
 * @param revision the environment's branch there
 * @param tool whether a kustomization or chart stands at its root
 * @param notes what is good to know
 * @param warnings what nobody could check
 */
public record TeamSource(
    RepoUrl url, String revision, boolean tool, List<String> notes, List<String> warnings) {
  private static final List<String> TOOLS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization", "Chart.yaml");

  public static TeamSource of(Ground ground, RepoUrl asked) throws RefusedException {
    return switch (ground.repositories().at(asked)) {
      case Access.Available(RepoUrl url, Clone clone) -> known(ground, asked, url, clone);
      case Access.Unavailable(RepoUrl url, GitException.Kind ignored, String reason) ->
          unchecked(ground, url, url.display() + " could not be read (" + reason + ")");
      case Access.Unknown(RepoUrl url) ->
          unchecked(ground, url, url.display() + " is not in the workspace");
    };
  }

  /** One that is made with the binding. */
  static TeamSource made(Ground ground, RepoUrl url) throws RefusedException {
    String branch = ground.branchOf(url).orElseThrow(() -> noPart(ground, url));
    return new TeamSource(url, branch, false, List.of(), List.of());
  }

  private static TeamSource unchecked(Ground ground, RepoUrl url, String why)
      throws RefusedException {
    String branch = ground.branchOf(url).orElseThrow(() -> noPart(ground, url));
    return new TeamSource(
        url,
        branch,
        false,
        List.of(),
        List.of(why + ": nobody checked that it has a branch " + branch + ", nor what it holds."));
  }

  private static TeamSource known(Ground ground, RepoUrl asked, RepoUrl url, Clone clone)
      throws RefusedException {
    String wanted = ground.branchOf(url).orElseThrow(() -> noPart(ground, url));
    List<String> spelling =
        asked.text().equals(url.text())
            ? List.of()
            : List.of("The repository is written " + url.text() + ", as the workspace spells it.");
    if (clone.branch(wanted).isPresent()) {
      return new TeamSource(url, wanted, hasTool(clone, wanted), spelling, List.of());
    }
    List<String> branches = clone.branches();
    if (branches.size() == 1 && !ground.carriesAny(url, branches.getFirst())) {
      String trunk = branches.getFirst();
      String note =
          url.shortName() + " has one branch, " + trunk + ", which every environment reads.";
      return new TeamSource(url, trunk, hasTool(clone, trunk), join(spelling, note), List.of());
    }
    throw new RefusedException(
        url.display()
            + " has no branch "
            + wanted
            + ", so the Application would find nothing in "
            + ground.environment()
            + ".",
        branches.isEmpty()
            ? "The repository is empty: push its first commit."
            : "There are: " + String.join(", ", branches) + ". Make the branch first.");
  }

  private static boolean hasTool(Clone clone, String branch) {
    Optional<Snapshot> snapshot = clone.branch(branch).flatMap(b -> clone.snapshot(b.commit()));
    return snapshot
        .filter(s -> TOOLS.stream().anyMatch(t -> s.find(TreePath.of(t)).isPresent()))
        .isPresent();
  }

  private static List<String> join(List<String> texts, String more) {
    return java.util.stream.Stream.concat(texts.stream(), java.util.stream.Stream.of(more))
        .toList();
  }

  private static RefusedException noPart(Ground ground, RepoUrl url) {
    return new RefusedException(
        url.display() + " takes no part in " + ground.environment() + ", the workspace says.", "");
  }
}
