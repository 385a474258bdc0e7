package dev.layerscope.render.generator.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Go's comparisons: basic kinds only, and never a whole number with a floating one. */
final class Comparisons {
  private Comparisons() {}

  /** {@code eq}: whether the first equals any other. */
  static GoValue equal(Arguments a) throws TemplateException {
    if (a.count() < 2) {
      throw TemplateException.refused("missing argument for comparison");
    }
    for (GoValue other : a.rest(1)) {
      if (same(a.any(0), other)) {
        return GoValue.bool(true);
      }
    }
    return GoValue.bool(false);
  }

  static boolean same(GoValue a, GoValue b) throws TemplateException {
    if (a.isNothing() || b.isNothing()) {
      return a.isNothing() && b.isNothing();
    }
    return switch (a) {
      case GoValue.Int x when b instanceof GoValue.Int y -> x.value() == y.value();
      case GoValue.Real x when b instanceof GoValue.Real y -> x.value() == y.value();
      case GoValue.Text x when b instanceof GoValue.Text y -> x.equals(y);
      case GoValue.Bool x when b instanceof GoValue.Bool y -> x.equals(y);
      case GoValue.Items ignored when b instanceof GoValue.Items -> throw notComparable(a, b);
      case GoValue.Fields ignored when b instanceof GoValue.Fields -> throw notComparable(a, b);
      default -> throw TemplateException.refused("incompatible types for comparison");
    };
  }

  private static TemplateException notComparable(GoValue a, GoValue b) {
    return TemplateException.refused(
        "non-comparable types "
            + GoPrint.plain(a)
            + ": "
            + a.type()
            + ", "
            + b.type()
            + ": "
            + GoPrint.plain(b));
  }

  static boolean less(GoValue a, GoValue b) throws TemplateException {
    return switch (a) {
      case GoValue.Int x when b instanceof GoValue.Int y -> x.value() < y.value();
      case GoValue.Real x when b instanceof GoValue.Real y -> x.value() < y.value();
      case GoValue.Text x when b instanceof GoValue.Text y -> compare(x.value(), y.value()) < 0;
      case GoValue.Bool ignored when b instanceof GoValue.Bool ->
          throw TemplateException.refused("invalid type for comparison");
      default ->
          throw TemplateException.refused(
              a.isNothing() || b.isNothing() || !basic(a) || !basic(b)
                  ? "invalid type for comparison"
                  : "incompatible types for comparison");
    };
  }

  /** The order of bytes, as Go compares texts. */
  static int compare(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean basic(GoValue value) {
    return !(value instanceof GoValue.Items) && !(value instanceof GoValue.Fields);
  }
}
