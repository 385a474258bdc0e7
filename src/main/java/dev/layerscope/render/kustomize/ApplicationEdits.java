package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What the {@code kustomize} block of an Application changes in the kustomization file, in Argo
 * CD's order (specification §4.1).
 *
 * @param block as declared
 * @param substitute puts build environment variables into a text
 * @param exists whether a path, relative to the app directory, leads to anything inside the
 *     repository
 */
public record ApplicationEdits(
    Mapping block, UnaryOperator<String> substitute, Predicate<String> exists)
    implements KustomizationEdit {

  @Override
  public Mapping apply(Mapping root) throws BuildException {
    Mapping edited = text(root, "namePrefix");
    edited = text(edited, "nameSuffix");
    edited = new ImageEdits(strings("images").stream().map(substitute).toList()).apply(edited);
    edited = replicas(edited);
    edited = labels(edited);
    edited = annotations(edited);
    edited = text(edited, "namespace");
    edited =
        append(edited, "patches", block.sequence("patches").map(Sequence::items).orElse(List.of()));
    List<Node> known = items(edited, "components");
    return append(
        edited, "components", components().stream().filter(node -> !known.contains(node)).toList());
  }

  private Mapping text(Mapping root, String field) {
    Optional<String> value = block.textAt(field).filter(text -> !text.isEmpty());
    return value.isPresent() ? root.with(field, Scalar.of(value.get())) : root;
  }

  private List<String> strings(String field) {
    return block.sequence(field).map(Sequence::items).orElse(List.of()).stream()
        .flatMap(node -> node.asText().stream())
        .toList();
  }

  private Mapping replicas(Mapping root) throws BuildException {
    List<Node> wanted = block.sequence("replicas").map(Sequence::items).orElse(List.of());
    if (wanted.isEmpty()) {
      return root;
    }
    Map<String, Node> byName = new LinkedHashMap<>();
    for (Node old : items(root, "replicas")) {
      byName.put(old.textAt("name").orElse(""), old);
    }
    for (Node replica : wanted) {
      String name = replica.textAt("name").orElse("");
      String count = replica.at("count").map(ApplicationEdits::plain).orElse("");
      if (!count.matches("\\d{1,18}")) {
        throw new BuildException("expected integer value for count. Received: " + count);
      }
      byName.put(name, Mapping.of(Map.of("name", Scalar.of(name), "count", Scalar.plain(count))));
    }
    return root.with("replicas", Sequence.of(List.copyOf(byName.values())));
  }

  private static String plain(Node node) {
    return node instanceof Scalar scalar ? ArgoScalars.read(scalar).plain() : "";
  }

  private Mapping labels(Mapping root) throws BuildException {
    Map<String, String> wanted = texts("commonLabels", true);
    boolean force = flag("forceCommonLabels");
    boolean apart = flag("labelWithoutSelector");
    boolean templates = flag("labelIncludeTemplates");
    if (wanted.isEmpty()) {
      return root;
    }
    if (templates && !apart) {
      throw new BuildException(
          "--include-templates flag can only be specified with --without-selector flag");
    }
    if (!apart) {
      return root.with("commonLabels", entries(map(root, "commonLabels"), wanted, force, "label"));
    }
    List<Node> labels = new ArrayList<>(items(root, "labels"));
    for (int i = 0; i < labels.size(); i++) {
      Node label = labels.get(i);
      if (label instanceof Mapping mapping
          && !isTrue(mapping, "includeSelectors")
          && isTrue(mapping, "includeTemplates") == templates) {
        labels.set(
            i, mapping.with("pairs", entries(map(mapping, "pairs"), wanted, force, "label")));
        return root.with("labels", Sequence.of(labels));
      }
    }
    Mapping made = Mapping.of(Map.of("pairs", entries(Mapping.EMPTY, wanted, force, "label")));
    labels.add(templates ? made.with("includeTemplates", Scalar.plain("true")) : made);
    return root.with("labels", Sequence.of(labels));
  }

  private Mapping annotations(Mapping root) throws BuildException {
    Map<String, String> wanted = texts("commonAnnotations", flag("commonAnnotationsEnvsubst"));
    return wanted.isEmpty()
        ? root
        : root.with(
            "commonAnnotations",
            entries(
                map(root, "commonAnnotations"),
                wanted,
                flag("forceCommonAnnotations"),
                "annotation"));
  }

  private static Mapping entries(
      Mapping old, Map<String, String> wanted, boolean force, String what) throws BuildException {
    Mapping merged = old;
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      if (old.has(entry.getKey()) && !force) {
        throw new BuildException(what + " " + entry.getKey() + " already in kustomization file");
      }
      merged = merged.with(entry.getKey(), Scalar.of(entry.getValue()));
    }
    return merged;
  }

  private Map<String, String> texts(String field, boolean substituted) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Mapping.Entry entry : block.mapping(field).orElse(Mapping.EMPTY).entries()) {
      String value = entry.value().asText().orElse("");
      texts.put(entry.name(), substituted ? substitute.apply(value) : value);
    }
    return texts;
  }

  private List<Node> components() {
    boolean ignore = flag("ignoreMissingComponents");
    return strings("components").stream()
        .filter(path -> !ignore || exists.test(path))
        .<Node>map(Scalar::of)
        .toList();
  }

  private static Mapping append(Mapping root, String field, List<? extends Node> more) {
    if (more.isEmpty()) {
      return root;
    }
    var items = new ArrayList<>(items(root, field));
    items.addAll(more);
    return root.with(field, Sequence.of(items));
  }

  static List<Node> items(Mapping root, String field) {
    return root.sequence(field).map(Sequence::items).orElse(List.of());
  }

  private static Mapping map(Mapping root, String field) {
    return root.mapping(field).orElse(Mapping.EMPTY);
  }

  private boolean flag(String field) {
    return isTrue(block, field);
  }

  private static boolean isTrue(Mapping mapping, String field) {
    return mapping
        .get(field)
        .map(node ->
            node instanceof Scalar scalar && ArgoScalars.read(scalar).equals(new Value.Bool(true)))
        .orElse(false);
  }
}
