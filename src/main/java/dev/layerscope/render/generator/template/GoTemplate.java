package dev.layerscope.render.generator.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A parsed template: parameters in, text out. Immutable; safe for several threads.
 *
 * <p>Each text of an ApplicationSet is a template of its own.
 */
public final class GoTemplate {
  private static final Map<String, MissingKey> OPTIONS =
      Map.of(
          "missingkey=default", MissingKey.DEFAULT,
          "missingkey=invalid", MissingKey.DEFAULT,
          "missingkey=zero", MissingKey.ZERO,
          "missingkey=error", MissingKey.ERROR);

  private final String text;
  private final Map<String, List<Step>> templates;
  private final MissingKey missingKey;

  /** What a key that is not there means. */
  enum MissingKey {
    DEFAULT,
    ZERO,
    ERROR
  }

  private GoTemplate(String text, Map<String, List<Step>> templates, MissingKey missingKey) {
    this.text = text;
    this.templates = templates;
    this.missingKey = missingKey;
  }

  /**
   * Reads a template.
   *
   * @param options of {@code goTemplateOptions}; the last one counts
   * @throws TemplateException in Argo CD's words when it is no template
   */
  public static GoTemplate parse(String text, List<String> options) throws TemplateException {
    MissingKey missingKey = MissingKey.DEFAULT;
    for (String option : options) {
      if (!OPTIONS.containsKey(option)) {
        throw TemplateException.refused("unrecognized option: " + option);
      }
      missingKey = OPTIONS.getOrDefault(option, MissingKey.DEFAULT);
    }
    try {
      return new GoTemplate(text, TemplateParser.parse(text), missingKey);
    } catch (TemplateException e) {
      throw e.isUnknown()
          ? e
          : TemplateException.refused("failed to parse template " + text + ": " + e.reason());
    }
  }

  /** Whether a text has anything to execute; other texts stay as they are. */
  public static boolean isTemplate(String text) {
    return text.contains("{{");
  }

  /**
   * The text for some parameters.
   *
   * @throws TemplateException in Argo CD's words when it fails
   */
  public String execute(GoValue.Fields parameters) throws TemplateException {
    try {
      return new Execution(text, templates, missingKey).run(parameters);
    } catch (TemplateException e) {
      throw e.isUnknown()
          ? e
          : TemplateException.refused("failed to execute go template " + text + ": " + e.reason());
    }
  }

  /** The names of all functions a template may call. */
  public static Set<String> functions() {
    return Functions.names();
  }
}
