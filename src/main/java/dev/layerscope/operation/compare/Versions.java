package dev.layerscope.operation.compare;

import dev.layerscope.diff.manifest.ImageReference;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an Application runs.
 *
 * @param words its chart's version, else its images' when they agree, else how many objects
 * @param revision of its first source, abbreviated
 */
record Versions(String words, String revision, List<String> images) {
  static final Versions NONE = new Versions("", "", List.of());

  private static final Set<String> WORKLOADS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "Pod", "Service");

  static Versions of(Opened opened, Hierarchy hierarchy, HierarchyNode node, Progress progress) {
    String revision =
        node.sources().stream()
            .flatMap(source -> source.revision().stream())
            .map(r -> r.abbreviated())
            .findFirst()
            .orElse("");
    Set<String> images = new LinkedHashSet<>();
    boolean runs =
        node.objects().stream().anyMatch(object -> WORKLOADS.contains(object.gvk().kind()));
    if (runs) {
      var place = new ResourcePairs.Node(hierarchy, node);
      images.addAll(
          new ResourcePairs(opened, progress)
              .images(place, () -> images(Resolve.manifests(opened, hierarchy, node, progress))));
    }
    return new Versions(words(node, images), revision, List.copyOf(images));
  }

  private static List<String> images(List<Manifest> manifests) {
    Set<String> images = new LinkedHashSet<>();
    manifests.forEach(manifest -> images(manifest.root(), images));
    return List.copyOf(images);
  }

  private static String words(HierarchyNode node, Set<String> images) {
    Optional<String> chart =
        node.sources().stream()
            .filter(source -> source.declared().chart().isPresent())
            .flatMap(source -> source.declared().targetRevision().stream())
            .findFirst();
    if (chart.isPresent()) {
      return chart.get();
    }
    if (node.unresolved().isPresent()) {
      return "unresolved";
    }
    Set<String> versions = new LinkedHashSet<>();
    images.forEach(image -> versions.add(ImageReference.parse(image).version()));
    int total = node.rendered().total();
    return versions.isEmpty() || versions.size() > 3
        ? total + (total == 1 ? " manifest" : " manifests")
        : String.join(" ", versions);
  }

  /** Only containers' images: other fields of that name may hold anything. */
  private static void images(Node node, Set<String> images) {
    switch (node) {
      case Mapping mapping -> {
        for (var entry : mapping.entries()) {
          boolean containers =
              entry.name().toLowerCase(java.util.Locale.ROOT).endsWith("containers");
          if (containers && entry.value() instanceof Sequence list) {
            list.items().forEach(item -> item.textAt("image").ifPresent(images::add));
          } else {
            images(entry.value(), images);
          }
        }
      }
      case Sequence list -> new ArrayList<>(list.items()).forEach(item -> images(item, images));
      case Scalar ignored -> {}
    }
  }
}
