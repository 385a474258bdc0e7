package dev.layerscope.render.generator.template;

import dev.layerscope.yaml.DoubleQuoted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Values as Go's {@code fmt} prints them. */
public final class GoPrint {
  /** From here on Go prints the shortest digits with an exponent (strconv's {@code eprec}). */
  private static final int MAX_PLAIN_EXPONENT = 6;

  private GoPrint() {}

  /** {@code %v}: what {@code print} and parameters of files use. */
  public static String plain(GoValue value) {
    return switch (value) {
      case GoValue.Absent ignored -> "<nil>";
      case GoValue.Nil ignored -> "<nil>";
      case GoValue.Bool bool -> String.valueOf(bool.value());
      case GoValue.Int number -> String.valueOf(number.value());
      case GoValue.Real real -> real(real.value());
      case GoValue.Text text -> text.value();
      case GoValue.Items list -> {
        var joined = new StringJoiner(" ", "[", "]");
        list.items().forEach(item -> joined.add(plain(item)));
        yield joined.toString();
      }
      case GoValue.Fields map -> {
        var joined = new StringJoiner(" ", "map[", "]");
        map.entries().forEach((key, item) -> joined.add(key + ":" + plain(item)));
        yield joined.toString();
      }
    };
  }

  /** What stands in the output where a pipeline's value is nothing. */
  static String output(GoValue value) {
    return value.isNothing() ? "<no value>" : plain(value);
  }

  /** {@code %g} with the shortest digits: an exponent below 1e-4 and from 1e6 on. */
  static String real(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String sign = value < 0 ? "-" : "";
    return exponent < -4 || exponent >= MAX_PLAIN_EXPONENT
        ? sign + scientific(digits, exponent)
        : sign + shortest.toPlainString();
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0)
        + fraction
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** {@code fmt.Sprint}: a blank between operands when neither is a text. */
  static String print(List<GoValue> values) {
    var out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      boolean texts =
          i == 0
              || values.get(i) instanceof GoValue.Text
              || values.get(i - 1) instanceof GoValue.Text;
      out.append(texts ? "" : " ").append(plain(values.get(i)));
    }
    return out.toString();
  }

  /** {@code fmt.Sprintln}: a blank between all, and a line break. */
  static String println(List<GoValue> values) {
    var joined = new StringJoiner(" ", "", "\n");
    values.forEach(value -> joined.add(plain(value)));
    return joined.toString();
  }

  /** A text in double quotes as Go writes it. */
  static String quote(String text) {
    return DoubleQuoted.of(
        text,
        c ->
            c < ' ' || c == 0x7f
                ? String.format(Locale.ROOT, "\\x%02x", c)
                : Character.toString(c));
  }

  /** {@code %f} with a number of places. */
  static String fixed(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** {@code %e} with a number of places. */
  static String exponent(double value, int places) {
    if (value == 0) {
      return scientific("0" + "0".repeat(places), 0);
    }
    var rounded =
        new BigDecimal(Math.abs(value))
            .round(new java.math.MathContext(places + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = digits.length() - 1 - rounded.scale();
    String filled = (digits + "0".repeat(places + 1)).substring(0, places + 1);
    return (value < 0 ? "-" : "") + scientific(filled, exponent);
  }
}
