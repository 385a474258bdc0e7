package dev.layerscope.edit.team;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.text.TextLines;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Quotas and limit ranges as somebody wrote them, put into a team's namespace. */
final class QuotaText {
  private static final List<String> KINDS = List.of("ResourceQuota", "LimitRange");

  private QuotaText() {}

  /**
   * The same text; where an object names no namespace, one line more.
   *
   * @throws RefusedException when there is something else in it, or another namespace
   */
  static String in(String namespace, String text) throws RefusedException {
    var missing = new ArrayList<Mapping.Entry>();
    int objects = 0;
    for (Document document : YamlReader.read(text, Reading.ARGO)) {
      switch (document) {
        case Document.Content(int line, Mapping root, var notices) -> {
          nameWithoutNamespace(root, namespace).ifPresent(missing::add);
          objects++;
        }
        case Document.Content(int line, var other, var notices) ->
            throw notOurs("line " + line + " is no object");
        case Document.Broken(int line, String message) -> throw notOurs(message);
        case Document.Empty ignored -> {}
      }
    }
    if (objects == 0) {
      throw notOurs("it is empty");
    }
    var lines = new TextLines(text.endsWith("\n") ? text : text + "\n");
    for (Mapping.Entry name : missing.reversed()) {
      String indent = " ".repeat(name.key().place().column() - 1);
      lines.insertAfter(name.value().place().endLine(), indent + "namespace: " + namespace);
    }
    for (Document document : YamlReader.read(lines.toString(), Reading.ARGO)) {
      if (document instanceof Document.Content content
          && !content.root().textAt("metadata", "namespace").equals(Optional.of(namespace))) {
        throw notOurs("write the namespace into it yourself: " + namespace);
      }
    }
    return lines.toString();
  }

  private static Optional<Mapping.Entry> nameWithoutNamespace(Mapping root, String namespace)
      throws RefusedException {
    String kind = root.textAt("kind").orElse("no kind");
    Optional<Mapping> metadata = root.mapping("metadata");
    Optional<Mapping.Entry> name = metadata.flatMap(m -> m.entry("name"));
    if (!KINDS.contains(kind)) {
      throw notOurs("it holds " + kind + "; only ResourceQuota and LimitRange belong there");
    }
    if (name.isEmpty()) {
      throw notOurs(kind + " has no name");
    }
    Optional<String> written = root.textAt("metadata", "namespace");
    if (written.filter(other -> !other.equals(namespace)).isPresent()) {
      throw notOurs(kind + " is for namespace " + written.get() + ", not " + namespace);
    }
    if (written.isEmpty() && metadata.get().flow()) {
      throw notOurs("write the namespace into it yourself: " + namespace);
    }
    return written.isPresent() ? Optional.empty() : name;
  }

  private static RefusedException notOurs(String why) {
    return new RefusedException("The quota cannot be used: " + why + ".", "");
  }
}
