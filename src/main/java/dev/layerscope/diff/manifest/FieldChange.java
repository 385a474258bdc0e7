package dev.layerscope.diff.manifest;

import java.util.Locale;
import java.util.Optional;

/**
 * One field that differs in meaning.
 *
 * @param path dots between keys; list items by the keys Kubernetes matches them by, else by
 *     position: {@code spec.template.spec.containers[name=api].args[2]}
 * @param from the value as JSON text on the first side; empty when absent
 * @param to the value as JSON text on the second side; empty when absent
 * @param kind what sort of difference it is
 * @param note what a reader should know about it, in words; empty when the values say all
 */
public record FieldChange(
    String path, Optional<String> from, Optional<String> to, Kind kind, Optional<String> note) {

  /** The sort of a difference. The numbers of {@code docs/semantic-diff.md} say which is when. */
  public enum Kind {
    /** Another value, or a value on one side only. */
    VALUE,
    /** The same items in another order, where order matters or may matter. */
    ORDER,
    /** Another tag or digest of the same image. */
    IMAGE_VERSION,
    /** Another image. */
    IMAGE,
    /** A text that differs only in line ends or the final line break. */
    LINE_ENDS,
    /** A text that holds YAML or JSON of the same meaning, written otherwise. */
    TEXT_FORMATTING;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A plain difference of values. */
  public FieldChange(String path, Optional<String> from, Optional<String> to) {
    this(path, from, to, Kind.VALUE, Optional.empty());
  }

  FieldChange noted(String words) {
    return note.isPresent() ? this : new FieldChange(path, from, to, kind, Optional.of(words));
  }
}
