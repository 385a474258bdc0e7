package dev.layerscope.diff.manifest;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field as a comparison writes it, {@code spec.containers[name=api].args[2]}, looked up in a
 * document: brackets hold a key with dots, an index, or what an item is called.
 */
public record FieldPath(List<Step> steps) {
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[]+)|\\[([^\\]]*)\\]");

  /** One step: a key, or what stands in brackets. */
  public record Step(String text, boolean bracket) {}

  /** Reads a path as {@link FieldChange#path} has it. */
  public static FieldPath parse(String path) {
    var steps = new ArrayList<Step>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      boolean bracket = step.group(2) != null;
      steps.add(new Step(bracket ? step.group(2) : step.group(1), bracket));
    }
    return new FieldPath(steps);
  }

  /** What was found. */
  public record Found(YamlPath path, Node value) {}

  /** The value and where it stands; empty when the document has none there. */
  public Optional<Found> in(int document, Node root) {
    var at = new Found(YamlPath.root(document), root);
    for (Step step : steps) {
      Optional<Found> next = down(at, step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  /**
   * The path itself, where all but the last of it is there or is keys only; empty when a list item
   * is missing on the way.
   */
  public Optional<YamlPath> place(int document, Node root) {
    var at = Optional.of(new Found(YamlPath.root(document), root));
    YamlPath path = YamlPath.root(document);
    for (Step step : steps) {
      Optional<Found> next = at.flatMap(found -> down(found, step));
      boolean key = !step.bracket() || at.filter(f -> f.value() instanceof Mapping).isPresent();
      if (next.isEmpty() && !key) {
        return Optional.empty();
      }
      path = next.map(Found::path).orElse(path.down(step.text()));
      at = next;
    }
    return Optional.of(path);
  }

  private static Optional<Found> down(Found at, Step step) {
    return switch (at.value()) {
      case Mapping mapping ->
          mapping.get(step.text()).map(v -> new Found(at.path().down(step.text()), v));
      case Sequence list -> {
        int index = index(list, step.text());
        yield index < 0
            ? Optional.empty()
            : Optional.of(new Found(at.path().item(index), list.items().get(index)));
      }
      case Scalar ignored -> Optional.empty();
    };
  }

  /** By what an item is called, by its text, or by number; -1 for none. */
  private static int index(Sequence list, String called) {
    for (int i = 0; i < list.items().size(); i++) {
      if (isCalled(list.items().get(i), called)) {
        return i;
      }
    }
    int number = called.matches("\\d{1,6}") ? Integer.parseInt(called) : -1;
    return number < list.items().size() ? number : -1;
  }

  private static boolean isCalled(Node item, String called) {
    if (!(item instanceof Mapping mapping)) {
      return plain(item).filter(called::equals).isPresent();
    }
    for (String pair : called.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        return false;
      }
      String value = pair.substring(equals + 1);
      Optional<String> there = mapping.get(pair.substring(0, equals)).flatMap(FieldPath::plain);
      if (!there.map(value::equals).orElse(pair.equals("protocol=TCP"))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> plain(Node node) {
    return node instanceof Scalar scalar
        ? Optional.of(ArgoScalars.read(scalar).plain())
        : Optional.empty();
  }
}
