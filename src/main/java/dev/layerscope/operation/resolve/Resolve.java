package dev.layerscope.operation.resolve;

import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.SettledRepositories;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.Layers;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.Resolver;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.hierarchy.SampleParameters;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.RefRevisions;
import dev.layerscope.workspace.RootFiles;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceControlPlanes;
import dev.layerscope.yaml.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Resolves an open workspace at a selection of revisions: the picture that everything else starts
 * from.
 */
public final class Resolve {
  private Resolve() {}

  /** The whole hierarchy. */
  public static Hierarchy resolve(Opened opened, Selection selection, Progress progress) {
    return resolve(opened, selection, Set.of(), progress);
  }

  /** The whole hierarchy, as it is kept where nothing has changed that decides it. */
  public static Hierarchy kept(Opened opened, Selection selection, Progress progress) {
    return opened.pictures().of(opened, selection, () -> resolve(opened, selection, progress));
  }

  /**
   * The hierarchy of some roots.
   *
   * @param rootNames the roots wanted; empty for all
   */
  public static Hierarchy resolve(
      Opened opened, Selection selection, Set<String> rootNames, Progress progress) {
    return resolve(opened, selection, rootNames, policy(opened, selection), progress);
  }

  /**
   * The same read at other revisions than the selection would.
   *
   * @param policy as a rule {@link #policy} with something over it
   */
  public static Hierarchy resolve(
      Opened opened,
      Selection selection,
      Set<String> rootNames,
      RevisionPolicy policy,
      Progress progress) {
    Workspace workspace = opened.workspace();
    List<Root> roots = roots(workspace, selection, rootNames);
    var settled = new SettledRepositories(opened.access());
    var input =
        new Resolver.Input(
            roots,
            settled,
            new WorkspaceControlPlanes(workspace),
            layers(workspace),
            policy,
            new Samples(workspace));
    Hierarchy hierarchy = new Resolver(input, opened.renderer()).resolve(progress);
    return new WorkspaceChecks(workspace, settled, opened.checks()).addTo(hierarchy);
  }

  private static List<Root> roots(Workspace workspace, Selection selection, Set<String> rootNames) {
    if (selection.base() instanceof Selection.Base.Folder folder) {
      return List.of(FolderRoot.of(workspace, folder));
    }
    return RootFiles.of(workspace).stream()
        .filter(r -> rootNames.isEmpty() || rootNames.contains(r.name()))
        .toList();
  }

  /**
   * The manifests a node's sources render to, read again from git.
   *
   * @param hierarchy of the same workspace
   * @param node of that hierarchy
   */
  public static List<Manifest> manifests(
      Opened opened, Hierarchy hierarchy, HierarchyNode node, Progress progress) {
    if (node.application().isEmpty()) {
      return List.of(node.manifest());
    }
    progress.stopIfCancelled();
    var choices =
        node.sources().stream()
            .map(s ->
                new RevisionPolicy.Choice(
                    s.revision().map(r -> r.commit()).or(s.declared()::targetRevision),
                    Certainty.EXACT))
            .toList();
    Settings settings = hierarchy.controlPlanes().settings(node.id().controlPlane());
    return opened
        .renderer()
        .render(node.application().get(), node.id(), settings, choices, Certainty.EXACT)
        .manifests();
  }

  /** Which layer a repository is, as the workspace says; else its short name. */
  public static Layers layers(Workspace workspace) {
    return new LayersOf(workspace);
  }

  /** Values, so that what was found with the same workspace is known to be. */
  private record LayersOf(Workspace workspace, Map<RepoUrl, String> known) implements Layers {
    LayersOf(Workspace workspace) {
      this(workspace, new ConcurrentHashMap<>());
    }

    @Override
    public String of(RepoUrl url) {
      String before = known.get(url);
      return before == null ? known.computeIfAbsent(url, this::found) : before;
    }

    private String found(RepoUrl url) {
      return workspace
          .repository(url)
          .flatMap(Workspace.RepositoryEntry::layer)
          .orElse(url.shortName());
    }

    /** What is known already is no part of the value. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other == this || other instanceof LayersOf that && workspace.equals(that.workspace);
    }

    @Override
    public int hashCode() {
      return workspace.hashCode();
    }
  }

  private record Samples(Workspace workspace) implements SampleParameters {
    @Override
    public List<Mapping> of(NodeId set) {
      return workspace.samplesOf(set.controlPlane(), set.namespace(), set.name());
    }
  }

  /**
   * The revisions a selection stands for.
   *
   * @throws IllegalArgumentException when the workspace has no environment of its name
   */
  public static RevisionPolicy policy(Opened opened, Selection selection) {
    var overrides = new HashMap<RepoUrl, String>();
    selection.overrides().forEach((url, ref) -> overrides.put(new RepoUrl(url), ref));
    RevisionPolicy base =
        switch (selection.base()) {
          case Selection.Base.Declared() -> RevisionPolicy.AS_DECLARED;
          case Selection.Base.AtRef ignored -> RevisionPolicy.AS_DECLARED;
          case Selection.Base.Folder ignored -> RevisionPolicy.AS_DECLARED;
          case Selection.Base.Environment(String name, boolean follow) ->
              new EnvironmentRevisions(
                  opened.workspace(),
                  opened
                      .workspace()
                      .environment(name)
                      .orElseThrow(() -> new IllegalArgumentException("no environment " + name)),
                  opened.access(),
                  follow);
        };
    Optional<String> everywhere =
        selection.base() instanceof Selection.Base.AtRef(String ref)
            ? Optional.of(ref)
            : Optional.empty();
    return new RefRevisions(base, opened.access(), everywhere, overrides);
  }
}
