package dev.layerscope.diff.manifest;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.manifest.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the fields of an object that differ stand in its two texts: what may be taken out of sight
 * together with a field, and what a remark on it stands beside.
 */
public final class FieldLines {
  /** Of texts in which no field is looked for. */
  public static final FieldLines NONE = new FieldLines(Map.of(), Map.of());

  private final Map<Integer, FieldLine> from;
  private final Map<Integer, FieldLine> to;

  private FieldLines(Map<Integer, FieldLine> from, Map<Integer, FieldLine> to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Looks fields up in both texts. A text in which the object does not stand, or stands twice, has
   * none of them, nor has one whose field has another value: it was made by a renderer then.
   *
   * @param key the object, which may share the texts with others
   */
  public static FieldLines of(ResourceKey key, String from, String to, List<FieldChange> fields) {
    return fields.isEmpty()
        ? NONE
        : new FieldLines(
            FieldLine.in(from, key, fields, FieldChange::from),
            FieldLine.in(to, key, fields, FieldChange::to));
  }

  /** The field that is all a pair of lines differs in; empty when anything else differs, too. */
  public Optional<FieldChange> only(AlignedLine line) {
    Optional<FieldLine> before = line.from().flatMap(l -> at(from, l));
    Optional<FieldLine> after = line.to().flatMap(l -> at(to, l));
    return switch (line.kind()) {
      case EQUAL -> Optional.empty();
      case ADDED -> after.filter(FieldLine::alone).map(FieldLine::field);
      case REMOVED -> before.filter(FieldLine::alone).map(FieldLine::field);
      case CHANGED ->
          before
              .filter(b -> after.filter(a -> a.differsOnlyInItsValueFrom(b)).isPresent())
              .map(FieldLine::field);
    };
  }

  /** The field that begins or goes on in a pair of lines that differ. */
  public Optional<FieldChange> on(AlignedLine line) {
    return line.kind() == AlignedLine.Kind.EQUAL
        ? Optional.empty()
        : line.to()
            .flatMap(l -> at(to, l))
            .or(() -> line.from().flatMap(l -> at(from, l)))
            .map(FieldLine::field);
  }

  private static Optional<FieldLine> at(
      Map<Integer, FieldLine> lines, AlignedLine.Numbered numbered) {
    return Optional.ofNullable(lines.get(numbered.number()));
  }
}
