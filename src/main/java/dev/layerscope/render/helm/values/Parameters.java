package dev.layerscope.render.helm.values;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Parameters as assignments for Helm (specification §5.2): {@code --set}, then {@code
 * --set-string}, then {@code --set-file}, whatever their order.
 *
 * @param set raw assignments
 * @param texts assignments of exact texts; each becomes a file, because that is how a text gets
 *     through unread
 * @param inexact what could not be written down, in words
 */
public record Parameters(
    List<String> set, List<Map.Entry<String, String>> texts, List<String> inexact) {
  public Parameters {
    set = List.copyOf(set);
    texts = List.copyOf(texts);
    inexact = List.copyOf(inexact);
  }

  /** From the {@code helm} block of a source. */
  public static Parameters of(Mapping block, UnaryOperator<String> environment) {
    var set = new ArrayList<String>();
    var texts = new ArrayList<Map.Entry<String, String>>();
    var inexact = new ArrayList<String>();
    List<Node> declared = block.sequence("parameters").map(Sequence::items).orElse(List.of());
    for (Node node : declared) {
      if (!(node instanceof Mapping parameter)) {
        continue;
      }
      String name = parameter.textAt("name").orElse("");
      String value = escaped(environment.apply(parameter.textAt("value").orElse("")));
      if (isTrue(parameter, "forceString")) {
        text(name, value, set, texts, inexact);
      } else {
        set.add(withoutLooseEnd(name + "=" + value));
      }
    }
    return new Parameters(set, texts, inexact);
  }

  /** The same, and a file's content for a name. */
  public Parameters and(String name, String content) {
    if (!isPlainName(name)) {
      var more = new ArrayList<>(inexact);
      more.add("file parameter “" + name + "”");
      return new Parameters(set, texts, more);
    }
    var more = new ArrayList<>(texts);
    more.add(Map.entry(name, content));
    return new Parameters(set, more, inexact);
  }

  private static boolean isTrue(Mapping parameter, String key) {
    return parameter
        .get(key)
        .filter(Scalar.class::isInstance)
        .map(node -> ArgoScalars.read((Scalar) node).equals(new Value.Bool(true)))
        .orElse(false);
  }

  /** Commas are escaped, unless the value is a list or they are already. */
  public static String escaped(String value) {
    if (value.startsWith("{") && value.endsWith("}")) {
      return value;
    }
    var out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' && (i == 0 || value.charAt(i - 1) != '\\')) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static void text(
      String name,
      String value,
      List<String> set,
      List<Map.Entry<String, String>> texts,
      List<String> inexact) {
    int equals = name.indexOf('=');
    String key = equals < 0 ? name : name.substring(0, equals);
    String rest = equals < 0 ? value : name.substring(equals + 1) + "=" + value;
    if (!isPlainName(key) || name.indexOf(',') >= 0) {
      inexact.add("parameter “" + name + "” as a string");
    } else if (rest.startsWith("{") && rest.endsWith("}")) {
      set.add(key + "={}");
      List<String> items = items(rest.substring(1, rest.length() - 1));
      for (int i = 0; i < items.size(); i++) {
        texts.add(Map.entry(key + "[" + i + "]", items.get(i)));
      }
    } else {
      texts.add(Map.entry(key, unescaped(rest)));
    }
  }

  /**
   * A name that stands for itself among assignments whose values are paths: anything else could
   * smuggle in an assignment, and with it a path.
   */
  private static boolean isPlainName(String name) {
    return !name.isEmpty() && name.matches("(?:[^,={}\\\\\\r\\n]|\\\\[^,=\\r\\n])+");
  }

  private static List<String> items(String inside) {
    var items = new ArrayList<String>();
    var item = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '\\' && i + 1 < inside.length()) {
        i++;
        item.append(inside.charAt(i));
      } else if (c == ',') {
        items.add(item.toString());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    if (!inside.isEmpty()) {
      items.add(item.toString());
    }
    return items;
  }

  private static String unescaped(String value) {
    return value.replaceAll("(?s)\\\\(.)", "$1").replaceAll("\\\\$", "");
  }

  /** A backslash at the very end would swallow the comma before the next assignment. */
  private static String withoutLooseEnd(String assignment) {
    int end = assignment.length();
    while (end > 0 && assignment.charAt(end - 1) == '\\') {
      end--;
    }
    return (assignment.length() - end) % 2 == 0
        ? assignment
        : assignment.substring(0, assignment.length() - 1);
  }
}
