package dev.layerscope.yaml;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plain scalar means to Kustomize's YAML library, go-yaml v3 (specification §13.5). Differs
 * from {@link ArgoScalars} in the words of YAML 1.1, which are text here, and in dates, which have
 * a type of their own.
 */
public final class KyamlScalars {
  private static final Set<String> WORDS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off",
          "OFF");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}([Tt ].*)?");

  private static final int SHORTEST_DATE = 8;

  private KyamlScalars() {}

  /** The meaning of a text written plain and without a tag. */
  public static Value plain(String text) {
    return WORDS.contains(text) ? new Value.Text(text) : ArgoScalars.read(Scalar.plain(text));
  }

  /** Whether a text written plain is a date or a point in time. */
  public static boolean isDate(String text) {
    return text.length() >= SHORTEST_DATE
        && Character.isDigit(text.charAt(0))
        && DATE.matcher(text).matches();
  }

  /** The short tag go-yaml gives to a scalar: {@code !!str}, {@code !!int} and so on. */
  public static String tag(Scalar scalar) {
    if (!scalar.tag().isEmpty()) {
      String core = "tag:yaml.org,2002:";
      return scalar.tag().startsWith(core)
          ? "!!" + scalar.tag().substring(core.length())
          : scalar.tag();
    }
    if (!scalar.isPlain()) {
      return "!!str";
    }
    return switch (plain(scalar.text())) {
      case Value.Null ignored -> "!!null";
      case Value.Bool ignored -> "!!bool";
      case Value.Int ignored -> "!!int";
      case Value.Float ignored -> "!!float";
      case Value.Text ignored -> isDate(scalar.text()) ? "!!timestamp" : "!!str";
    };
  }
}
