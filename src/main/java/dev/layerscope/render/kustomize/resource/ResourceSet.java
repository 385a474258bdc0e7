package dev.layerscope.render.kustomize.resource;

import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Objects in the order they were loaded, no two with the same current identity. */
public final class ResourceSet {
  /** Where an object came from; what is merged into it leaves this alone. */
  private static final String ORIGIN = "config.kubernetes.io/origin";

  private final List<Resource> resources = new ArrayList<>();

  private record Key(String gvk, String namespace, String name) {
    static Key of(Resource resource) {
      Id id = resource.id();
      return new Key(id.gvkText(), id.effectiveNamespace(), id.name());
    }
  }

  public List<Resource> all() {
    return List.copyOf(resources);
  }

  /** Adds objects; an error when one is there already. */
  public void addAll(List<Resource> more) throws BuildException {
    Set<Key> known = new HashSet<>();
    resources.forEach(resource -> known.add(Key.of(resource)));
    for (Resource resource : more) {
      if (!known.add(Key.of(resource))) {
        throw new BuildException(
            "may not add resource with an already registered id: " + resource.id());
      }
      resources.add(resource);
    }
  }

  /** Adds a generated object, or lets it replace or be merged with the one it names. */
  public void absorb(Resource resource) throws BuildException {
    List<Resource> same = withAnyId(resource.id()::matches);
    boolean create =
        resource.behavior() == Resource.Behavior.CREATE
            || resource.behavior() == Resource.Behavior.UNSPECIFIED;
    if (same.isEmpty()) {
      if (!create) {
        throw new BuildException(
            "id " + resource.id() + " does not exist; cannot merge or replace");
      }
      addAll(List.of(resource));
      return;
    }
    if (same.size() > 1) {
      throw new BuildException(
          "found multiple objects " + same + " that could accept merge of " + resource.id());
    }
    if (create) {
      throw new BuildException(
          "id %s exists; can not use behavior: '%s', behavior must be merge or replace"
              .formatted(resource.id(), resource.behavior()));
    }
    Resource old = same.getFirst();
    boolean merge = resource.behavior() == Resource.Behavior.MERGE;
    Optional<String> origin = Optional.ofNullable(old.texts("metadata", "annotations").get(ORIGIN));
    resource.takeIdentityOf(old);
    if (merge) {
      if (origin.isPresent()) {
        Map<String, String> annotations = resource.texts("metadata", "annotations");
        annotations.put(ORIGIN, origin.get());
        resource.setMetadata("annotations", annotations);
      }
      mergeTexts(old, resource, "data");
      mergeTexts(old, resource, "binaryData");
    }
    resources.set(resources.indexOf(old), resource);
  }

  private static void mergeTexts(Resource old, Resource resource, String field)
      throws BuildException {
    Map<String, String> merged = new TreeMap<>(old.texts(field));
    merged.putAll(resource.texts(field));
    resource.root().clear(field);
    if (!merged.isEmpty()) {
      var map = dev.layerscope.render.kustomize.tree.Tree.map();
      for (var entry : merged.entrySet()) {
        map.set(entry.getKey(), dev.layerscope.render.kustomize.tree.Tree.string(entry.getValue()));
      }
      resource.root().set(field, map);
    }
  }

  public List<Resource> withCurrentId(Predicate<Id> wanted) {
    return resources.stream().filter(resource -> wanted.test(resource.id())).toList();
  }

  /** Those that are or were called so. */
  public List<Resource> withAnyId(Predicate<Id> wanted) {
    return resources.stream()
        .filter(resource -> !resource.root().isNullOrEmpty())
        .filter(resource -> resource.allIds().stream().anyMatch(wanted))
        .toList();
  }

  /** The one object a patch means. */
  public Resource target(Id id) throws BuildException {
    List<Resource> found = withAnyId(id::matches);
    if (found.size() == 1) {
      return found.getFirst();
    }
    String trouble = id + "; failed to find unique target for patch " + id;
    if (found.isEmpty()) {
      throw new NoTargetException("no matches for Id " + trouble);
    }
    throw new BuildException("multiple matches for Id " + trouble);
  }

  /** Removes what a patch has emptied. */
  public void dropEmpty() {
    resources.removeIf(resource -> resource.root().isNullOrEmpty());
  }

  /** Keeps what passes, in order. */
  public void keep(Predicate<Resource> wanted) {
    resources.removeIf(wanted.negate());
  }

  /** The same objects in another order. */
  public void reorder(List<Resource> sorted) {
    resources.clear();
    resources.addAll(sorted);
  }

  /** An error when two objects have become one. */
  public void demandUnique() throws BuildException {
    var all = new ArrayList<>(resources);
    resources.clear();
    addAll(all);
  }
}
