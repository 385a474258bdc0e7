package dev.layerscope.diff.manifest;

import dev.layerscope.diff.manifest.Shape.ListRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code fields.txt}; its head says how a line is written. */
final class FieldTableText {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<name>[^\\[{:=]+)(?<list>\\[[^]]*]|\\{})?(?<reading>:[a-z]+)?(=(?<type>\\S+))?");

  /** Every object has these. */
  private static final String METADATA = "finalizers{} ownerReferences[uid]";

  private final Map<String, List<String>> types = new HashMap<>();

  private FieldTableText() {}

  /** Kinds by {@code group/Kind}. */
  static Map<String, KindShape> read(String text) {
    var reading = new FieldTableText();
    Map<String, List<String>> kinds = new HashMap<>();
    Map<String, List<String>> own = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ");
      List<String> fields = Arrays.asList(words).subList(Math.min(2, words.length), words.length);
      switch (words[0]) {
        case "type" -> reading.types.put(words[1], fields);
        case "kind" -> kinds.put(words[1], fields);
        case "own" -> own.put(words[1], fields);
        default -> {}
      }
    }
    Map<String, KindShape> shapes = new HashMap<>();
    kinds.forEach((kind, fields) ->
        shapes.put(kind, new KindShape(reading.root(fields, new ListRule.InOrder()), true)));
    own.forEach((kind, fields) ->
        shapes.put(kind, new KindShape(reading.root(fields, new ListRule.Guessed()), false)));
    return shapes;
  }

  private Shape root(List<String> fields, ListRule otherLists) {
    Map<String, Shape.Field> all = new HashMap<>(shape(fields, otherLists).fields());
    all.put(
        "metadata",
        new Shape.Field(
            otherLists, Shape.Reading.PLAIN, shape(List.of(METADATA.split(" ")), otherLists)));
    return new Shape(all, otherLists);
  }

  private Shape shape(List<String> fields, ListRule otherLists) {
    Map<String, Shape.Field> shapes = new HashMap<>();
    for (String field : fields) {
      Matcher m = FIELD.matcher(field);
      if (!m.matches()) {
        throw new IllegalStateException("fields.txt: “" + field + "” is no field");
      }
      String type = m.group("type");
      Shape below =
          type == null
              ? new Shape(Map.of(), otherLists)
              : shape(types.getOrDefault(type, List.of()), otherLists);
      ListRule list = m.group("list") == null ? otherLists : list(m.group("list"));
      shapes.put(m.group("name"), new Shape.Field(list, reading(m.group("reading")), below));
    }
    return new Shape(shapes, otherLists);
  }

  private static ListRule list(String written) {
    if (written.equals("{}")) {
      return new ListRule.AsSet();
    }
    String keys = written.substring(1, written.length() - 1);
    if (keys.equals("by-image")) {
      return new ListRule.ByImage();
    }
    var alternatives = new ArrayList<List<String>>();
    for (String alternative : keys.split("\\|")) {
      alternatives.add(List.of(alternative.split(",")));
    }
    return new ListRule.Keyed(alternatives);
  }

  private static Shape.Reading reading(@org.jspecify.annotations.Nullable String written) {
    return written == null
        ? Shape.Reading.PLAIN
        : written.equals(":quantity") ? Shape.Reading.QUANTITY : Shape.Reading.DURATION;
  }
}
