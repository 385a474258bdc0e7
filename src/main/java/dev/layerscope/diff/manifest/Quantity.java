package dev.layerscope.diff.manifest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes quantity as a number: {@code 1} is {@code 1000m}, {@code 1Gi} is {@code 1024Mi} and
 * not {@code 1G} (specification §12.3).
 */
final class Quantity {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+))"
              + "(?:(?<suffix>[KMGTPE]i|[numkMGTPE])|[eE](?<exponent>[+-]?\\d{1,3}))?");
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", new BigDecimal("1e-9")),
          Map.entry("u", new BigDecimal("1e-6")),
          Map.entry("m", new BigDecimal("1e-3")),
          Map.entry("k", new BigDecimal("1e3")),
          Map.entry("M", new BigDecimal("1e6")),
          Map.entry("G", new BigDecimal("1e9")),
          Map.entry("T", new BigDecimal("1e12")),
          Map.entry("P", new BigDecimal("1e15")),
          Map.entry("E", new BigDecimal("1e18")),
          Map.entry("Ki", new BigDecimal(1L << 10)),
          Map.entry("Mi", new BigDecimal(1L << 20)),
          Map.entry("Gi", new BigDecimal(1L << 30)),
          Map.entry("Ti", new BigDecimal(1L << 40)),
          Map.entry("Pi", new BigDecimal(1L << 50)),
          Map.entry("Ei", new BigDecimal(1L << 60)));

  private Quantity() {}

  /** The number, without trailing zeros; empty when the text is no quantity. */
  static Optional<BigDecimal> of(String text) {
    Matcher m = WRITTEN.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(m.group("number"));
    if (m.group("exponent") != null) {
      number = number.scaleByPowerOfTen(Integer.parseInt(m.group("exponent")));
    } else if (m.group("suffix") != null) {
      number = number.multiply(SUFFIXES.getOrDefault(m.group("suffix"), BigDecimal.ONE));
    }
    return Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
  }
}
