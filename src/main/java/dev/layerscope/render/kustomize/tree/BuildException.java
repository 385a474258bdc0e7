package dev.layerscope.render.kustomize.tree;

/**
 * The build cannot go on; the message is what the tool would print. Never leaves the Kustomize
 * packages.
 */
public class BuildException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Without a trace: a path is tried as a file first, so that every base throws one. */
  public BuildException(String message) {
    super(message, null, false, false);
  }

  /** The message, never null. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** The same trouble, with what was being done in front of it. */
  public BuildException in(String doing) {
    return new BuildException(doing + ": " + text());
  }
}
