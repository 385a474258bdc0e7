package dev.layerscope.edit.origin;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an ApplicationSet makes an Application of: an element of a list generator, or a file that a
 * git generator reads.
 *
 * @param at the element's place in the file
 * @param whole whether the file is nothing but this element
 */
record SetElement(
    Snapshot snapshot, Branch branch, TreePath file, YamlPath at, Mapping value, boolean whole) {
  private static final Pattern SEGMENT = Pattern.compile("path\\[(\\d{1,3})]");

  /** {@code config/qa.json of east on dev}. */
  String described() {
    return file + " of " + snapshot.url().shortName() + " on " + branch.name();
  }

  /** A value as templates see it: of a file, its place as well. */
  Optional<String> value(List<String> keys) {
    String folder = file.parent().value();
    Matcher segment = SEGMENT.matcher(keys.getFirst());
    if (whole && segment.matches()) {
      return Stream.of(folder.split("/")).skip(Integer.parseInt(segment.group(1))).findFirst();
    }
    if (!whole || !keys.getFirst().equals("path")) {
      return SetTemplate.value(value, keys);
    }
    return switch (keys.getLast()) {
      case "path" -> Optional.of(folder);
      case "basename" -> Optional.of(TreePath.of(folder).name());
      case "filename" -> Optional.of(file.name());
      default -> Optional.empty();
    };
  }
}
