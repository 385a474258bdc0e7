package dev.layerscope.edit.text;

import dev.layerscope.argocd.Application;
import dev.layerscope.edit.RefusedException;
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
import java.util.List;
import java.util.Optional;

/** Splices in the files of a plan: what cannot be spliced refuses the plan, with what to paste. */
public final class Yaml {
  private static final String SYNC_OPTIONS = "argocd.argoproj.io/sync-options";
  private static final String KEEP = "Prune=false";
  private static final String CASCADE = "resources-finalizer.argocd.argoproj.io";

  private Yaml() {}

  /** The text after, or a refusal in words. */
  public static String done(Spliced spliced, String where) throws RefusedException {
    return switch (spliced) {
      case Spliced.Done(String text, Spliced.Change ignored) -> text;
      case Spliced.Refused(String reason, String paste) ->
          throw new RefusedException(
              "No safe place in " + where + ": it " + reason + ". Nothing is changed.",
              paste.isEmpty() ? "Change it by hand." : "Paste this yourself:\n" + paste);
    };
  }

  public static String set(String text, YamlPath path, Node value, String where)
      throws RefusedException {
    return done(Splice.put(text, path, value), where);
  }

  /** The roots of the documents; an unreadable one is empty. */
  public static List<Optional<Node>> roots(String text) {
    return YamlReader.read(unmarked(text), Reading.ARGO).stream()
        .map(d ->
            d instanceof Document.Content content
                ? Optional.of(content.root())
                : Optional.<Node>empty())
        .toList();
  }

  /** Whether a file has one document only; comments between separators are none. */
  public static boolean isOne(String text) {
    return YamlReader.read(unmarked(text), Reading.ARGO).stream()
            .filter(document -> !(document instanceof Document.Empty))
            .count()
        == 1;
  }

  private static String unmarked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The value at a place, when there is one. */
  public static Optional<Node> at(String text, YamlPath path) {
    List<Optional<Node>> roots = roots(text);
    Optional<Node> node =
        path.document() < roots.size() ? roots.get(path.document()) : Optional.empty();
    for (YamlPath.Step step : path.steps()) {
      node =
          switch (step) {
            case YamlPath.Step.Key key -> node.flatMap(n -> n.at(key.name()));
            case YamlPath.Step.Index index ->
                node.filter(n -> n instanceof Sequence s && index.at() < s.items().size())
                    .map(n -> ((Sequence) n).items().get(index.at()));
          };
    }
    return node;
  }

  /** The document that declares an object. */
  public static int document(String text, String kind, String name, String where)
      throws RefusedException {
    return document(text, kind, name)
        .orElseThrow(() ->
            new RefusedException(
                kind
                    + " "
                    + name
                    + " is not written out in "
                    + where
                    + ": it is generated or patched.",
                ""));
  }

  /** The document that declares an object; empty when none does by that name. */
  public static Optional<Integer> document(String text, String kind, String name) {
    List<Optional<Node>> roots = roots(text);
    for (int i = 0; i < roots.size(); i++) {
      boolean found =
          roots
              .get(i)
              .filter(root ->
                  root.textAt("kind").equals(Optional.of(kind))
                      && root.textAt("metadata", "name").equals(Optional.of(name)))
              .isPresent();
      if (found) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The object is kept when its parent no longer declares it, and what it delivers, too. */
  public static String kept(String text, int document, String where) throws RefusedException {
    YamlPath annotation = YamlPath.root(document).down("metadata", "annotations", SYNC_OPTIONS);
    Optional<String> options =
        roots(text).get(document).flatMap(r -> r.textAt("metadata", "annotations", SYNC_OPTIONS));
    String after = text;
    if (options.filter(o -> List.of(o.split(",")).contains(KEEP)).isEmpty()) {
      String value = options.filter(o -> !o.isBlank()).map(o -> o + "," + KEEP).orElse(KEEP);
      after = set(text, annotation, Scalar.of(value), where);
    }
    return withoutCascade(after, document, where);
  }

  /** Without the finalizer that deletes what the Application delivers together with it. */
  public static String withoutCascade(String text, int document, String where)
      throws RefusedException {
    YamlPath finalizers = YamlPath.root(document).down("metadata", "finalizers");
    Optional<Sequence> list =
        roots(text)
            .get(document)
            .flatMap(r -> r.at("metadata", "finalizers"))
            .filter(Sequence.class::isInstance)
            .map(Sequence.class::cast);
    if (list.isEmpty()) {
      return text;
    }
    List<Node> items = list.get().items();
    List<Integer> cascades =
        java.util.stream.IntStream.range(0, items.size())
            .filter(i -> items.get(i).asText().filter(t -> t.startsWith(CASCADE)).isPresent())
            .boxed()
            .toList();
    if (!cascades.isEmpty() && cascades.size() == items.size()) {
      return done(Splice.delete(text, finalizers), where);
    }
    String after = text;
    for (int at : cascades.reversed()) {
      after = done(Splice.delete(after, finalizers.item(at)), where);
    }
    return after;
  }

  /** Whether deleting an Application deletes what it delivers. */
  public static boolean cascades(Application application) {
    return application.finalizers().stream().anyMatch(f -> f.startsWith(CASCADE));
  }

  /** Whether a mapping has an object's kind and name. */
  public static boolean is(Mapping root, String kind, String name) {
    return root.textAt("kind").equals(Optional.of(kind))
        && root.textAt("metadata", "name").equals(Optional.of(name));
  }
}
