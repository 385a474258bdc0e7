package dev.layerscope.edit.text;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds files to the {@code resources} of a kustomization the way it is written: same indent, same
 * quotes, in order where the list is in order. Only what is announced comes in; every other byte
 * stays. The result is read again before it is believed.
 */
public final class KustomizationEntries {
  private static final String MARK = "\uFEFF";
  private static final String KEY = "resources";

  private final String where;
  private final List<String> entries;

  private KustomizationEntries(String where, List<String> entries) {
    this.where = where;
    this.entries = entries;
  }

  /**
   * @param where the file, as a person calls it
   * @param text the whole file
   * @param entries paths relative to the kustomization's folder
   * @throws RefusedException when there is no safe place; the hint has the lines to paste
   */
  public static String add(String where, String text, List<String> entries)
      throws RefusedException {
    return new KustomizationEntries(where, entries).addTo(text);
  }

  private String addTo(String text) throws RefusedException {
    if (text.contains("{{")) {
      throw refused("is a template");
    }
    String mark = text.startsWith(MARK) ? MARK : "";
    String body = text.substring(mark.length());
    Mapping before = read(body);
    List<String> missing = new ArrayList<>(entries);
    missing.removeAll(names(before));
    String after = body;
    for (String entry : missing) {
      after = addOne(after, read(after), entry);
    }
    verify(before, read(after), missing);
    return mark + after;
  }

  private String addOne(String text, Mapping root, String entry) throws RefusedException {
    List<String> names = names(root);
    boolean dotted = !names.isEmpty() && names.stream().allMatch(name -> name.startsWith("./"));
    String spelled = dotted ? "./" + entry : entry;
    if (!root.has(KEY)) {
      return atEnd(text, spelled);
    }
    Sequence list =
        root.sequence(KEY)
            .filter(found -> !found.items().isEmpty())
            .orElseThrow(() -> refused("has no list of resources that could be added to"));
    return list.flow() ? inFlow(text, list, spelled) : inBlock(text, list, names, spelled);
  }

  /** {@code resources:} at the end of a file that has none. */
  private static String atEnd(String text, String entry) {
    var lines = new TextLines(text);
    lines.insertAfter(lines.count(), KEY + ":");
    lines.insertAfter(lines.count(), "  - " + quoted(entry, ""));
    return lines.toString();
  }

  /** A line of its own, behind the entry it belongs behind. */
  private String inBlock(String text, Sequence list, List<String> names, String entry)
      throws RefusedException {
    boolean sorted = names.size() > 1 && names.stream().sorted().toList().equals(names);
    long before =
        sorted ? names.stream().filter(n -> n.compareTo(entry) < 0).count() : names.size();
    Node neighbour = list.items().get((int) Math.max(0, before - 1));
    var lines = new TextLines(text);
    int line = neighbour.place().line();
    if (neighbour.place().endLine() != line || line > lines.count()) {
      throw refused("has a resource that is written over several lines");
    }
    String model = lines.line(line);
    String lead = prefix(model, neighbour);
    if (!lead.matches("[ ]*-[ ]+")) {
      throw refused("writes its resources in a form that is not added to");
    }
    String written = lead + quoted(entry, model.substring(lead.length()));
    lines.insertAfter(before == 0 ? line - 1 : line, written);
    return lines.toString();
  }

  /** {@code [a.yaml, b.yaml]}: one more before the bracket. */
  private String inFlow(String text, Sequence list, String entry) throws RefusedException {
    Node last = list.items().getLast();
    var lines = new TextLines(text);
    int number = last.place().endLine();
    if (number > lines.count()) {
      throw refused("writes its resources in a form that is not added to");
    }
    String line = lines.line(number);
    int end = line.offsetByCodePoints(0, Math.min(line.length(), last.place().endColumn() - 1));
    String model = line.substring(Math.min(prefix(line, last).length(), end), end);
    lines.replace(
        number, line.substring(0, end) + ", " + quoted(entry, model) + line.substring(end));
    return lines.toString();
  }

  private static String prefix(String line, Node item) {
    int codePoints = Math.min(line.codePointCount(0, line.length()), item.place().column() - 1);
    return line.substring(0, line.offsetByCodePoints(0, codePoints));
  }

  /** The entry with the quotes its neighbour has. Our entries need none: names and slashes only. */
  private static String quoted(String entry, String neighbour) {
    String quote = neighbour.startsWith("\"") ? "\"" : neighbour.startsWith("'") ? "'" : "";
    return quote + entry + quote;
  }

  private void verify(Mapping before, Mapping after, List<String> missing) throws RefusedException {
    List<String> wanted = missing.stream().map(KustomizationEntries::plain).toList();
    List<String> kept = new ArrayList<>(names(after));
    boolean all = kept.stream().map(KustomizationEntries::plain).toList().containsAll(wanted);
    kept.removeIf(name -> wanted.contains(plain(name)));
    boolean same = before.without(KEY).equals(after.without(KEY)) && kept.equals(names(before));
    if (!all || !same) {
      throw refused("cannot be added to without changing something else in it");
    }
  }

  private static String plain(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private Mapping read(String text) throws RefusedException {
    List<Document> documents = YamlReader.read(text, Reading.KYAML);
    if (documents.isEmpty()) {
      return Mapping.EMPTY;
    }
    if (documents.size() == 1
        && documents.getFirst() instanceof Document.Content content
        && content.root() instanceof Mapping root) {
      return root;
    }
    throw refused("is not one readable mapping");
  }

  private List<String> names(Mapping root) throws RefusedException {
    var names = new ArrayList<String>();
    for (Node item : root.sequence(KEY).map(Sequence::items).orElse(List.of())) {
      if (!(item instanceof Scalar scalar)) {
        throw refused("has a resource that is no text");
      }
      names.add(scalar.text());
    }
    return names;
  }

  private RefusedException refused(String why) {
    return new RefusedException(
        where + " " + why + ".",
        "Add these resources by hand: " + String.join(", ", entries) + ".");
  }

  /** What in a kustomization changes names or namespaces of everything below it, and so of ours. */
  public static Optional<String> transformer(Mapping kustomization) {
    for (String key : List.of("namespace", "namePrefix", "nameSuffix")) {
      Optional<String> value = kustomization.textAt(key).filter(text -> !text.isEmpty());
      if (value.isPresent()) {
        return Optional.of(key + ": " + value.get());
      }
    }
    return Optional.empty();
  }
}
