package dev.layerscope.render.kustomize.resource;

import dev.layerscope.render.kustomize.tree.BuildException;

/**
 * A patch names an object that is not there. The tool refuses it; where objects had to be left out
 * it says nothing about the repository.
 */
public final class NoTargetException extends BuildException {
  private static final long serialVersionUID = 1L;

  NoTargetException(String message) {
    super(message);
  }

  @Override
  public NoTargetException in(String doing) {
    return new NoTargetException(doing + ": " + text());
  }
}
