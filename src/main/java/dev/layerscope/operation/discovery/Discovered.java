package dev.layerscope.operation.discovery;

import dev.layerscope.workspace.WorkspaceDraft;
import java.util.List;

/**
 * What a discovery came to.
 *
 * @param draft the workspace, ready to be written
 * @param repositories in the order found
 * @param lookalikes pairs of addresses that may be one repository; a person decides
 * @param rootRead whether the bootstrap manifest itself could be read
 */
public record Discovered(
    WorkspaceDraft draft,
    List<FoundRepository> repositories,
    List<Lookalike> lookalikes,
    boolean rootRead) {
  public Discovered {
    repositories = List.copyOf(repositories);
    lookalikes = List.copyOf(lookalikes);
  }

  /** The same after a person has said that two addresses are one repository. */
  public Discovered merged(Lookalike pair) {
    return new Discovered(
        draft.merged(pair.one(), pair.other(), pair.text()),
        repositories.stream().filter(f -> !f.url().equals(pair.other())).toList(),
        lookalikes.stream()
            .filter(l -> !l.one().equals(pair.other()) && !l.other().equals(pair.other()))
            .toList(),
        rootRead);
  }

  /** Those that could not be had. */
  public List<FoundRepository> missing() {
    return repositories.stream().filter(FoundRepository::isMissing).toList();
  }
}
