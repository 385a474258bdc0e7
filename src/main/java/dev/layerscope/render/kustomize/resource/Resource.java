package dev.layerscope.render.kustomize.resource;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Paths;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object on its way through a build, with what it was called before. The tool keeps all this in
 * annotations; here it stands beside the object.
 */
public final class Resource {
  /** How a generated object meets one that is there already. */
  public enum Behavior {
    UNSPECIFIED,
    CREATE,
    MERGE,
    REPLACE;

    public static Behavior of(String text) {
      return switch (text) {
        case "create" -> CREATE;
        case "merge" -> MERGE;
        case "replace" -> REPLACE;
        default -> UNSPECIFIED;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private record Former(String kind, String name, String namespace) {}

  private Tree root;
  private Origin origin;
  private final List<Former> formers = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<String> suffixes = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private Behavior behavior = Behavior.UNSPECIFIED;
  private boolean needsHash;
  private boolean nameChangeAllowed;
  private boolean kindChangeAllowed;

  public Resource(Tree root, Origin origin) {
    this.root = root;
    this.origin = origin;
  }

  public Tree root() {
    return root;
  }

  public void setRoot(Tree other) {
    root = other;
  }

  /** The file the object was first written in. */
  public Origin origin() {
    return origin;
  }

  public Resource copy() {
    var copy = new Resource(root.copy(), origin);
    copy.formers.addAll(formers);
    copy.prefixes.addAll(prefixes);
    copy.suffixes.addAll(suffixes);
    copy.variables.addAll(variables);
    copy.behavior = behavior;
    copy.needsHash = needsHash;
    copy.nameChangeAllowed = nameChangeAllowed;
    copy.kindChangeAllowed = kindChangeAllowed;
    return copy;
  }

  /** What it is called now. */
  public Id id() {
    return Id.of(root);
  }

  /** What it was called at first. */
  public Id originalId() {
    return formers.isEmpty() ? id() : former(formers.getFirst());
  }

  /** What it was called before, oldest first; without the current name. */
  public List<Id> formerIds() {
    return formers.stream().map(this::former).toList();
  }

  /** Every name it has and had. */
  public List<Id> allIds() {
    var ids = new ArrayList<>(formerIds());
    ids.add(id());
    return ids;
  }

  private Id former(Former former) {
    String apiVersion = root.find("apiVersion").map(Tree::value).orElse("");
    return new Id(
        Id.group(apiVersion),
        Id.version(apiVersion),
        former.kind,
        false,
        former.name,
        former.namespace);
  }

  /** To be called before a name, namespace or kind changes. */
  public void rememberId() {
    Id now = id();
    wasCalled(now.kind(), now.name(), now.effectiveNamespace());
  }

  void wasCalled(String kind, String name, String namespace) {
    formers.add(new Former(kind, name, namespace));
  }

  public List<String> prefixes() {
    return prefixes;
  }

  public List<String> suffixes() {
    return suffixes;
  }

  /** Names of the variables that take their value from here. */
  public List<String> variables() {
    return variables;
  }

  public Behavior behavior() {
    return behavior;
  }

  public boolean needsHash() {
    return needsHash;
  }

  /** Marks the object as generated. */
  public void generated(Behavior meeting, boolean hash) {
    behavior = meeting;
    needsHash = hash;
  }

  /** As a patch: may give its target another name or kind. */
  public void allow(boolean nameChange, boolean kindChange) {
    nameChangeAllowed |= nameChange;
    kindChangeAllowed |= kindChange;
  }

  public boolean nameChangeAllowed() {
    return nameChangeAllowed;
  }

  public boolean kindChangeAllowed() {
    return kindChangeAllowed;
  }

  public String name() {
    return id().name();
  }

  public String namespace() {
    return id().namespace();
  }

  public void setName(String name) throws BuildException {
    Paths.map(root, "metadata").set("name", Tree.scalar(name));
  }

  public void setNamespace(String namespace) throws BuildException {
    Tree metadata = Paths.map(root, "metadata");
    if (namespace.isEmpty()) {
      metadata.clear("namespace");
    } else {
      metadata.set("namespace", Tree.scalar(namespace));
    }
  }

  public void setKind(String kind) throws BuildException {
    root.set("kind", Tree.scalar(kind));
  }

  /** Labels or annotations, or any map of texts at a path. */
  public Map<String, String> texts(String... path) {
    Tree at = root;
    for (String key : path) {
      var next = at.find(key);
      if (next.isEmpty()) {
        return new LinkedHashMap<>();
      }
      at = next.get();
    }
    var texts = new LinkedHashMap<String, String>();
    for (int i = 0; at.isMap() && i < at.content().size(); i += 2) {
      texts.put(at.content().get(i).value(), at.content().get(i + 1).value());
    }
    return texts;
  }

  /** Writes a map of texts below {@code metadata} anew; an empty one removes it. */
  public void setMetadata(String field, Map<String, String> texts) throws BuildException {
    Tree metadata = Paths.map(root, "metadata");
    metadata.clear(field);
    if (!texts.isEmpty()) {
      Tree map = Tree.map();
      for (var entry : new TreeMap<>(texts).entrySet()) {
        map.set(entry.getKey(), Tree.string(entry.getValue()));
      }
      metadata.set(field, map);
    }
  }

  /**
   * Gives an object without annotations an empty map of them, if the tool would have noted
   * something there: a patch finds it. True when one was made.
   */
  public boolean lendAnnotations() throws BuildException {
    boolean noted =
        !formers.isEmpty()
            || !prefixes.isEmpty()
            || !suffixes.isEmpty()
            || !variables.isEmpty()
            || needsHash
            || behavior != Behavior.UNSPECIFIED;
    Tree metadata = Paths.map(root, "metadata");
    if (!noted || metadata.find("annotations").filter(Tree::isMap).isPresent()) {
      return false;
    }
    metadata.set("annotations", Tree.map());
    return true;
  }

  /** Removes the map of annotations again where nothing was put into it. */
  public void takeBackAnnotations() throws BuildException {
    Tree metadata = Paths.map(root, "metadata");
    if (metadata.find("annotations").map(a -> a.content().isEmpty()).orElse(false)) {
      metadata.clear("annotations");
    }
  }

  /** Takes the names, labels and annotations of an object this one replaces or is merged into. */
  public void takeIdentityOf(Resource other) throws BuildException {
    Map<String, String> labels = other.texts("metadata", "labels");
    labels.putAll(texts("metadata", "labels"));
    setMetadata("labels", labels);
    Map<String, String> annotations = other.texts("metadata", "annotations");
    annotations.putAll(texts("metadata", "annotations"));
    setMetadata("annotations", annotations);
    setName(other.name());
    setNamespace(other.namespace());
    formers.clear();
    formers.addAll(other.formers);
    prefixes.clear();
    prefixes.addAll(other.prefixes);
    suffixes.clear();
    suffixes.addAll(other.suffixes);
    variables.clear();
    variables.addAll(other.variables);
    behavior = other.behavior;
    needsHash = needsHash && other.needsHash;
    origin = other.origin;
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
