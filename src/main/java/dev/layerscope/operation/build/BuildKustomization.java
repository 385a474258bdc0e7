package dev.layerscope.operation.build;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.LocalFolder;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizationEdit;
import dev.layerscope.render.kustomize.KustomizeRenderer;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Builds one kustomization, outside of any workspace, with the built-in Kustomize. */
public final class BuildKustomization {
  private final Path clones;
  private final BuildOptions options;
  private final Optional<UsersTool> tool;

  /**
   * @param clones the folder of the managed clones
   * @param options how {@code kustomize build} would be called
   * @param tool of the user's, asked about what is not built exactly here
   */
  public BuildKustomization(Path clones, BuildOptions options, Optional<UsersTool> tool) {
    this.tool = tool;
    this.clones = clones;
    this.options = options;
  }

  /**
   * What a kustomization builds.
   *
   * @throws GitException when the repository, the revision or the folder in it is not to be had
   * @throws IOException when the folder on the disk is not there
   */
  public Built build(KustomizationPlace place, Progress progress) throws GitException, IOException {
    return switch (place) {
      case KustomizationPlace.OnDisk onDisk -> {
        LocalFolder folder = LocalFolder.at(onDisk.folder());
        yield build(folder.snapshot(), folder.path(), new Nothing());
      }
      case KustomizationPlace.InRepository there -> {
        try (Clone clone =
            new Clones(clones)
                .open(there.repository(), there.repository().text(), Optional.empty(), progress)) {
          TreePath path =
              TreePath.clean(there.path())
                  .orElseThrow(() -> missing(there.path() + " leaves the repository."));
          yield build(snapshot(clone, there.revision()), path, new OneRepository(clone));
        }
      }
    };
  }

  private static Snapshot snapshot(Clone clone, Optional<String> revision) throws GitException {
    String commit =
        switch (clone.resolve(revision)) {
          case Resolution.Resolved resolved -> resolved.revision().commit();
          case Resolution.Ambiguous ambiguous -> ambiguous.branch().commit();
          case Resolution.Unresolved unresolved -> throw missing(unresolved.reason());
        };
    return clone
        .snapshot(commit)
        .orElseThrow(() -> missing("The commit " + commit + " is not here."));
  }

  private Built build(Snapshot snapshot, TreePath path, Repositories repositories)
      throws GitException {
    TreeEntry folder =
        snapshot
            .find(path)
            .filter(TreeEntry::isDirectory)
            .orElseThrow(() -> missing("There is no folder " + path + " in " + snapshot + "."));
    var renderer = new KustomizeRenderer(repositories, new ParsedFiles());
    return tool.map(renderer::asking)
        .orElse(renderer)
        .build(snapshot, folder, options, KustomizationEdit.NONE);
  }

  private static GitException missing(String what) {
    return new GitException(GitException.Kind.NOT_FOUND, what);
  }

  /** Remote bases of a folder on the disk: nobody said where their clones are. */
  private record Nothing() implements Repositories {
    @Override
    public Access at(RepoUrl url) {
      return new Access.Unknown(url);
    }

    @Override
    public List<Access> all() {
      return List.of();
    }
  }

  /** A repository that may be its own remote base. */
  private record OneRepository(Clone own) implements Repositories {
    @Override
    public Access at(RepoUrl url) {
      return url.sameRepositoryAs(own.url())
          ? new Access.Available(own.url(), own)
          : new Access.Unknown(url);
    }

    @Override
    public List<Access> all() {
      return List.of(new Access.Available(own.url(), own));
    }
  }
}
