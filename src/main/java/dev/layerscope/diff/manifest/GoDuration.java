package dev.layerscope.diff.manifest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration in Go's syntax as seconds: {@code 60s} is {@code 1m0s}. */
final class GoDuration {
  private static final Pattern WHOLE =
      Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|ms|s|m|h))+|[+-]?0");
  private static final Pattern PART =
      Pattern.compile("(?<number>\\d+\\.?\\d*|\\.\\d+)(?<unit>ns|us|µs|ms|s|m|h)");
  private static final Map<String, BigDecimal> SECONDS =
      Map.of(
          "ns", new BigDecimal("1e-9"),
          "us", new BigDecimal("1e-6"),
          "µs", new BigDecimal("1e-6"),
          "ms", new BigDecimal("1e-3"),
          "s", BigDecimal.ONE,
          "m", new BigDecimal(60),
          "h", new BigDecimal(3600));

  private GoDuration() {}

  /** Seconds, without trailing zeros; empty when the text is no duration. */
  static Optional<BigDecimal> of(String text) {
    String written = text.strip();
    if (!WHOLE.matcher(written).matches()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(written);
    while (part.find()) {
      sum =
          sum.add(
              new BigDecimal(part.group("number"))
                  .multiply(SECONDS.getOrDefault(part.group("unit"), BigDecimal.ONE)));
    }
    BigDecimal signed = written.startsWith("-") ? sum.negate() : sum;
    return Optional.of(signed.signum() == 0 ? BigDecimal.ZERO : signed.stripTrailingZeros());
  }
}
