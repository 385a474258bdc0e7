package dev.layerscope.diff.manifest;

import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A line of a text that holds the value of a field, or a part of it.
 *
 * @param before what stands on the line before the value, as it is written
 * @param after what stands behind it
 */
record FieldLine(FieldChange field, String before, String after) {

  /** Whether the line would not be there without the field. */
  boolean alone() {
    return after.isBlank() && before.strip().matches("|-|[^\\s#{\\[,-][^#{\\[,]*:");
  }

  boolean differsOnlyInItsValueFrom(FieldLine other) {
    return field.equals(other.field) && before.equals(other.before) && after.equals(other.after);
  }

  /** The lines of fields in a text, by their 1-based number. */
  static Map<Integer, FieldLine> in(
      String text,
      ResourceKey key,
      List<FieldChange> fields,
      Function<FieldChange, Optional<String>> side) {
    Map<Integer, FieldLine> found = new HashMap<>();
    Optional<Mapping> object = object(text, key);
    List<String> lines = text.lines().toList();
    for (FieldChange field : fields) {
      Optional<String> value = side.apply(field);
      object
          .flatMap(root -> FieldPath.parse(field.path()).in(0, root))
          .map(FieldPath.Found::value)
          .filter(node -> value.filter(JsonText.of(node)::equals).isPresent())
          .ifPresent(node -> lines(field, node, lines, found));
    }
    return found;
  }

  /** The object among the documents of a text; empty when it is not there, or not just once. */
  private static Optional<Mapping> object(String text, ResourceKey key) {
    List<Document> documents = YamlReader.read(text, Reading.ARGO);
    if (documents.stream().anyMatch(Document.Broken.class::isInstance)) {
      return Optional.empty();
    }
    List<Mapping> objects =
        documents.stream()
            .filter(Document.Content.class::isInstance)
            .map(document -> ((Document.Content) document).root())
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .filter(root -> is(root, key))
            .toList();
    return objects.size() == 1 ? Optional.of(objects.getFirst()) : Optional.empty();
  }

  private static boolean is(Mapping root, ResourceKey key) {
    Optional<String> namespace = root.textAt("metadata", "namespace");
    return root.textAt("kind").filter(key.kind()::equals).isPresent()
        && root.textAt("metadata", "name").filter(key.name()::equals).isPresent()
        && (namespace.isEmpty() || namespace.get().equals(key.namespace()));
  }

  private static void lines(
      FieldChange field, Node node, List<String> lines, Map<Integer, FieldLine> found) {
    Place place = node.place();
    if (place.line() < 1 || place.line() > lines.size()) {
      return;
    }
    String first = lines.get(place.line() - 1);
    if (place.line() == place.endLine()) {
      int start = first.offsetByCodePoints(0, place.column() - 1);
      int end = first.offsetByCodePoints(start, place.endColumn() - place.column());
      found.put(
          place.line(), new FieldLine(field, first.substring(0, start), first.substring(end)));
      return;
    }
    String before = first.substring(0, first.offsetByCodePoints(0, place.column() - 1));
    // A block begins on the line below its key, everything else beside its key or its dash.
    int head = before.isBlank() ? place.line() - 1 : place.line();
    if (head >= 1) {
      String key = before.isBlank() ? lines.get(head - 1).stripTrailing() : before;
      found.put(head, new FieldLine(field, key, ""));
    }
    IntStream.rangeClosed(head + 1, last(place, lines))
        .forEach(number -> found.put(number, new FieldLine(field, "", "")));
  }

  /** The last line with something of the value; its end is where the next thing begins. */
  private static int last(Place place, List<String> lines) {
    int last = Math.min(place.endLine(), lines.size());
    if (last == place.endLine()) {
      String text = lines.get(last - 1);
      int end = Math.min(place.endColumn() - 1, text.length());
      last = text.substring(0, end).isBlank() ? last - 1 : last;
    }
    while (last > place.line() && isNothing(lines.get(last - 1))) {
      last--;
    }
    return last;
  }

  private static boolean isNothing(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }
}
