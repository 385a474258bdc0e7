package dev.layerscope.workspace;

import dev.layerscope.edit.Additions;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.Spliced;
import dev.layerscope.yaml.YamlPath;
import dev.layerscope.yaml.YamlReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Adds to a workspace file as a person would: every comment and every other line stays. */
public final class WorkspaceText {
  private static final String IGNORE = "ignore";

  private WorkspaceText() {}

  /**
   * The text with repositories and roots more.
   *
   * @throws WorkspaceException when there is no safe place; the message has the lines to paste
   */
  public static String with(String text, Additions additions) throws WorkspaceException {
    String after = text;
    for (Additions.NewRepository repository : additions.repositories()) {
      after = append(after, "repositories", Mapping.of(entry(repository)));
    }
    for (Additions.NewRoot root : additions.roots()) {
      after = append(after, "roots", Mapping.of(entry(root)));
    }
    return after;
  }

  /**
   * The text with one more entry of {@code ignore}; the same text when it has that entry already.
   *
   * @throws WorkspaceException when there is no safe place; the message has the lines to paste
   */
  public static String with(String text, ExpectedEntry entry) throws WorkspaceException {
    return index(text, entry).isPresent() ? text : append(text, IGNORE, entry.node());
  }

  /**
   * The text without an entry of {@code ignore}; the same text when it has none.
   *
   * @throws WorkspaceException when it cannot be taken out safely
   */
  public static String without(String text, ExpectedEntry entry) throws WorkspaceException {
    OptionalInt index = index(text, entry);
    return index.isEmpty()
        ? text
        : done(Splice.delete(text, YamlPath.of(IGNORE).item(index.getAsInt())));
  }

  /** The entries of {@code ignore}, in the order written. */
  public static List<ExpectedEntry> expected(String text) {
    return entries(text).stream()
        .filter(Mapping.class::isInstance)
        .flatMap(entry -> ExpectedEntry.of((Mapping) entry).stream())
        .toList();
  }

  /**
   * The text with an entry of {@code ignore} that says something else; the keys that say the same
   * stay as they are written, and so does every comment.
   *
   * @throws WorkspaceException when the text has no such entry, or it cannot be changed safely
   */
  public static String replaced(String text, ExpectedEntry before, ExpectedEntry after)
      throws WorkspaceException {
    OptionalInt index = index(text, before);
    if (index.isEmpty()) {
      throw new WorkspaceException(
          "The workspace file no longer has the entry “" + before.title() + "”. Look again.");
    }
    YamlPath entry = YamlPath.of(IGNORE).item(index.getAsInt());
    Map<String, String> old = texts(before.node());
    String changed = text;
    for (Mapping.Entry wanted : after.node().entries()) {
      if (!after.node().textAt(wanted.name()).orElse("").equals(old.remove(wanted.name()))) {
        changed = done(Splice.put(changed, entry.down(wanted.name()), wanted.value()));
      }
    }
    for (String gone : old.keySet()) {
      changed = done(Splice.delete(changed, entry.down(gone)));
    }
    return changed;
  }

  private static List<Node> entries(String text) {
    return root(text)
        .flatMap(r -> r.at(IGNORE))
        .map(n -> n instanceof Sequence list ? list.items() : List.<Node>of())
        .orElse(List.of());
  }

  private static OptionalInt index(String text, ExpectedEntry entry) {
    List<Node> entries = entries(text);
    return IntStream.range(0, entries.size())
        .filter(i -> texts(entries.get(i)).equals(texts(entry.node())))
        .findFirst();
  }

  /** An entry by its keys, however it is written and in whatever order. */
  private static Map<String, String> texts(Node entry) {
    Map<String, String> texts = new HashMap<>();
    if (entry instanceof Mapping mapping) {
      mapping.entries().forEach(e -> texts.put(e.name(), mapping.textAt(e.name()).orElse("")));
    }
    return texts;
  }

  private static Map<String, Node> entry(Additions.NewRepository repository) {
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("url", Scalar.of(repository.url().text()));
    repository.defaultBranch().ifPresent(b -> entry.put("defaultBranch", Scalar.of(b)));
    repository.layer().ifPresent(l -> entry.put("layer", Scalar.of(l)));
    return entry;
  }

  private static Map<String, Node> entry(Additions.NewRoot root) {
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("name", Scalar.of(root.name()));
    entry.put("repoURL", Scalar.of(root.repository().text()));
    entry.put("revision", Scalar.of(root.revision()));
    entry.put("path", Scalar.of(root.path().value()));
    if (!root.environments().isEmpty()) {
      entry.put("environments", Sequence.of(root.environments().stream().map(Scalar::of).toList()));
    }
    return entry;
  }

  private static String append(String text, String key, Mapping entry) throws WorkspaceException {
    YamlPath list = YamlPath.of(key);
    Spliced spliced =
        isList(text, key)
            ? Splice.append(text, list, entry)
            : Splice.put(text, list, Sequence.of(List.of(entry)));
    return done(spliced);
  }

  private static String done(Spliced spliced) throws WorkspaceException {
    return switch (spliced) {
      case Spliced.Done(String after, Spliced.Change ignored) -> after;
      case Spliced.Refused(String reason, String paste) ->
          throw new WorkspaceException(
              "The workspace file " + reason + ". Add this to it yourself:\n" + paste);
    };
  }

  private static boolean isList(String text, String key) {
    return root(text).flatMap(r -> r.at(key)).filter(Sequence.class::isInstance).isPresent();
  }

  private static Optional<Node> root(String text) {
    return YamlReader.read(text, Reading.ARGO).stream()
        .filter(Document.Content.class::isInstance)
        .map(d -> ((Document.Content) d).root())
        .findFirst();
  }
}
