package dev.layerscope.render.generator.template;

/** A template that gives no text, and whose fault that is. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault. */
  private enum Fault {
    TEMPLATE,
    OPERAND,
    OURS
  }

  private final Fault fault;

  private TemplateException(String message, Fault fault) {
    super(message);
    this.fault = fault;
  }

  /** Argo CD refuses the template with these words. */
  public static TemplateException refused(String message) {
    return new TemplateException(message, Fault.TEMPLATE);
  }

  /** Argo CD might well go on, but git alone does not say how, or we do not do it. */
  public static TemplateException unknown(String what) {
    return new TemplateException(what, Fault.OURS);
  }

  /** Go refuses to call a function with such an operand. */
  static TemplateException operand(String message) {
    return new TemplateException(message, Fault.OPERAND);
  }

  /** Whether a function was not even called. */
  boolean isOperand() {
    return fault == Fault.OPERAND;
  }

  /** Whether Argo CD itself might well go on. */
  public boolean isUnknown() {
    return fault == Fault.OURS;
  }

  /** The words. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
