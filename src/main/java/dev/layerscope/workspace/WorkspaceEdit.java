package dev.layerscope.workspace;

import dev.layerscope.workspace.WorkspaceForm.Field;
import dev.layerscope.workspace.WorkspaceForm.Section;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.Spliced;
import dev.layerscope.yaml.YamlPath;
import dev.layerscope.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a workspace file, read and changed value by value. A change touches the lines of its
 * value alone, comments stay, and what comes out is a workspace: what would not be one is refused
 * with the sentence that opening it would give.
 *
 * @param file where it lies, for those sentences
 */
public record WorkspaceEdit(Path file, String text) {
  /** How many entries a section has; 1 for a mapping. */
  public int entries(Section section) {
    return section.list() ? list(section).map(list -> list.items().size()).orElse(0) : 1;
  }

  /**
   * A value as the form shows it; empty when it is not written.
   *
   * @param entry counted from 0; 0 for a mapping
   */
  public Optional<String> value(Section section, int entry, Field field) {
    return at(section, entry)
        .flatMap(node -> node.at(field.key()))
        .map(n -> FormValue.shown(n, field.kind()));
  }

  private Optional<Node> at(Section section, int entry) {
    if (section.key().isEmpty()) {
      return root();
    }
    return section.list()
        ? list(section).filter(l -> entry < l.items().size()).map(l -> l.items().get(entry))
        : root().flatMap(node -> node.at(section.key()));
  }

  private Optional<Sequence> list(Section section) {
    return root()
        .flatMap(node -> node.at(section.key()))
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast);
  }

  private Optional<Node> root() {
    return YamlReader.read(text, Reading.ARGO).stream()
        .filter(Document.Content.class::isInstance)
        .map(document -> ((Document.Content) document).root())
        .findFirst();
  }

  private static YamlPath path(Section section, int entry) {
    if (section.key().isEmpty()) {
      return YamlPath.root(0);
    }
    YamlPath path = YamlPath.of(section.key());
    return section.list() ? path.item(entry) : path;
  }

  /**
   * Another value; an empty one takes the key away.
   *
   * @throws WorkspaceException when that would be no workspace, or there is no safe place for it
   */
  public WorkspaceEdit set(Section section, int entry, Field field, String typed)
      throws WorkspaceException {
    YamlPath path = path(section, entry).down(field.key());
    boolean written = at(section, entry).flatMap(node -> node.at(field.key())).isPresent();
    if (typed.isBlank()) {
      return written ? done(Splice.delete(text, path)) : this;
    }
    Node value = FormValue.typed(typed, field.kind());
    return done(Splice.put(text, path, value));
  }

  /** One more entry at the end of a list. */
  public WorkspaceEdit add(Section section, Map<Field, String> values) throws WorkspaceException {
    Map<String, Node> entry = new LinkedHashMap<>();
    for (Map.Entry<Field, String> value : values.entrySet()) {
      if (!value.getValue().isBlank()) {
        entry.put(value.getKey().key(), FormValue.typed(value.getValue(), value.getKey().kind()));
      }
    }
    Mapping fresh = Mapping.of(entry);
    YamlPath list = YamlPath.of(section.key());
    return done(
        list(section).isPresent()
            ? Splice.append(text, list, fresh)
            : Splice.put(text, list, Sequence.of(List.of(fresh))));
  }

  /** An entry of a list goes. */
  public WorkspaceEdit remove(Section section, int entry) throws WorkspaceException {
    return done(Splice.delete(text, path(section, entry)));
  }

  /** An entry of a list changes places with the one after it, each with its comments. */
  public WorkspaceEdit swap(Section section, int entry) throws WorkspaceException {
    List<Node> items = list(section).map(Sequence::items).orElse(List.of());
    if (entry < 0 || entry + 1 >= items.size()) {
      return this;
    }
    var wanted = new ArrayList<>(items);
    Collections.swap(wanted, entry, entry + 1);
    YamlPath list = YamlPath.of(section.key());
    Optional<String> swapped = EntryLines.swap(text, items, entry);
    if (swapped.isPresent()) {
      var after = new WorkspaceEdit(file, swapped.get());
      boolean right =
          after.list(section).map(Sequence::items).filter(now -> same(now, wanted)).isPresent();
      if (right) {
        return after.checked();
      }
    }
    return done(Splice.replace(text, list, Sequence.of(wanted)));
  }

  private static boolean same(List<Node> a, List<Node> b) {
    return Sequence.of(a).equals(Sequence.of(b))
        || dev.layerscope.yaml.YamlPrinter.print(Sequence.of(a))
            .equals(dev.layerscope.yaml.YamlPrinter.print(Sequence.of(b)));
  }

  private WorkspaceEdit done(Spliced spliced) throws WorkspaceException {
    return switch (spliced) {
      case Spliced.Done(String after, Spliced.Change ignored) ->
          new WorkspaceEdit(file, after).checked();
      case Spliced.Refused(String reason, String paste) ->
          throw new WorkspaceException(
              "The workspace file "
                  + reason
                  + "."
                  + (paste.isEmpty() ? "" : " Write this there yourself:\n" + paste));
    };
  }

  private WorkspaceEdit checked() throws WorkspaceException {
    WorkspaceFile.of(file, text);
    return this;
  }
}
