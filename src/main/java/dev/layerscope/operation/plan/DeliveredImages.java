package dev.layerscope.operation.plan;

import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.edit.intention.ImageNames;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The images an Application delivers, found in what it renders to. */
public final class DeliveredImages {
  private DeliveredImages() {}

  /**
   * By name, the versions they have: tags, or digests with {@code @} in front; none for an image
   * without either.
   *
   * @param environment the workspace's name of one
   * @param application as {@code [ROOT//][NAMESPACE/]NAME}; every one that may be meant counts
   */
  public static Map<String, SortedSet<String>> of(
      Opened opened, String environment, String application, Progress progress) {
    Hierarchy hierarchy = Resolve.kept(opened, Selection.environment(environment), progress);
    Set<String> texts = new LinkedHashSet<>();
    for (HierarchyNode node : ApplicationName.meant(hierarchy, application)) {
      Resolve.manifests(opened, hierarchy, node, progress)
          .forEach(manifest -> ImageNames.in(manifest.root(), texts));
    }
    var images = new TreeMap<String, SortedSet<String>>();
    texts.forEach(text -> add(text, images));
    return images;
  }

  private static void add(String text, Map<String, SortedSet<String>> images) {
    int digest = text.indexOf('@');
    int tag = text.lastIndexOf(':');
    int end = digest >= 0 ? digest : tag > text.lastIndexOf('/') ? tag : text.length();
    SortedSet<String> versions =
        images.computeIfAbsent(text.substring(0, end), name -> new TreeSet<>());
    if (end < text.length()) {
      versions.add(digest >= 0 ? text.substring(end) : text.substring(end + 1));
    }
  }
}
