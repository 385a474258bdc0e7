package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.load.RemoteSpec;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the build stands, as {@code buildMetadata} writes it into annotations. The annotations are
 * real ones while the build runs, because patches may meet them; whoever did not ask for them never
 * sees them.
 *
 * @param path from the folder the build began in, or from the root of the repository
 * @param repository of a remote base; empty for the own one
 * @param ref of a remote base
 */
record Provenance(String path, String repository, String ref) {
  static final String ORIGIN = "config.kubernetes.io/origin";
  static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";

  /** The folder the build begins in. */
  static final Provenance TOP = new Provenance("", "", "");

  /** Further down a path as written. */
  Provenance append(String written) {
    Optional<RemoteSpec> remote = RemoteSpec.parse(written);
    if (remote.isEmpty()) {
      return new Provenance(joined(path, written), repository, ref);
    }
    // A remote root has no path; the tool then shows the name it gives to what is not yet cloned.
    String below = remote.get().path().isEmpty() ? "notCloned" : remote.get().path();
    return new Provenance(joined("", below), remote.get().url(), remote.get().ref());
  }

  /** For an object that was read from a file here. */
  String ofFile() {
    return YamlPrinter.print(Mapping.of(fields("path", path)));
  }

  /** For what a generator or transformer made that a file here configures. */
  String ofPlugin(String file, String kind) {
    return configured(joined(path, file), "builtin", kind, "", "");
  }

  /** For what a generator or transformer made that an object configures; empty without a trace. */
  static Optional<String> ofPlugin(Resource configuration) {
    Id id = configuration.id();
    return Optional.ofNullable(configuration.texts("metadata", "annotations").get(ORIGIN))
        .map(Provenance::read)
        .map(from ->
            from.configured(from.path, id.apiVersion(), id.kind(), id.name(), id.namespace()));
  }

  private String configured(
      String file, String apiVersion, String kind, String name, String namespace) {
    Map<String, Node> by = new LinkedHashMap<>();
    put(by, "apiVersion", apiVersion);
    put(by, "kind", kind);
    put(by, "name", name);
    put(by, "namespace", namespace);
    Map<String, Node> fields = fields("configuredIn", file);
    fields.put("configuredBy", Mapping.of(by));
    return YamlPrinter.print(Mapping.of(fields));
  }

  private Map<String, Node> fields(String name, String value) {
    Map<String, Node> fields = new LinkedHashMap<>();
    boolean own = name.equals("path");
    if (own) {
      put(fields, name, value);
    }
    put(fields, "repo", repository);
    put(fields, "ref", ref);
    if (!own) {
      put(fields, name, value);
    }
    return fields;
  }

  private static void put(Map<String, Node> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, Scalar.of(value));
    }
  }

  private static Provenance read(String annotation) {
    Mapping fields = Mapping.EMPTY;
    for (Document document : YamlReader.read(annotation, Reading.ARGO)) {
      if (document instanceof Document.Content content && content.root() instanceof Mapping root) {
        fields = root;
      }
    }
    return new Provenance(
        fields.textAt("path").orElse(""),
        fields.textAt("repo").orElse(""),
        fields.textAt("ref").orElse(""));
  }

  /** Notes on all objects that a step has changed them, or made them. */
  static void note(Iterable<Resource> resources, String by) throws BuildException {
    for (Resource resource : resources) {
      Map<String, String> annotations = resource.texts("metadata", "annotations");
      if (annotations.containsKey(ORIGIN)) {
        annotations.merge(TRANSFORMATIONS, item(by), String::concat);
      } else {
        annotations.put(ORIGIN, by);
      }
      resource.setMetadata("annotations", annotations);
    }
  }

  private static String item(String text) {
    return "- " + text.strip().replace("\n", "\n  ") + "\n";
  }

  /** Joins two paths and takes out what leads nowhere; may begin with {@code ..}. */
  private static String joined(String first, String second) {
    var parts = new ArrayDeque<String>();
    for (String part : (first + "/" + second).split("/")) {
      boolean up = part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
      if (up) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
