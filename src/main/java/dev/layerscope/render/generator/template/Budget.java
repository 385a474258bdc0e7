package dev.layerscope.render.generator.template;

/**
 * How much a template may do. Files of strangers must not keep the program busy; Argo CD has no
 * such limits, so what exceeds one is not called an error but unknown.
 */
final class Budget {
  static final int MAX_TEXT = 8 * 1024 * 1024;
  static final int MAX_ITEMS = 100_000;
  static final int MAX_CALLS = 200;

  private static final long MAX_STEPS = 2_000_000;

  private long steps;
  private int calls;

  void step() throws TemplateException {
    if (++steps > MAX_STEPS) {
      throw TemplateException.unknown("a template that does more than " + MAX_STEPS + " steps");
    }
  }

  void enter() throws TemplateException {
    if (++calls > MAX_CALLS) {
      throw TemplateException.unknown("templates that call each other deeper than " + MAX_CALLS);
    }
  }

  void leave() {
    calls--;
  }

  static void text(long length) throws TemplateException {
    if (length > MAX_TEXT) {
      throw TemplateException.unknown("a template that makes a text of more than " + MAX_TEXT);
    }
  }

  static void items(long count) throws TemplateException {
    if (count > MAX_ITEMS) {
      throw TemplateException.unknown("a template that makes a list of more than " + MAX_ITEMS);
    }
  }
}
