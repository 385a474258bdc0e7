package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.KindOrder;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The order of the output: as loaded, or by kind as the tool has always done. */
final class SortOrder {
  private final KindOrder order;

  private SortOrder(KindOrder order) {
    this.order = order;
  }

  /** Sorts as the kustomization says, or as the command line does when it says nothing. */
  static void apply(ResourceSet resources, Optional<Arguments.SortOptions> options, boolean legacy)
      throws BuildException {
    if (options.isEmpty()) {
      if (legacy) {
        new SortOrder(KindOrder.CUSTOMARY).sort(resources);
      }
      return;
    }
    Arguments.SortOptions wanted = options.get();
    boolean fifo = wanted.order().equals("fifo");
    if (!fifo && !wanted.order().equals("legacy")) {
      throw new BuildException("the field 'sortOptions.order' must be one of [fifo, legacy]");
    }
    if (fifo && wanted.first().isPresent()) {
      throw new BuildException(
          "the field 'sortOptions.legacySortOptions' is set but the selected sort order is 'fifo',"
              + " not 'legacy'");
    }
    if (!fifo) {
      var order =
          new KindOrder(
              wanted.first().orElse(KindOrder.customaryFirst()),
              wanted.last().orElse(KindOrder.customaryLast()));
      new SortOrder(order).sort(resources);
    }
  }

  private void sort(ResourceSet resources) {
    var sorted = new ArrayList<>(resources.all());
    Map<Resource, Id> ids = new HashMap<>();
    sorted.forEach(resource -> ids.put(resource, resource.id()));
    sorted.sort(Comparator.comparing(ids::get, this::compare));
    resources.reorder(sorted);
  }

  private int compare(Id a, Id b) {
    if (a.gvkText().equals(b.gvkText())) {
      return nameText(a).compareTo(nameText(b));
    }
    int byRank = Integer.compare(order.rank(a.kind()), order.rank(b.kind()));
    if (byRank != 0) {
      return byRank;
    }
    int byKind = kindText(a).compareTo(kindText(b));
    boolean namespaces =
        a.kind().equals("Namespace")
            && b.kind().equals("Namespace")
            && (a.group().isEmpty() || b.group().isEmpty());
    return namespaces ? -byKind : byKind;
  }

  private static String kindText(Id id) {
    return KindOrder.text(id.group(), id.version(), id.kind());
  }

  private static String nameText(Id id) {
    return id.gvkText() + "|" + or(id.namespace(), "~X") + "|" + or(id.name(), "~N");
  }

  private static String or(String text, String none) {
    return text.isEmpty() ? none : text;
  }
}
