package dev.layerscope.diff.expected;

import dev.layerscope.diff.manifest.FieldChange;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which fields of which objects a rule is about; what is empty covers everything.
 *
 * @param path pattern over paths: {@code *} for one name or one item, {@code **} for any number
 * @param kind {@code Kind} or {@code group/Kind}, with {@code *}
 * @param application name of the Application, with {@code *}
 * @param object name of the object, with {@code *}
 */
public record Where(
    Optional<String> path,
    Optional<String> kind,
    Optional<String> application,
    Optional<String> object) {
  /** Covers everything. */
  public static final Where ANYWHERE =
      new Where(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Where path(String pattern) {
    return new Where(Optional.of(pattern), Optional.empty(), Optional.empty(), Optional.empty());
  }

  boolean covers(FieldChange field, Subject subject) {
    String groupKind =
        subject.group().isEmpty() ? subject.kind() : subject.group() + "/" + subject.kind();
    return path.map(p -> pathPattern(p).matcher(field.path()).matches()).orElse(true)
        && kind.map(k -> glob(k, subject.kind()) || glob(k, groupKind)).orElse(true)
        && application.map(a -> glob(a, subject.application())).orElse(true)
        && object.map(o -> glob(o, subject.name())).orElse(true);
  }

  private static boolean glob(String pattern, String text) {
    var regex = new StringBuilder();
    for (String part : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.matches(regex.toString(), text);
  }

  /** A path covers what is below it, too: a removed mapping is told whole. */
  private static Pattern pathPattern(String written) {
    var regex = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      if (written.startsWith("**.", i)) {
        regex.append("(?:.*[.›] ?)?");
        i += 2;
      } else if (written.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (written.startsWith("[*]", i)) {
        regex.append("\\[[^]]*]");
        i += 2;
      } else if (written.charAt(i) == '*') {
        regex.append("[^.\\[]*");
      } else {
        regex.append(Pattern.quote(written.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex + "(?:[.\\[].*)?");
  }
}
