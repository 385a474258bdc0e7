package dev.layerscope.operation.compare;

import dev.layerscope.diff.expected.SideNames;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.read.Upstream;
import dev.layerscope.operation.Selection;
import dev.layerscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a selection is called, and which branch carries it in each repository. */
record SelectionNames(Workspace workspace, Selection selection) implements SideNames {
  @Override
  public List<String> names() {
    return switch (selection.base()) {
      case Selection.Base.Declared() -> List.of();
      case Selection.Base.Folder ignored -> List.of();
      case Selection.Base.AtRef(String ref) -> List.of(ref);
      case Selection.Base.Environment(String name, boolean follow) -> {
        var names = new ArrayList<>(List.of(name));
        workspace.environment(name).map(Workspace.Environment::branch).ifPresent(names::add);
        yield names.stream().distinct().toList();
      }
    };
  }

  @Override
  public Optional<String> branchOf(String repoUrl) {
    var url = new RepoUrl(repoUrl);
    for (Map.Entry<String, String> override : selection.overrides().entrySet()) {
      if (new RepoUrl(override.getKey()).sameRepositoryAs(url)) {
        return Optional.of(branch(override.getValue()));
      }
    }
    return switch (selection.base()) {
      case Selection.Base.Declared() -> Optional.empty();
      case Selection.Base.Folder ignored -> Optional.empty();
      case Selection.Base.AtRef(String ref) -> Optional.of(ref);
      case Selection.Base.Environment(String name, boolean follow) ->
          workspace.environment(name).flatMap(e -> e.branchOf(url));
    };
  }

  /** Manifests name a branch by its short name. */
  private static String branch(String ref) {
    return Stream.of(Upstream.PREFIX, "refs/heads/")
        .filter(ref::startsWith)
        .findFirst()
        .map(prefix -> ref.substring(prefix.length()))
        .orElse(ref);
  }
}
