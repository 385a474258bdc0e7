package dev.layerscope.edit.promotion;

import dev.layerscope.diff.manifest.FieldPath;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.TextComparison;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.edit.text.DocumentLines;
import dev.layerscope.edit.text.KustomizationEntries;
import dev.layerscope.edit.text.TextLines;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of the target of which some parts become what another environment has; everything else
 * keeps its bytes.
 */
final class PartialFile {
  private final String where;
  private final String incoming;

  /**
   * @param where the file, as a person calls it
   * @param incoming the other environment's text, with the target's own branches
   */
  PartialFile(String where, String incoming) {
    this.where = where;
    this.incoming = incoming;
  }

  /** Lines first: they are counted in the text as it is. */
  String take(String target, List<FilePart> parts) throws RefusedException {
    var hunks = new ArrayList<Tick.LineRange>();
    parts.forEach(part -> {
      if (part instanceof FilePart.Lines lines) {
        hunks.addAll(lines.hunks());
      }
    });
    String text = hunks.isEmpty() ? target : lines(target, hunks);
    for (FilePart part : parts) {
      text =
          switch (part) {
            case FilePart.Lines ignored -> text;
            case FilePart.Whole object ->
                new DocumentLines(text).with(object.key(), new DocumentLines(incoming));
            case FilePart.Value value -> value(text, value);
            case FilePart.Listed listed -> KustomizationEntries.add(where, text, listed.entries());
          };
    }
    return text;
  }

  private String lines(String target, List<Tick.LineRange> hunks) {
    var old = new TextLines(target);
    var fresh = new TextLines(incoming);
    List<AlignedLine> rows = TextComparison.align(target, incoming);
    var out = new ArrayList<String>();
    int at = 0;
    int here = 0;
    int there = 0;
    while (at < rows.size()) {
      int end = at;
      int before = here;
      int beforeThere = there;
      boolean equal = rows.get(at).kind() == AlignedLine.Kind.EQUAL;
      while (end < rows.size() && (rows.get(end).kind() == AlignedLine.Kind.EQUAL) == equal) {
        here += rows.get(end).from().isPresent() ? 1 : 0;
        there += rows.get(end).to().isPresent() ? 1 : 0;
        end++;
      }
      var hunk = new Tick.LineRange(before, here - before);
      boolean taken = !equal && hunks.stream().anyMatch(hunk::touches);
      out.addAll(taken ? fresh.between(beforeThere + 1, there) : old.between(before + 1, here));
      at = end;
    }
    return TextLines.join(out, old.lineEnd());
  }

  private String value(String target, FilePart.Value value) throws RefusedException {
    Optional<Integer> here = DocumentLines.document(target, value.key());
    Optional<Integer> there = DocumentLines.document(incoming, value.key());
    if (here.isEmpty() || there.isEmpty()) {
      throw new RefusedException(
          value.key().kind() + " " + value.key().name() + " is not in " + where + " on both sides.",
          "Tick the whole object.");
    }
    FieldPath path = FieldPath.parse(value.path());
    Node old = Yaml.roots(target).get(here.get()).orElseThrow();
    Node fresh = Yaml.roots(incoming).get(there.get()).orElseThrow();
    Optional<Node> wanted = path.in(there.get(), fresh).map(FieldPath.Found::value);
    Optional<YamlPath> now = path.in(here.get(), old).map(FieldPath.Found::path);
    if (wanted.isEmpty()) {
      return now.isEmpty() ? unwritten(value) : Yaml.done(Splice.delete(target, now.get()), where);
    }
    Optional<YamlPath> place = now.or(() -> path.place(here.get(), old));
    if (place.isEmpty()) {
      throw new RefusedException(
          value.path() + " of " + where + " hangs from an item the target does not have.",
          "Tick the lines, or the whole object.");
    }
    return Yaml.set(target, place.get(), wanted.get(), where);
  }

  private String unwritten(FilePart.Value value) throws RefusedException {
    throw new RefusedException(
        value.path() + " is not written in " + where + ": it comes from somewhere else.",
        "Tick the Application, or the file it comes from.");
  }
}
