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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to a workspace file as a person would: every comment and every other line stays. */
public final class WorkspaceText {
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
    return switch (spliced) {
      case Spliced.Done(String after, Spliced.Change ignored) -> after;
      case Spliced.Refused(String reason, String paste) ->
          throw new WorkspaceException(
              "The workspace file " + reason + ". Add this to it yourself:\n" + paste);
    };
  }

  private static boolean isList(String text, String key) {
    Optional<Node> root =
        YamlReader.read(text, Reading.ARGO).stream()
            .filter(Document.Content.class::isInstance)
            .map(d -> ((Document.Content) d).root())
            .findFirst();
    return root.flatMap(r -> r.at(key)).filter(Sequence.class::isInstance).isPresent();
  }
}
