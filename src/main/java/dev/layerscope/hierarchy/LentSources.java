package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.render.helm.values.References.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of an Application that have a {@code ref}: their files are value files of its charts
 * (specification §1.2).
 */
record LentSources(Repositories repositories) {
  /** What Argo CD says about the names of the sources; empty when they are right. */
  static Optional<String> wrong(Application application) {
    boolean named = false;
    for (Source source : application.sources()) {
      named |= source.ref().isPresent();
    }
    if (!named) {
      return Optional.empty(); // as of most
    }
    return References.wrong(
        application.sources().stream()
            .flatMap(source -> source.ref().stream())
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /**
   * @param choices the revision to read each source at, in the order of the sources
   */
  References of(Application application, List<RevisionPolicy.Choice> choices) {
    Map<String, Reference> byName = new HashMap<>();
    for (int i = 0; i < application.sources().size(); i++) {
      Source source = application.sources().get(i);
      Optional<String> revision = choices.get(i).revision();
      source
          .ref()
          .filter(name -> !name.isEmpty())
          .ifPresent(name -> byName.put(name, reference(source, revision)));
    }
    return new References(application.multiSource(), byName);
  }

  private Reference reference(Source source, Optional<String> revision) {
    if (source.chart().isPresent()) {
      return new Reference.Refused(
          "source has a 'chart' field defined, but Helm charts are not yet not supported for 'ref'"
              + " sources");
    }
    return switch (repositories.at(source.repoURL())) {
      case Access.Unknown(RepoUrl url) ->
          new Reference.Unavailable(url.display() + " is not in the workspace");
      case Access.Unavailable(RepoUrl url, var kind, String reason) ->
          new Reference.Unavailable(reason);
      case Access.Available(RepoUrl url, Clone clone) ->
          switch (clone.resolve(revision)) {
            case Resolution.Unresolved(String reason) ->
                new Reference.Refused(reason + " in " + url.display());
            case Resolution.Resolved(var at) -> at(clone, at.commit(), source);
            case Resolution.Ambiguous(var branch, var tag) -> at(clone, branch.commit(), source);
          };
    };
  }

  private static Reference at(Clone clone, String commit, Source source) {
    Optional<Snapshot> snapshot = clone.snapshot(commit);
    return snapshot.isPresent()
        ? new Reference.At(snapshot.get(), source.targetRevision().orElse(""))
        : new Reference.Unavailable("commit " + commit + " is not in " + clone.url().display());
  }
}
