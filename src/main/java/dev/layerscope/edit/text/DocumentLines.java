package dev.layerscope.edit.text;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a file, document by document, so that one can be exchanged as it is written. */
public final class DocumentLines {
  private final TextLines lines;
  private final List<Part> parts = new ArrayList<>();

  /** The lines between two separators, by their numbers; none when {@code last < first}. */
  private record Part(int first, int last) {}

  public DocumentLines(String text) {
    this.lines = new TextLines(text);
    int first = 1;
    for (int i = 1; i <= lines.count(); i++) {
      if (lines.line(i).startsWith("---")) {
        parts.add(new Part(first, i - 1));
        first = i + 1;
      }
    }
    parts.add(new Part(first, lines.count()));
  }

  /** Whether a file has only this object. */
  public static boolean isAlone(String text, ResourceKey key) {
    return Yaml.isOne(text) && document(text, key).isPresent();
  }

  /** The number of the document that is an object, as {@link Yaml#roots} counts. */
  public static Optional<Integer> document(String text, ResourceKey key) {
    List<Optional<Node>> roots = Yaml.roots(text);
    for (int i = 0; i < roots.size(); i++) {
      if (roots.get(i).filter(root -> isObject(root, key)).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** A namespace that is not written is the one it is rendered into. */
  private static boolean isObject(Node root, ResourceKey key) {
    return root instanceof Mapping mapping
        && Manifest.of(mapping, new Origin("", "", ""))
            .map(Manifest::key)
            .filter(k ->
                k.group().equals(key.group())
                    && k.kind().equals(key.kind())
                    && k.name().equals(key.name())
                    && (k.namespace().isEmpty() || k.namespace().equals(key.namespace())))
            .isPresent();
  }

  /** One of several documents as a text of its own. */
  public static String only(String text, int document) {
    var lines = new DocumentLines(text);
    List<Part> written = lines.written();
    return written.size() == 1 ? text : lines.text(written.get(document));
  }

  /**
   * A text without one of its documents, and without the separator in front of it. Everything else
   * stays; that is read again before it is believed.
   *
   * @throws RefusedException when it cannot be cut out so
   */
  public static String without(String text, int document, String where) throws RefusedException {
    var lines = new DocumentLines(text);
    List<Part> written = lines.written();
    List<Optional<Node>> expected = new ArrayList<>(Yaml.roots(text));
    if (document < written.size() && written.size() == expected.size()) {
      Part part = written.get(document);
      boolean first = part.first() == 1;
      var rest = new ArrayList<>(lines.lines.between(1, first ? 0 : part.first() - 2));
      rest.addAll(
          lines.lines.between(first ? part.last() + 2 : part.last() + 1, lines.lines.count()));
      String after = String.join("", rest);
      expected.remove(document);
      if (Yaml.roots(after).equals(expected)) {
        return after;
      }
    }
    throw new RefusedException(
        "Document " + (document + 1) + " of " + where + " cannot be cut out safely.",
        "Take it out by hand.");
  }

  /** The parts that are documents, as {@link Yaml#roots} counts. */
  private List<Part> written() {
    return parts.stream().filter(part -> !text(part).isBlank()).toList();
  }

  private Optional<Part> part(ResourceKey key) {
    return parts.stream()
        .filter(p ->
            Yaml.roots(text(p)).stream()
                .anyMatch(r -> r.filter(root -> isObject(root, key)).isPresent()))
        .findFirst();
  }

  private String text(Part part) {
    return String.join("", lines.between(part.first(), part.last()));
  }

  /** This text with one object as another text has it. */
  public String with(ResourceKey key, DocumentLines other) {
    Optional<Part> here = part(key);
    List<String> there =
        other
            .part(key)
            .map(p -> other.lines.between(p.first(), p.last()))
            .orElse(List.of())
            .stream()
            .map(line -> line.replaceFirst("[\r\n]+$", lines.lineEnd()))
            .toList();
    var all = new ArrayList<String>();
    if (here.isEmpty()) {
      all.addAll(lines.between(1, lines.count()));
      if (!there.isEmpty()) {
        all.add("---" + lines.lineEnd());
        all.addAll(there);
      }
    } else {
      int first = here.get().first();
      int last = here.get().last();
      boolean gone = there.isEmpty();
      all.addAll(lines.between(1, gone && first > 1 ? first - 2 : first - 1));
      all.addAll(there);
      all.addAll(lines.between(gone && first == 1 ? last + 2 : last + 1, lines.count()));
    }
    return TextLines.join(all, lines.lineEnd());
  }
}
