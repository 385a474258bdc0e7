package dev.layerscope.render.kustomize.load;

import dev.layerscope.finding.Finding;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.Optional;

/** Something lies where this program does not reach; the tool itself might have got it. */
public final class UnavailableException extends BuildException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Finding> finding;

  UnavailableException(String what) {
    super(what);
    this.finding = Optional.empty();
  }

  UnavailableException(String what, Finding finding) {
    super(what);
    this.finding = Optional.of(finding);
  }

  /** What is to be said about it in the list of findings; mostly nothing. */
  public Optional<Finding> finding() {
    return finding;
  }
}
