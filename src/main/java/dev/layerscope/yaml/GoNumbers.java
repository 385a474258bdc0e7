package dev.layerscope.yaml;

import java.math.BigDecimal;

/** Floating-point numbers as Go's {@code encoding/json} prints them. */
final class GoNumbers {
  private GoNumbers() {}

  /** Plain digits between 1e-6 and 1e21, an exponent outside, never a needless fraction. */
  static String json(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    double size = Math.abs(number);
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = number < 0 ? "-" : "";
    return sign
        + digits.charAt(0)
        + fraction
        + "e"
        + (exponent < 0 ? "-" : "+")
        + Math.abs(exponent);
  }
}
