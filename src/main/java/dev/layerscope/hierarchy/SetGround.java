package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.generator.Generated;
import dev.layerscope.render.generator.GenerationException;
import dev.layerscope.render.generator.Ground;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the generators of one ApplicationSet stand on. One use, one thread. */
final class SetGround implements Ground {
  private final Resolver.Input input;
  private final Asking asking;
  private final Bud.OfSet bud;
  private final Settings settings;
  private final ParsedFiles parsed;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private boolean fromCommits = true;

  SetGround(
      Resolver.Input input,
      Asking asking,
      ControlPlanes planes,
      Bud.OfSet bud,
      ParsedFiles parsed) {
    this.parsed = parsed;
    this.input = input;
    this.asking = asking;
    this.bud = bud;
    this.settings = planes.settings(bud.id().controlPlane());
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public ParsedFiles parsed() {
    return parsed;
  }

  @Override
  public List<Mapping> samples() {
    return input.samples().of(bud.id());
  }

  @Override
  public Tree tree(RepoUrl repository, Optional<String> revision) throws GenerationException {
    Optional<Asked> question = asking.ask(bud, new Asked.Question(repository, revision, ""));
    question.ifPresentOrElse(asked::add, () -> fromCommits = false);
    return switch (input.repositories().at(repository)) {
      case Access.Unknown(RepoUrl url) ->
          throw opaque(
              FindingCode.UNKNOWN_REPOSITORY_WARNING, url.display() + " is not in the workspace");
      case Access.Unavailable(RepoUrl url, var kind, String reason) ->
          throw opaque(FindingCode.REPOSITORY_UNAVAILABLE_ERROR, reason);
      case Access.Available(RepoUrl url, Clone clone) -> {
        RevisionPolicy.Choice choice = Resolver.choice(input, bud, repository, revision);
        yield tree(clone, clone.resolve(choice.revision()), choice.certainty());
      }
    };
  }

  private static Tree tree(Clone clone, Resolution resolution, Certainty certainty)
      throws GenerationException {
    return switch (resolution) {
      case Resolution.Unresolved(String reason) ->
          throw GenerationException.failed(reason + " in " + clone.url().display());
      case Resolution.Resolved(Revision revision) -> tree(clone, revision, certainty);
      case Resolution.Ambiguous(Revision branch, Revision tag) ->
          tree(
              clone,
              branch,
              certainty.and(
                  Certainty.assumed(
                      "the branch " + branch.asked() + ", not the tag of that name")));
    };
  }

  private static Tree tree(Clone clone, Revision revision, Certainty certainty)
      throws GenerationException {
    return clone
        .snapshot(revision.commit())
        .map(snapshot -> new Tree(snapshot, certainty))
        .orElseThrow(() ->
            GenerationException.failed(
                "commit " + revision.commit() + " is not in " + clone.url().display()));
  }

  private GenerationException opaque(FindingCode code, String message) {
    findings.add(Finding.of(code, message, bud.set().manifest().locationOf("spec", "generators")));
    return GenerationException.opaque(message);
  }

  /** All that was asked of repositories; empty when more than commits had a say. */
  Optional<List<Asked>> asked() {
    return fromCommits ? Optional.of(asked) : Optional.empty();
  }

  /** What was generated, with what was met on the way. */
  Generated told(Generated generated) {
    if (findings.isEmpty()) {
      return generated;
    }
    findings.addAll(generated.findings());
    return new Generated(
        generated.applications(), generated.certainty(), generated.inherited(), findings);
  }
}
