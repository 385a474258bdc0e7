package dev.layerscope.hierarchy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.RepoUrl;
import java.util.Optional;

/**
 * At which revision things are read: as declared, in an environment, at a ref. Declared here,
 * filled by the workspace, which knows the environments.
 */
public interface RevisionPolicy {
  /** Everything as declared: the estate as it runs. */
  RevisionPolicy AS_DECLARED =
      new RevisionPolicy() {
        @Override
        public RootRead rootFile(Root root, RepoUrl repository, Optional<String> declared) {
          return new RootRead.At(declared);
        }

        @Override
        public Choice rootSource(Root root, RepoUrl repository, Optional<String> declared) {
          return Choice.asDeclared(declared);
        }

        @Override
        public Choice below(RepoUrl repository, Optional<String> declared) {
          return Choice.asDeclared(declared);
        }
      };

  /** Where the file of a root in git is read. */
  RootRead rootFile(Root root, RepoUrl repository, Optional<String> declared);

  /** Where a source of an Application in a local root manifest is read. */
  Choice rootSource(Root root, RepoUrl repository, Optional<String> declared);

  /** Where a source of any other Application is read. */
  Choice below(RepoUrl repository, Optional<String> declared);

  /** What to do about the file of a root. */
  sealed interface RootRead {
    /** Read it at this revision. */
    record At(Optional<String> revision) implements RootRead {}

    /** It takes no part here (bound to other environments). */
    record NotHere() implements RootRead {}

    /** It belongs here, but nobody can say what it holds: drawn, never counted as removed. */
    record Unknown(String reason) implements RootRead {}
  }

  /** The revision to read, and how sure that is what Argo CD would do. */
  record Choice(Optional<String> revision, Certainty certainty) {
    static Choice asDeclared(Optional<String> declared) {
      return new Choice(declared, Certainty.EXACT);
    }
  }
}
