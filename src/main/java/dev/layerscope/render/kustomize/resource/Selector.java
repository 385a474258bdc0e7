package dev.layerscope.render.kustomize.resource;

import dev.layerscope.glob.GoPattern;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which objects a patch or a replacement means: regular expressions that have to match whole, and
 * label selectors. An empty part matches everything.
 */
public record Selector(
    String group,
    String version,
    String kind,
    String name,
    String namespace,
    String labelSelector,
    String annotationSelector) {

  /** The objects meant, in order; former names count as well as current ones. */
  public List<Resource> select(List<Resource> resources) throws BuildException {
    var selected = new ArrayList<Resource>();
    for (Resource resource : resources) {
      Id original = resource.originalId();
      Id current = resource.id();
      boolean named =
          (whole(namespace, original.effectiveNamespace())
                  || whole(namespace, current.effectiveNamespace()))
              && (whole(name, original.name()) || whole(name, current.name()));
      if (named && matchesKind(current) && matchesLabels(resource)) {
        selected.add(resource);
      }
    }
    return selected;
  }

  /**
   * Whether one of an object's names is meant; unlike {@link #select}, by the namespace that is
   * written.
   */
  public boolean matches(Id id) throws BuildException {
    return matchesKind(id) && whole(name, id.name()) && whole(namespace, id.namespace());
  }

  public boolean matchesLabels(Resource resource) throws BuildException {
    return LabelSelector.matches(labelSelector, resource.texts("metadata", "labels"))
        && LabelSelector.matches(annotationSelector, resource.texts("metadata", "annotations"));
  }

  private boolean matchesKind(Id id) throws BuildException {
    return whole(group, id.group()) && whole(version, id.version()) && whole(kind, id.kind());
  }

  private static boolean whole(String pattern, String text) throws BuildException {
    if (pattern.isEmpty() || pattern.equals(text)) {
      return true;
    }
    try {
      return GoPattern.compile("^(?:" + pattern + ")$").find(text);
    } catch (GoPattern.InvalidPatternException e) {
      throw new BuildException("error parsing regexp: " + e.text());
    }
  }

  /** Whether no part is filled. */
  public boolean hasNoLabels() {
    return labelSelector.isEmpty() && annotationSelector.isEmpty();
  }
}
