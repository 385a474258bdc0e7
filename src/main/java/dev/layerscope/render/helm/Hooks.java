package dev.layerscope.render.helm;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.helm.worker.Request;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Hooks: the library leaves them out, while {@code helm template} prints them last. So the chart is
 * rendered once more with the annotation under another name, and what carries it is taken from
 * there.
 */
final class Hooks {
  private static final String NAME = "helm.sh/hook";
  private static final String OTHER = "helm.sh/h00k";

  private static final Set<String> EVENTS =
      Set.of(
          "pre-install",
          "post-install",
          "pre-delete",
          "post-delete",
          "pre-upgrade",
          "post-upgrade",
          "pre-rollback",
          "post-rollback",
          "test",
          "test-success");

  private Hooks() {}

  /** Whether a hook can be among what a request renders. */
  static boolean possible(Request request) {
    return request.chart().mentions(path -> true, NAME)
        || request.values().stream().anyMatch(values -> values.text().contains(NAME))
        || request.set().stream().anyMatch(set -> set.replace("\\", "").contains(NAME));
  }

  /** The request that prints hooks like everything else. */
  static Request revealing(Request request) {
    return new Request(
        request.chart().mapped(path -> true, text -> text.replace(NAME, OTHER)),
        request.release(),
        request.namespace(),
        request.kubeVersion(),
        request.values().stream()
            .map(v -> new Request.Values(v.name(), v.text().replace(NAME, OTHER)))
            .toList(),
        request.set().stream()
            .map(set -> set.replace(NAME, OTHER).replace("helm\\.sh/hook", "helm\\.sh/h00k"))
            .toList(),
        request.setFiles());
  }

  /** The hooks among what such a request printed, as they are written. */
  static List<Manifest> among(List<Manifest> printed, boolean skipTests) {
    return printed.stream()
        .map(Hooks::hook)
        .flatMap(Optional::stream)
        .filter(hook -> !skipTests || !isTest(hook))
        .toList();
  }

  /** Helm passes over a hook for an event it does not know. */
  private static Optional<Manifest> hook(Manifest manifest) {
    List<String> events = events(manifest, OTHER);
    return !events.isEmpty() && EVENTS.containsAll(events)
        ? Optional.of(named(manifest))
        : Optional.empty();
  }

  private static boolean isTest(Manifest hook) {
    return events(hook, NAME).stream().anyMatch(event -> event.startsWith("test"));
  }

  private static List<String> events(Manifest manifest, String annotation) {
    return manifest
        .annotation(annotation)
        .map(value ->
            Arrays.stream(value.split(","))
                .map(event -> event.strip().toLowerCase(Locale.ROOT))
                .toList())
        .orElse(List.of());
  }

  private static Manifest named(Manifest manifest) {
    return Manifest.of(named(manifest.root()), manifest.origin()).orElse(manifest);
  }

  private static Mapping named(Mapping root) {
    return (Mapping) renamed(root);
  }

  private static dev.layerscope.yaml.Node renamed(dev.layerscope.yaml.Node node) {
    return switch (node) {
      case Scalar scalar ->
          new Scalar(
              scalar.text().replace(OTHER, NAME), scalar.style(), scalar.tag(), scalar.place());
      case dev.layerscope.yaml.Sequence sequence ->
          sequence.withItems(sequence.items().stream().map(Hooks::renamed).toList());
      case Mapping mapping ->
          new Mapping(
              mapping.entries().stream()
                  .map(e -> new Mapping.Entry((Scalar) renamed(e.key()), renamed(e.value())))
                  .toList(),
              mapping.flow(),
              mapping.place());
    };
  }
}
