package dev.layerscope.render.generator;

import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.yaml.Mapping;
import java.util.List;
import java.util.Optional;

/** What generators stand on: clusters, repositories, settings. Declared here, filled above. */
public interface Ground {
  /** The control plane the ApplicationSet lives in. */
  Settings settings();

  /**
   * A repository at a revision, by Argo CD's rules.
   *
   * @throws GenerationException when there is none, or nobody can know
   */
  Tree tree(RepoUrl repository, Optional<String> revision) throws GenerationException;

  /** What files say, each content read once. */
  default ParsedFiles parsed() {
    return new ParsedFiles();
  }

  /** Parameter sets somebody gave as a sample for generators that need more than git. */
  List<Mapping> samples();

  /**
   * Files to look into.
   *
   * @param certainty of the revision
   */
  record Tree(Snapshot snapshot, Certainty certainty) {}
}
