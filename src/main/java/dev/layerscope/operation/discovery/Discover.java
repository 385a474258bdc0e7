package dev.layerscope.operation.discovery;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.EnvironmentNames;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceDraft;
import dev.layerscope.workspace.WorkspaceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows one bootstrap Application through every repository it leads to. Clones what it names,
 * resolves, clones what that names, until nothing new is named. Each repository is asked for once;
 * one that cannot be had stops nobody. Clones made before a cancel are there the next time.
 */
public final class Discover {
  private final Path clones;
  private final Wishes wishes;
  private final Watcher watcher;

  /**
   * @param clones the folder of the managed clones
   */
  public Discover(Path clones, Watcher watcher) {
    this(clones, Wishes.NONE, watcher);
  }

  public Discover(Path clones, Wishes wishes, Watcher watcher) {
    this.clones = clones;
    this.wishes = wishes;
    this.watcher = watcher;
  }

  /**
   * Finds everything a start leads to.
   *
   * @param name of the new workspace
   * @param folder where its file will lie
   * @throws WorkspaceException when the start is a file nothing can be read from
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Discovered from(Start start, String name, Path folder, Progress progress)
      throws WorkspaceException {
    Listing listing = Listing.read(start instanceof Start.Listed(String lines) ? lines : "");
    Wishes heeded = wishes.inPlace(listing.clones());
    var cloning = new Cloning(clones, heeded, progress, watcher);
    WorkspaceDraft draft = Beginning.draft(start, name);
    switch (start) {
      case Start.InRepository inGit -> cloning.add(List.of(Named.first(inGit.url())));
      case Start.ManifestFile ignored -> {}
      case Start.Listed ignored ->
          cloning.add(listing.repositories().stream().map(Named::first).toList());
    }
    try {
      return grow(draft.withClones(heeded.clones()), folder, cloning, progress);
    } finally {
      cloning.close();
    }
  }

  /** Resolves and clones by turns; ends when a turn shows nothing new. */
  private Discovered grow(WorkspaceDraft beginning, Path folder, Cloning cloning, Progress progress)
      throws WorkspaceException {
    WorkspaceDraft draft = beginning;
    while (true) {
      progress.stopIfCancelled();
      cloning.cloneWaiting();
      Workspace workspace = draft.withRepositories(cloning.urls()).asIf(folder);
      var repositories = new OpenRepositories(workspace, cloning.access());
      Hierarchy hierarchy =
          Resolve.resolve(new Opened(workspace, repositories), Selection.DECLARED, progress);
      tell(hierarchy);
      boolean grown = cloning.add(Named.in(hierarchy, repositories.missed()));
      Optional<String> namespace = namespace(hierarchy);
      if (!grown && namespace.equals(draft.namespace())) {
        return finished(draft, cloning, hierarchy);
      }
      // Applications outside the control plane's namespace are dormant: it has to be known first.
      draft = draft.withNamespace(namespace);
    }
  }

  private void tell(Hierarchy hierarchy) {
    List<HierarchyNode> applications =
        hierarchy.nodes().stream().filter(node -> node.kind() == NodeKind.APPLICATION).toList();
    long followed =
        applications.stream()
            .filter(node ->
                node.sources().stream()
                    .allMatch(s -> s.revision().isPresent() || s.declared().chart().isPresent()))
            .count();
    watcher.followed(hierarchy, (int) followed, applications.size());
  }

  private Discovered finished(WorkspaceDraft draft, Cloning cloning, Hierarchy hierarchy) {
    var branches = new ArrayList<List<String>>();
    for (Access access : cloning.access()) {
      if (access instanceof Access.Available(RepoUrl ignored, Clone clone)) {
        branches.add(clone.branches());
      }
    }
    List<String> environments = EnvironmentNames.proposed(branches);
    List<Lookalike> lookalikes = Lookalikes.among(cloning.urls());
    var notes = new LinkedHashSet<>(draft.notes());
    if (!environments.isEmpty()) {
      notes.add("The environments are a guess from the branches that repositories share.");
    }
    lookalikes.forEach(pair -> notes.add(pair.text()));
    cloning.found().stream()
        .filter(FoundRepository::isMissing)
        .forEach(f -> notes.add("Could not be read: " + f.url().display()));
    var whole =
        new WorkspaceDraft(
            draft.name(),
            draft.namespace(),
            cloning.urls(),
            draft.root(),
            environments,
            List.copyOf(notes),
            said(cloning.urls(), wishes::remote),
            ProposedLayers.in(hierarchy, cloning.urls()),
            Map.of(),
            wishes.depth(),
            draft.clones());
    boolean read =
        draft.root() instanceof WorkspaceDraft.DraftRoot.None
            || hierarchy.roots().stream().anyMatch(root -> !root.declared().isEmpty());
    return new Discovered(whole, cloning.found(), lookalikes, read);
  }

  /** What was said of a repository in whatever spelling, by the spelling that the file has. */
  private static <T> Map<RepoUrl, T> said(List<RepoUrl> urls, Function<RepoUrl, Optional<T>> said) {
    var all = new HashMap<RepoUrl, T>();
    urls.forEach(url -> said.apply(url).ifPresent(one -> all.put(url, one)));
    return all;
  }

  /** The namespace the bootstrap Application itself lies in is the control plane's. */
  private static Optional<String> namespace(Hierarchy hierarchy) {
    return hierarchy.roots().stream()
        .flatMap(root -> root.declared().stream())
        .map(id -> hierarchy.get(id).manifest().namespace())
        .filter(namespace -> !namespace.isEmpty() && !namespace.equals("argocd"))
        .findFirst();
  }
}
