package dev.layerscope.diff.expected;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.yaml.Mapping;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The object a difference was found in, on both sides.
 *
 * @param application the Application that renders it; its own name for an Application
 * @param from,to the object; empty when it is on one side only
 */
public record Subject(
    String application,
    String group,
    String kind,
    String name,
    Optional<Mapping> from,
    Optional<Mapping> to,
    SideNames before,
    SideNames after) {
  String groupKind() {
    return group.isEmpty() ? kind : group + "/" + kind;
  }

  boolean equalButForNames(FieldChange field) {
    String a = without(field.from().orElse(""), before.names());
    String b = without(field.to().orElse(""), after.names());
    return a.equals(b);
  }

  /** A name counts only as a whole word: {@code qa} is not in {@code square}. */
  private static String without(String text, Collection<String> names) {
    String result = text;
    for (String name : names) {
      result =
          Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(name) + "(?![A-Za-z0-9])")
              .matcher(result)
              .replaceAll("\u0000");
    }
    return result;
  }
}
