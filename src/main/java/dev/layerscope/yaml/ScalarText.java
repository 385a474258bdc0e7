package dev.layerscope.yaml;

import java.util.regex.Pattern;

/** A scalar on one line, quoted as its neighbours are where that means the same. */
final class ScalarText {
  private static final Pattern FLOW_SIGNS = Pattern.compile("[,\\[\\]{}]|:$|^[-?:]");

  private ScalarText() {}

  /** As it is written in block style. */
  static String inBlock(Scalar scalar) {
    return ArgoScalars.read(scalar) instanceof Value.Text text && text.value().contains("\n")
        ? YamlPrinter.quoted(text.value())
        : YamlPrinter.print(scalar).stripTrailing();
  }

  /** As it is written in braces and brackets. */
  static String inFlow(Scalar scalar) {
    String block = inBlock(scalar);
    boolean quoted = block.startsWith("\"") || block.startsWith("'");
    return !quoted && FLOW_SIGNS.matcher(block).find() && isText(scalar)
        ? YamlPrinter.quoted(text(scalar))
        : block;
  }

  /** In the quotes of what stood there before. */
  static String like(Scalar.Style style, Scalar scalar, boolean flow) {
    boolean single =
        style == Scalar.Style.SINGLE_QUOTED
            && isText(scalar)
            && text(scalar).chars().allMatch(YamlPrinter::printable);
    if (single) {
      return "'" + text(scalar).replace("'", "''") + "'";
    }
    if (style == Scalar.Style.DOUBLE_QUOTED && isText(scalar)) {
      return YamlPrinter.quoted(text(scalar));
    }
    return flow ? inFlow(scalar) : inBlock(scalar);
  }

  /** In JSON. */
  static String json(Scalar scalar) {
    return isText(scalar) ? YamlPrinter.quoted(text(scalar)) : ArgoScalars.read(scalar).plain();
  }

  private static boolean isText(Scalar scalar) {
    return ArgoScalars.read(scalar) instanceof Value.Text;
  }

  private static String text(Scalar scalar) {
    return ArgoScalars.read(scalar).plain();
  }
}
