package dev.layerscope.render.kustomize.resource;

import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.List;
import java.util.Map;

/**
 * The annotations in which the tool keeps what an object was called while it builds. A file that an
 * earlier build wrote, or that was read back from there, has some: they count as if this build had
 * made them, and none is printed.
 */
final class Notes {
  private static final String DOMAIN = "internal.config.kubernetes.io/";
  private static final List<String> ALL =
      List.of(
          "previousKinds",
          "previousNames",
          "previousNamespaces",
          "prefixes",
          "suffixes",
          "refBy",
          "generatorBehavior",
          "needsHashSuffix",
          "allowNameChange",
          "allowKindChange");

  private Notes() {}

  static void take(Resource resource) throws BuildException {
    Map<String, String> annotations = resource.texts("metadata", "annotations");
    if (annotations.keySet().stream().noneMatch(key -> key.startsWith(DOMAIN))) {
      return;
    }
    List<String> kinds = texts(annotations, "previousKinds");
    List<String> names = texts(annotations, "previousNames");
    List<String> namespaces = texts(annotations, "previousNamespaces");
    if (kinds.size() != names.size() || kinds.size() != namespaces.size()) {
      throw new BuildException(
          "number of previous names, number of previous namespaces, number of previous kinds not"
              + " equal");
    }
    for (int i = 0; i < names.size(); i++) {
      resource.wasCalled(kinds.get(i), names.get(i), namespaces.get(i));
    }
    ALL.forEach(note -> annotations.remove(DOMAIN + note));
    resource.setMetadata("annotations", annotations);
  }

  private static List<String> texts(Map<String, String> annotations, String note) {
    String text = annotations.get(DOMAIN + note);
    return text == null ? List.of() : List.of(text.split(",", -1));
  }
}
