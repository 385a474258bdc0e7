package dev.layerscope.yaml;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scalar means to Argo CD: go-yaml v2 turned to JSON (specification §13.1). {@code yes} and
 * {@code y} are booleans, {@code 08} is 8, dates and clock times stay text.
 */
public final class ArgoScalars {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> NOT_FINITE =
      Set.of(
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
          "-.Inf", "-.INF");

  /** Of the words above. */
  private static final int LONGEST_WORD = 5;

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern PREFIXED =
      Pattern.compile(
          "(?<sign>[-+]?)0(?:[xX](?<hex>[0-9a-fA-F]+)|[bB](?<bin>[01]+)|[oO]?(?<oct>[0-7]+))");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final String CORE = "tag:yaml.org,2002:";

  private ArgoScalars() {}

  /** The meaning of a scalar. */
  public static Value read(Scalar scalar) {
    String tag = scalar.tag();
    if (tag.equals(CORE + "binary")) {
      return binary(scalar.text());
    }
    if (tag.isEmpty()
        ? scalar.isPlain()
        : Set.of(CORE + "int", CORE + "float", CORE + "bool", CORE + "null").contains(tag)) {
      return plain(scalar.text());
    }
    return new Value.Text(scalar.text());
  }

  /**
   * Whether the scalar is an infinity or not a number: JSON cannot hold it, and Argo CD refuses the
   * document.
   */
  static boolean isNotFinite(Scalar scalar) {
    return scalar.text().length() <= LONGEST_WORD
        && scalar.isPlain()
        && scalar.tag().isEmpty()
        && NOT_FINITE.contains(scalar.text());
  }

  private static Value plain(String text) {
    if (text.length() > LONGEST_WORD && !startsANumber(text.charAt(0))) {
      return new Value.Text(text);
    }
    if (NULL.contains(text)) {
      return new Value.Null();
    }
    if (TRUE.contains(text)) {
      return new Value.Bool(true);
    }
    if (FALSE.contains(text)) {
      return new Value.Bool(false);
    }
    return startsANumber(text.charAt(0)) ? number(text) : new Value.Text(text);
  }

  private static boolean startsANumber(char first) {
    return first == '+' || first == '-' || first == '.' || first >= '0' && first <= '9';
  }

  private static Value number(String text) {
    String digits = text.replace("_", "");
    return integer(digits)
        .<Value>map(Value.Int::new)
        .or(() -> floating(digits).map(Value.Float::new))
        .orElse(new Value.Text(text));
  }

  private static Optional<BigInteger> integer(String digits) {
    Optional<BigInteger> value = Optional.empty();
    var prefixed = PREFIXED.matcher(digits);
    if (DECIMAL.matcher(digits).matches()) {
      value = Optional.of(new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits));
    } else if (prefixed.matches()) {
      BigInteger size =
          prefixed.group("hex") != null
              ? new BigInteger(prefixed.group("hex"), 16)
              : prefixed.group("bin") != null
                  ? new BigInteger(prefixed.group("bin"), 2)
                  : new BigInteger(prefixed.group("oct"), 8);
      value = Optional.of(prefixed.group("sign").equals("-") ? size.negate() : size);
    }
    return value.filter(v -> v.compareTo(MIN) >= 0 && v.compareTo(MAX) <= 0);
  }

  private static Optional<Double> floating(String digits) {
    if (!FLOAT.matcher(digits).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(digits);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
  }

  private static Value binary(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return new Value.Text(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return new Value.Text(text);
    }
  }
}
