package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Clone;
import dev.layerscope.git.MissingObjectException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the manifest of a root, wherever it is. */
final class RootReader {
  private final Resolver.Input input;

  RootReader(Resolver.Input input) {
    this.input = input;
  }

  /**
   * What a root's manifest holds.
   *
   * @param part whether the root takes part in what is looked at
   * @param revision the commit a file in git was read at
   * @param unknown why it could not be read
   */
  record Planted(
      Root root,
      boolean part,
      List<Manifest> manifests,
      Optional<Revision> revision,
      Optional<String> unknown,
      List<Finding> findings) {
    static Planted unknown(Root root, Finding finding) {
      return new Planted(
          root,
          true,
          List.of(),
          Optional.empty(),
          Optional.of(finding.message()),
          List.of(finding));
    }
  }

  Planted read(Root root) {
    return switch (root.bootstrap()) {
      case Root.Bootstrap.Local local -> {
        boolean here =
            input.revisions().rootFile(root, new RepoUrl(""), Optional.empty())
                instanceof RevisionPolicy.RootRead.At;
        Optional<String> unreadable =
            local.manifests().isEmpty()
                ? local.findings().stream().findFirst().map(Finding::message)
                : Optional.empty();
        yield new Planted(
            root, here, local.manifests(), Optional.empty(), unreadable, local.findings());
      }
      case Root.Bootstrap.InGit inGit -> readInGit(root, inGit);
    };
  }

  private Planted readInGit(Root root, Root.Bootstrap.InGit inGit) {
    Location place = new Location(inGit.repoURL().text(), "", inGit.path(), 0);
    return switch (input.revisions().rootFile(root, inGit.repoURL(), inGit.revision())) {
      case RevisionPolicy.RootRead.NotHere() ->
          new Planted(root, false, List.of(), Optional.empty(), Optional.empty(), List.of());
      case RevisionPolicy.RootRead.Unknown(String reason) ->
          Planted.unknown(
              root, Finding.of(FindingCode.UNKNOWN_IN_ENVIRONMENT_WARNING, reason, place));
      case RevisionPolicy.RootRead.At(Optional<String> revision) ->
          switch (input.repositories().at(inGit.repoURL())) {
            case Repositories.Access.Available(RepoUrl ignored, Clone clone) ->
                readAt(root, inGit, clone, revision, place);
            case Repositories.Access.Unavailable(RepoUrl url, var ignored, String reason) ->
                Planted.unknown(
                    root, Finding.of(FindingCode.REPOSITORY_UNAVAILABLE_ERROR, reason, place));
            case Repositories.Access.Unknown(RepoUrl url) ->
                Planted.unknown(
                    root,
                    Finding.of(
                        FindingCode.UNKNOWN_REPOSITORY_WARNING,
                        url.display() + " is not in the workspace",
                        place));
          };
    };
  }

  private static Planted readAt(
      Root root, Root.Bootstrap.InGit inGit, Clone clone, Optional<String> asked, Location place) {
    return switch (clone.resolve(asked)) {
      case Resolution.Unresolved(String reason) ->
          Planted.unknown(root, Finding.of(FindingCode.UNRESOLVED_REVISION_ERROR, reason, place));
      case Resolution.Ambiguous(Revision branch, Revision ignored) ->
          readFile(root, inGit, clone, branch, place);
      case Resolution.Resolved(Revision revision) -> readFile(root, inGit, clone, revision, place);
    };
  }

  private static Planted readFile(
      Root root, Root.Bootstrap.InGit inGit, Clone clone, Revision revision, Location place) {
    Optional<Snapshot> snapshot = clone.snapshot(revision.commit());
    Optional<TreePath> path = TreePath.clean(inGit.path());
    if (snapshot.isEmpty()
        || path.isEmpty()
        || !(snapshot.get().follow(path.get()) instanceof Snapshot.Target.Found(var entry))
        || !entry.isFile()) {
      return Planted.unknown(
          root,
          Finding.of(
              FindingCode.ROOT_UNREADABLE_ERROR,
              inGit.path()
                  + " is no file in "
                  + inGit.repoURL().display()
                  + " at "
                  + revision.asked(),
              place));
    }
    try {
      return ofDocuments(
          root,
          revision,
          YamlReader.read(snapshot.get().read(entry), Reading.ARGO),
          Origin.of(snapshot.get(), entry.path()));
    } catch (MissingObjectException damaged) {
      String reason = String.valueOf(damaged.getMessage());
      return Planted.unknown(
          root, Finding.of(FindingCode.REPOSITORY_UNAVAILABLE_ERROR, reason, place));
    }
  }

  /** The Argo CD kinds of a root's manifest. */
  private static Planted ofDocuments(
      Root root, Revision revision, List<Document> documents, Origin origin) {
    var manifests = new ArrayList<Manifest>();
    var findings = new ArrayList<Finding>();
    for (Document document : documents) {
      switch (document) {
        case Document.Content(int line, Mapping mapping, var notices) ->
            Manifest.of(mapping, origin)
                .filter(m ->
                    NodeKind.ofArgoKind(m.gvk().kind()).isPresent()
                        && m.gvk().isArgo(m.gvk().kind()))
                .ifPresent(manifests::add);
        case Document.Content(int line, var other, var notices) ->
            findings.add(
                Finding.of(
                    FindingCode.MANIFEST_UNREADABLE_ERROR, "not a mapping", origin.line(line)));
        case Document.Broken(int line, String message) ->
            findings.add(
                Finding.of(FindingCode.MANIFEST_UNREADABLE_ERROR, message, origin.line(line)));
        case Document.Empty ignored -> {}
      }
    }
    if (manifests.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.ROOT_UNREADABLE_ERROR,
              origin.path() + " holds no Application, ApplicationSet or AppProject",
              origin.line(0)));
    }
    Optional<String> unknown =
        manifests.isEmpty() ? Optional.of(findings.getFirst().message()) : Optional.empty();
    return new Planted(root, true, manifests, Optional.of(revision), unknown, findings);
  }
}
