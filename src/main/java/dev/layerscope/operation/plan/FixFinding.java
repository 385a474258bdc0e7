package dev.layerscope.operation.plan;

import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Proposal;
import dev.layerscope.edit.intention.Fix;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Branch;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings whose cure is mechanical, as edits. */
public final class FixFinding {
  private FixFinding() {}

  /**
   * The edit that cures a finding; empty where only a person can.
   *
   * @param selection at which it was seen: without an environment the one whose branch it was read
   *     at
   */
  public static Optional<Fix> of(Opened opened, Selection selection, Finding finding) {
    if (!Fix.isKnownFor(finding.code()) || finding.locations().isEmpty()) {
      return Optional.empty();
    }
    return selection
        .environmentName()
        .or(() -> environment(opened, finding.locations().getFirst()))
        .map(name -> new Fix(finding, name));
  }

  private static Optional<String> environment(Opened opened, Location location) {
    if (location.repoUrl().isEmpty()) {
      return Optional.empty();
    }
    var url = new RepoUrl(location.repoUrl());
    if (!(opened.access().at(url) instanceof Access.Available available)) {
      return Optional.empty();
    }
    return EnvironmentRevisions.branchesByEnvironment(opened.workspace(), url).entrySet().stream()
        .filter(e ->
            available
                .repository()
                .branch(e.getValue())
                .map(Branch::commit)
                .filter(location.revision()::equals)
                .isPresent())
        .map(e -> e.getKey())
        .findFirst();
  }

  /** The findings of an environment that can be cured so. */
  public static List<Fix> all(Opened opened, Workspace.Environment environment, Progress progress) {
    Selection selection = Selection.environment(environment.name());
    return findings(Resolve.resolve(opened, selection, progress))
        .distinct()
        .flatMap(finding -> of(opened, selection, finding).stream())
        .toList();
  }

  private static Stream<Finding> findings(Hierarchy hierarchy) {
    return hierarchy.nodes().stream().flatMap(node -> node.findings().stream());
  }

  /** A cure has to be seen: else the value comes from somewhere else. */
  static Optional<Proposal.Refused> refuse(Fix fix, Preview preview) {
    Finding cured = fix.finding();
    if (findings(preview.after()).noneMatch(f -> same(f, cured))) {
      return findings(preview.before()).anyMatch(f -> same(f, cured))
          ? Optional.empty()
          : Optional.of(
              new Proposal.Refused(
                  cured.code().text() + " is not seen in " + preview.environment() + ".", ""));
    }
    return Optional.of(
        new Proposal.Refused(
            "With the change "
                + cured.code().text()
                + " would still be there: something over it decides.",
            cured.code().explanation().cure()));
  }

  private static boolean same(Finding a, Finding b) {
    return a.code() == b.code() && a.message().equals(b.message());
  }
}
