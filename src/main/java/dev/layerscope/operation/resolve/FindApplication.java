package dev.layerscope.operation.resolve;

import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.List;

/** Finds the Application a person names as {@code [ROOT//][NAMESPACE/]NAME}. */
public final class FindApplication {
  private FindApplication() {}

  /** The Applications that a name may mean; one is what was hoped for. */
  public static List<HierarchyNode> named(Hierarchy hierarchy, String name) {
    return ApplicationName.meant(hierarchy, name);
  }

  /** How to name one without doubt. */
  public static String fullName(Hierarchy hierarchy, HierarchyNode node) {
    return ApplicationName.full(hierarchy, node);
  }
}
