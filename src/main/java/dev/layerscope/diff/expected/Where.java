package dev.layerscope.diff.expected;

import dev.layerscope.diff.manifest.FieldChange;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which fields of which objects a rule is about; what is empty covers everything.
 *
 * @param path of fields
 * @param kind {@code Kind} or {@code group/Kind}, with {@code *}
 * @param application name of the Application, with {@code *}
 * @param object name of the object, with {@code *}
 */
public record Where(
    Optional<PathPattern> path,
    Optional<String> kind,
    Optional<String> application,
    Optional<String> object) {
  /** Covers everything. */
  public static final Where ANYWHERE =
      new Where(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Where path(String pattern) {
    return new Where(
        Optional.of(new PathPattern(pattern)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  boolean covers(FieldChange field, Subject subject) {
    return path.map(p -> p.covers(field.path())).orElse(true)
        && kind.map(k -> glob(k, subject.kind()) || glob(k, subject.groupKind())).orElse(true)
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
}
