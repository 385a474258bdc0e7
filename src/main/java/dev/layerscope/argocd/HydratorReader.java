package dev.layerscope.argocd;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code spec.sourceHydrator} (specification §1.1, §1.13): what is deployed is the branch the
 * hydrator writes to; what it is made from is the dry source.
 */
final class HydratorReader {
  private final Mapping hydrator;
  private final List<Wrong> wrong = new ArrayList<>();

  private HydratorReader(Mapping hydrator) {
    this.hydrator = hydrator;
  }

  /** What Argo CD refuses, and where it stands. */
  record Wrong(String message, Node at) {}

  /**
   * What was read.
   *
   * @param sync what is deployed; empty when Argo CD refuses the whole
   * @param dry what will be hydrated
   * @param elsewhere whether the hydrator writes to another branch, from which somebody has to
   *     bring it over
   */
  record Read(Optional<Source> sync, Optional<Source> dry, boolean elsewhere, List<Wrong> wrong) {}

  static Read read(Mapping hydrator) {
    return new HydratorReader(hydrator).read();
  }

  private Read read() {
    Mapping dry = hydrator.mapping("drySource").orElse(Mapping.EMPTY);
    Mapping sync = hydrator.mapping("syncSource").orElse(Mapping.EMPTY);
    Optional<String> repo = required(dry, "drySource", "repoURL");
    Optional<String> branch = required(sync, "syncSource", "targetBranch");
    Optional<Mapping> hydrateTo = hydrator.mapping("hydrateTo");
    hydrateTo.ifPresent(to -> required(to, "hydrateTo", "targetBranch"));
    Optional<String> path = text(sync, "path");
    if (path.filter(p -> p.matches("\\.?/*")).isPresent()) {
      wrong.add(
          new Wrong("spec.sourceHydrator.syncSource.path must not be the repository root", sync));
    }
    Optional<Source> deployed =
        wrong.isEmpty()
            ? Optional.of(source(text(sync, "repoURL").or(() -> repo), path, branch, Mapping.EMPTY))
            : Optional.empty();
    Optional<Source> made =
        repo.map(
            url -> source(Optional.of(url), text(dry, "path"), text(dry, "targetRevision"), dry));
    return new Read(deployed, made, hydrateTo.isPresent(), wrong);
  }

  private Optional<String> required(Mapping part, String name, String key) {
    Optional<String> text = text(part, key);
    if (text.isEmpty()) {
      Node at = part.isEmpty() ? hydrator : part;
      wrong.add(new Wrong("spec.sourceHydrator.%s.%s is required".formatted(name, key), at));
    }
    return text;
  }

  private Source source(
      Optional<String> repo, Optional<String> path, Optional<String> revision, Mapping blocks) {
    return new Source(
        new RepoUrl(repo.orElse("")),
        path,
        revision,
        Optional.empty(),
        Optional.empty(),
        blocks.mapping("kustomize"),
        blocks.mapping("helm"),
        blocks.mapping("directory"),
        blocks.mapping("plugin"),
        hydrator.place().line());
  }

  private static Optional<String> text(Mapping mapping, String key) {
    return mapping.textAt(key).filter(text -> !text.isEmpty());
  }
}
