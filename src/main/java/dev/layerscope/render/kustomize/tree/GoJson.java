package dev.layerscope.render.kustomize.tree;

import dev.layerscope.yaml.IndentedJson;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Node;

/** JSON as Go's {@code encoding/json} writes it: keys sorted, what could end a script escaped. */
public final class GoJson {
  private GoJson() {}

  /** On one line without blanks. */
  public static String compact(Node node) {
    return JsonText.of(node)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Over several lines, two blanks deeper each time. */
  public static String indented(Node node) {
    return IndentedJson.of(node, GoJson::compact);
  }
}
