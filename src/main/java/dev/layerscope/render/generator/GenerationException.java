package dev.layerscope.render.generator;

import dev.layerscope.render.generator.template.TemplateException;

/** A generator or template that gives nothing: in Argo CD's words, or because nobody can know. */
public final class GenerationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean opaque;

  private GenerationException(String message, boolean opaque) {
    super(message);
    this.opaque = opaque;
  }

  /** Argo CD reports this on the ApplicationSet. */
  public static GenerationException failed(String message) {
    return new GenerationException(message, false);
  }

  /** Git alone does not say. */
  public static GenerationException opaque(String why) {
    return new GenerationException(why, true);
  }

  static GenerationException of(TemplateException e) {
    return new GenerationException(e.reason(), e.isUnknown());
  }

  /** The same trouble, met on the way to something else. */
  GenerationException during(String what) {
    return opaque ? this : failed(what + ": " + reason());
  }

  /** Whether git alone does not say. */
  public boolean isOpaque() {
    return opaque;
  }

  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
