package dev.layerscope.render.generator.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sprig's arithmetic: whatever can be taken for a number is, everything else is 0. */
final class NumberFunctions {
  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  private NumberFunctions() {}

  /** An operation on two whole numbers. */
  private interface Whole {
    long apply(long a, long b) throws TemplateException;
  }

  static void add() {
    Functions.define("int", 1, a -> GoValue.number(whole(a.any(0))));
    Functions.define("int64", 1, a -> GoValue.wide(whole(a.any(0))));
    Functions.define("float64", 1, a -> new GoValue.Real(real(a.any(0))));
    Functions.define("atoi", 1, a -> GoValue.number(atoi(a.text(0))));
    Functions.define("add1", 1, a -> GoValue.wide(whole(a.any(0)) + 1));
    fold("add", 0, Long::sum);
    fold("mul", 1, (x, y) -> x * y);
    fold("max", 1, Math::max);
    fold("min", 1, Math::min);
    fold("biggest", 1, Math::max);
    two("sub", (x, y) -> x - y);
    two("div", (x, y) -> x / divisor(y));
    two("mod", (x, y) -> x % divisor(y));
    Functions.define(
        "add1f", 1, a -> new GoValue.Real(decimal(a.any(0)).add(BigDecimal.ONE).doubleValue()));
    reals("addf", (x, y) -> BigDecimal.valueOf(x).add(BigDecimal.valueOf(y)).doubleValue());
    reals("subf", (x, y) -> BigDecimal.valueOf(x).subtract(BigDecimal.valueOf(y)).doubleValue());
    reals("mulf", (x, y) -> BigDecimal.valueOf(x).multiply(BigDecimal.valueOf(y)).doubleValue());
    reals("maxf", Math::max);
    reals("minf", Math::min);
    Functions.define("divf", 1, -1, NumberFunctions::divideReals);
    Functions.define("ceil", 1, a -> new GoValue.Real(Math.ceil(real(a.any(0)))));
    Functions.define("floor", 1, a -> new GoValue.Real(Math.floor(real(a.any(0)))));
    Functions.define("round", 2, 3, NumberFunctions::round);
    Functions.define("until", 1, a -> list(0, a.whole(0), a.whole(0) < 0 ? -1 : 1));
    Functions.define("untilStep", 3, a -> list(a.whole(0), a.whole(1), a.whole(2)));
    Functions.define("seq", 0, -1, NumberFunctions::sequence);
  }

  private static void fold(String name, int least, Whole step) {
    Functions.define(
        name,
        least,
        -1,
        a -> {
          long result = a.count() == 0 ? 0 : whole(a.any(0));
          for (GoValue next : a.rest(1)) {
            result = step.apply(result, whole(next));
          }
          return GoValue.wide(result);
        });
  }

  private static void two(String name, Whole operation) {
    Functions.define(name, 2, a -> GoValue.wide(operation.apply(whole(a.any(0)), whole(a.any(1)))));
  }

  private static void reals(String name, DoubleBinaryOperator step) {
    Functions.define(
        name,
        1,
        -1,
        a ->
            new GoValue.Real(
                a.rest(1).stream()
                    .mapToDouble(NumberFunctions::real)
                    .reduce(real(a.any(0)), step)));
  }

  private static GoValue divideReals(Arguments a) throws TemplateException {
    BigDecimal result = decimal(a.any(0));
    for (GoValue next : a.rest(1)) {
      BigDecimal divisor = decimal(next);
      if (divisor.signum() == 0) {
        throw TemplateException.refused("decimal division by 0");
      }
      result = result.divide(divisor, 16, RoundingMode.HALF_UP);
    }
    return new GoValue.Real(result.doubleValue());
  }

  private static GoValue round(Arguments a) throws TemplateException {
    double on = a.count() > 2 ? real(a.any(2)) : 0.5;
    double pow = Math.pow(10, a.whole(1));
    double digit = pow * real(a.any(0));
    double rest = digit % 1;
    double rounded = rest >= on ? Math.ceil(digit) : Math.floor(digit);
    return new GoValue.Real(rounded / pow);
  }

  private static long divisor(long value) throws TemplateException {
    if (value == 0) {
      throw TemplateException.refused("runtime error: integer divide by zero");
    }
    return value;
  }

  private static GoValue sequence(Arguments a) throws TemplateException {
    long start = a.count() > 1 ? a.whole(0) : 1;
    long step = a.count() > 2 ? a.whole(1) : 0;
    if (a.count() == 0 || a.count() > 3) {
      return GoValue.text("");
    }
    long end = a.whole(a.count() - 1);
    long by = a.count() > 2 ? step : end < start ? -1 : 1;
    long last = by > 0 ? end + 1 : end - 1;
    if (by == 0 || a.count() > 2 && (start < end) != (by > 0) && start != end) {
      return GoValue.text("");
    }
    return GoValue.text(
        ((GoValue.Items) list(start, last, by))
            .items().stream().map(GoPrint::plain).collect(Collectors.joining(" ")));
  }

  private static GoValue list(long start, long stop, long step) throws TemplateException {
    List<GoValue> numbers = new ArrayList<>();
    boolean up = stop >= start;
    if (up && step <= 0 || !up && step >= 0) {
      return new GoValue.Items(numbers);
    }
    Budget.items((stop - start) / step);
    for (long i = start; up ? i < stop : i > stop; i += step) {
      numbers.add(GoValue.number(i));
    }
    return new GoValue.Items(numbers);
  }

  private static long atoi(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  /** What Sprig makes of anything that should be a whole number. */
  static long whole(GoValue value) {
    return switch (value) {
      case GoValue.Int number -> number.value();
      case GoValue.Real number -> (long) number.value();
      case GoValue.Bool bool -> bool.value() ? 1 : 0;
      case GoValue.Text text -> whole(text.value());
      default -> 0;
    };
  }

  private static long whole(String text) {
    String digits = text.replaceFirst("\\.0*$", "");
    String sign = digits.startsWith("-") ? "-" : "";
    String bare = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
    try {
      if (bare.matches("0[xX][0-9a-fA-F]+")) {
        return Long.parseLong(sign + bare.substring(2), 16);
      }
      if (bare.matches("0[bB][01]+")) {
        return Long.parseLong(sign + bare.substring(2), 2);
      }
      if (bare.matches("0[oO]?[0-9]+")) {
        return Long.parseLong(sign + bare.replaceFirst("0[oO]?", ""), 8);
      }
      return bare.matches("[0-9]+") ? Long.parseLong(sign + bare) : 0;
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  /** What Sprig makes of anything that should be a floating-point number. */
  static double real(GoValue value) {
    return switch (value) {
      case GoValue.Int number -> number.value();
      case GoValue.Real number -> number.value();
      case GoValue.Bool bool -> bool.value() ? 1 : 0;
      case GoValue.Text text ->
          REAL.matcher(text.value()).matches() ? Double.parseDouble(text.value()) : 0;
      default -> 0;
    };
  }

  private static BigDecimal decimal(GoValue value) {
    return BigDecimal.valueOf(real(value));
  }
}
