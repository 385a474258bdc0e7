package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.render.generator.template.GoPrint;
import dev.layerscope.render.generator.template.GoTemplate;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.render.generator.template.TemplateException;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Fills parameters into texts, in the way an ApplicationSet asks for: Go templates, or Argo CD's
 * older replacement of {@code {{key}}} (specification §6.2). Parsed templates are kept, for the
 * same texts are filled once per Application.
 */
public final class Interpolation {
  private static final Pattern ON_ONE_LINE = Pattern.compile(".*\\{\\{.*\\}\\}.*");

  private final boolean goTemplate;
  private final List<String> options;
  private final Map<String, GoTemplate> parsed = new ConcurrentHashMap<>();

  public Interpolation(boolean goTemplate, List<String> options) {
    this.goTemplate = goTemplate;
    this.options = List.copyOf(options);
  }

  static Interpolation of(ApplicationSet set) {
    return new Interpolation(set.goTemplate(), set.options());
  }

  boolean goTemplate() {
    return goTemplate;
  }

  /** The same way with another option. */
  Interpolation with(String option) {
    return new Interpolation(goTemplate, List.of(option));
  }

  /** One text. */
  public String text(String text, Fields parameters) throws GenerationException {
    if (!GoTemplate.isTemplate(text)) {
      return text;
    }
    if (!goTemplate) {
      return ON_ONE_LINE.matcher(text).find() ? replaced(text, parameters) : text;
    }
    try {
      GoTemplate template = parsed.get(text);
      if (template == null) {
        template = GoTemplate.parse(text, options);
        parsed.put(text, template);
      }
      return template.execute(parameters);
    } catch (TemplateException e) {
      throw GenerationException.of(e);
    }
  }

  /** An unknown key stays as it is, and so does one whose value is no text. */
  private static String replaced(String text, Fields parameters) throws GenerationException {
    var out = new StringBuilder();
    int at = 0;
    while (true) {
      int open = text.indexOf("{{", at);
      if (open < 0) {
        return out.append(text, at, text.length()).toString();
      }
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        throw GenerationException.failed(
            "invalid template: Cannot find end tag=\"}}\" in the template=%s starting from %s"
                .formatted(quoted(text), quoted(text.substring(open + 2))));
      }
      String tag = text.substring(open + 2, close);
      Optional<String> value =
          tag.isBlank()
              ? Optional.empty()
              : parameters.get(tag.strip()).flatMap(Interpolation::asText);
      out.append(text, at, open).append(value.orElse("{{" + tag + "}}"));
      at = close + 2;
    }
  }

  private static Optional<String> asText(GoValue value) {
    return value instanceof GoValue.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** Every text and every key below a node; everything else stays as it is. */
  Node node(Node node, Fields parameters) throws GenerationException {
    return switch (node) {
      case Mapping mapping -> mapping(mapping, parameters);
      case Sequence sequence -> {
        var items = new ArrayList<Node>(sequence.items().size());
        for (Node item : sequence.items()) {
          items.add(node(item, parameters));
        }
        yield sequence.withItems(items);
      }
      case Scalar scalar -> scalar(scalar, parameters);
    };
  }

  Mapping mapping(Mapping mapping, Fields parameters) throws GenerationException {
    var entries = new ArrayList<Mapping.Entry>(mapping.entries().size());
    for (Mapping.Entry entry : mapping.entries()) {
      Scalar key =
          GoTemplate.isTemplate(entry.name()) ? scalar(entry.key(), parameters) : entry.key();
      entries.add(new Mapping.Entry(key, node(entry.value(), parameters)));
    }
    return new Mapping(entries, mapping.flow(), mapping.place());
  }

  private Scalar scalar(Scalar scalar, Fields parameters) throws GenerationException {
    Optional<String> text =
        GoTemplate.isTemplate(scalar.text()) ? scalar.asText() : Optional.empty();
    if (text.isEmpty()) {
      return scalar;
    }
    Scalar made = Scalar.of(text(text.get(), parameters));
    return new Scalar(made.text(), made.style(), made.tag(), scalar.place());
  }

  /**
   * The parameters with a generator's {@code values} added: each filled from the parameters, not
   * from each other (specification §6.4).
   */
  public Fields withValues(Fields parameters, Optional<Mapping> values) throws GenerationException {
    if (values.isEmpty() || values.get().isEmpty()) {
      return parameters;
    }
    var filled = new TreeMap<String, String>();
    for (Mapping.Entry entry : values.get().entries()) {
      String written = entry.value().asText().orElse("");
      try {
        filled.put(entry.name(), text(written, parameters));
      } catch (GenerationException e) {
        throw e.during("failed to replace templated string");
      }
    }
    if (goTemplate) {
      return parameters.with("values", Fields.ofTexts(filled));
    }
    var all = new TreeMap<>(parameters.entries());
    filled.forEach((key, value) -> all.put("values." + key, GoValue.text(value)));
    return Fields.of(all);
  }

  /** Every value as text, the way the older replacement wants it. */
  static Fields texts(Fields parameters) {
    var texts = new TreeMap<String, GoValue>();
    parameters
        .entries()
        .forEach((key, value) -> texts.put(key, GoValue.text(GoPrint.plain(value))));
    return Fields.of(texts);
  }
}
