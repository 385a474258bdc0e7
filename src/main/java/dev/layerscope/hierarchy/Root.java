package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An Application (or a few) that somebody applies by hand to bootstrap a cluster.
 *
 * @param of the logical root: the same cluster role in several environments
 * @param controlPlane the Argo CD its Applications live in
 * @param namespace for documents without {@code metadata.namespace}
 * @param environments it belongs to; empty for all
 * @param bootstrap where its manifest is
 */
public record Root(
    String name,
    String of,
    String controlPlane,
    String namespace,
    Set<String> environments,
    Bootstrap bootstrap) {
  public Root {
    environments = Set.copyOf(environments);
  }

  /** Where the manifest of a root is. */
  public sealed interface Bootstrap {
    /** A file beside the workspace file, read already. */
    record Local(List<Manifest> manifests, List<Finding> findings) implements Bootstrap {
      public Local {
        manifests = List.copyOf(manifests);
        findings = List.copyOf(findings);
      }
    }

    /** A file in a repository. */
    record InGit(RepoUrl repoURL, Optional<String> revision, String path) implements Bootstrap {}
  }
}
