package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.finding.Nearest;
import dev.layerscope.git.Clone;
import dev.layerscope.git.MissingObjectException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.render.Context;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.Renderer;
import dev.layerscope.render.SourceType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks into the sources of one Application: finds repository and commit, and has them rendered.
 * Says at the Application what is its own mistake.
 */
record SourceReading(
    Repositories repositories, Renderer renderer, Application application, Context context) {
  private static final Set<FindingCode> SAID_BY_THE_APPLICATION =
      EnumSet.of(
          FindingCode.MISSING_PATH_ERROR,
          FindingCode.PATH_NOT_DIRECTORY_ERROR,
          FindingCode.PATH_OUTSIDE_REPOSITORY_ERROR,
          FindingCode.PATH_IS_SYMLINK_WARNING,
          FindingCode.MULTIPLE_SOURCE_TYPES_ERROR,
          FindingCode.INVALID_GLOB_WARNING);

  /**
   * A source with its commit, and what it rendered to.
   *
   * @param fromCommits whether nothing else had a say than commits that sources are read at
   */
  record Looked(ResolvedSource source, Rendered rendered, boolean fromCommits) {}

  /**
   * @param revision to read it at
   */
  Looked look(Source source, Optional<String> revision) {
    if (source.chart().isPresent()) {
      Rendered chart = renderer.chart(source, context, place(source));
      return new Looked(unread(source, chart.type()), chart, false);
    }
    return switch (repositories.at(source.repoURL())) {
      case Access.Unknown unknown ->
          opaque(
              source,
              FindingCode.UNKNOWN_REPOSITORY_WARNING,
              unknown.url()
                  + " is not in the workspace"
                  + MeantRepository.question(unknown.url(), repositories));
      case Access.Unavailable(RepoUrl url, var kind, String reason) ->
          opaque(source, FindingCode.REPOSITORY_UNAVAILABLE_ERROR, reason);
      case Access.Available(RepoUrl url, Clone clone) when clone.isEmpty() ->
          refused(source, FindingCode.REPOSITORY_EMPTY_ERROR, url.display() + " holds no commit");
      case Access.Available(RepoUrl url, Clone clone) ->
          at(source, clone, clone.resolve(revision, source.tagPrefix().orElse("")));
    };
  }

  private Looked at(Source source, Clone clone, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Unresolved(String reason) ->
          refused(
              source,
              FindingCode.UNRESOLVED_REVISION_ERROR,
              reason + " in " + clone.url().display() + meant(source, clone));
      case Resolution.Resolved(Revision revision) -> read(source, clone, revision);
      case Resolution.Ambiguous(Revision branch, Revision tag) -> {
        Looked looked = read(source, clone, branch);
        var findings = new ArrayList<>(looked.rendered().findings());
        findings.add(
            Finding.of(
                FindingCode.AMBIGUOUS_REVISION_WARNING,
                "“"
                    + branch.asked()
                    + "” is a branch and a tag of "
                    + clone.url().display()
                    + "; which of them Argo CD takes is not defined, the branch is shown",
                place(source)));
        Rendered r = looked.rendered();
        Certainty assumed =
            r.certainty()
                .and(
                    Certainty.assumed(
                        "the branch " + branch.asked() + ", not the tag of that name"));
        yield new Looked(
            looked.source(),
            new Rendered(r.type(), r.manifests(), assumed, findings, r.groups(), r.failed()),
            looked.fromCommits());
      }
    };
  }

  private static String meant(Source source, Clone clone) {
    var names = new ArrayList<>(clone.branches());
    names.addAll(clone.tags());
    return Nearest.question(source.targetRevision().orElse(""), names);
  }

  private Looked read(Source source, Clone clone, Revision revision) {
    Optional<Snapshot> snapshot = clone.snapshot(revision.commit());
    if (snapshot.isEmpty()) {
      String message = "commit " + revision.commit() + " is not in " + clone.url().display();
      return refused(source, FindingCode.UNRESOLVED_REVISION_ERROR, message);
    }
    Renderer.Answer answer;
    try {
      answer = renderer.answer(source, snapshot.get(), context);
    } catch (MissingObjectException damaged) {
      return opaque(
          source, FindingCode.REPOSITORY_UNAVAILABLE_ERROR, String.valueOf(damaged.getMessage()));
    } catch (OutOfMemoryError tooMuch) {
      // What it had built is let go of with this; the others have their memory again.
      return opaque(
          source,
          FindingCode.MANIFEST_TOO_LARGE_ERROR,
          "rendering it takes more memory than this program may have");
    } catch (RuntimeException fault) {
      if (Stumbled.isCancelled(fault)) {
        throw fault;
      }
      return opaque(source, FindingCode.RENDERING_FAILED_WARNING, Stumbled.over(source, fault));
    }
    Rendered rendered = answer.rendered();
    return new Looked(
        new ResolvedSource(source, clone.url().text(), rendered.type(), Optional.of(revision)),
        atTheDeclaration(rendered, source),
        answer.fromCommits());
  }

  /**
   * What the Application itself says wrongly is mended where it says so. The renderer knows only
   * the place that is not there.
   */
  private Rendered atTheDeclaration(Rendered rendered, Source source) {
    if (rendered.findings().isEmpty()
        || rendered.findings().stream()
            .noneMatch(f -> SAID_BY_THE_APPLICATION.contains(f.code()))) {
      return rendered;
    }
    Location place = pathPlace(source);
    List<Finding> findings =
        rendered.findings().stream()
            .map(f -> SAID_BY_THE_APPLICATION.contains(f.code()) ? declared(f, place) : f)
            .toList();
    return new Rendered(
        rendered.type(),
        rendered.manifests(),
        rendered.certainty(),
        findings,
        rendered.groups(),
        rendered.failed());
  }

  private Finding declared(Finding finding, Location place) {
    boolean waits =
        finding.code() == FindingCode.MISSING_PATH_ERROR && application.waitsForOthers();
    return waits
        ? Finding.of(
            FindingCode.HYDRATION_PENDING_WARNING,
            "waiting for an external process to bring what is hydrated to "
                + application.sources().getFirst().targetRevision().orElse("the branch")
                + ": "
                + finding.message(),
            place)
        : Finding.of(finding.code(), finding.message(), place);
  }

  private Location pathPlace(Source source) {
    return application.sources().size() == 1 && !application.hydrated()
        ? application.manifest().locationOf("spec", "source", "path")
        : place(source);
  }

  private Looked opaque(Source source, FindingCode code, String message) {
    var finding = Finding.of(code, message, place(source));
    return new Looked(
        unread(source, SourceType.UNKNOWN),
        Rendered.opaque(SourceType.UNKNOWN, message, List.of(finding)),
        false);
  }

  Looked refused(Source source, FindingCode code, String message) {
    var finding = Finding.of(code, message, place(source));
    return new Looked(
        unread(source, SourceType.UNKNOWN), Rendered.failed(SourceType.UNKNOWN, finding), false);
  }

  private static ResolvedSource unread(Source source, SourceType type) {
    return new ResolvedSource(source, source.repoURL().text(), type, Optional.empty());
  }

  private Location place(Source source) {
    return source.line() > 0
        ? application.manifest().origin().line(source.line())
        : application.manifest().location();
  }
}
