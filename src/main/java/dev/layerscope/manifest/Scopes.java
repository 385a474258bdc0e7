package dev.layerscope.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a kind is namespaced. Depends on group and kind, never on the version (specification
 * §11). Immutable.
 *
 * <p>Custom resource definitions that were rendered know best; after them the table of Kubernetes',
 * OpenShift's and OLM's kinds.
 */
public final class Scopes {
  /** What is known without looking into any repository. */
  public static final Scopes BUILT_IN = new Scopes(read());

  private record Kind(String group, String kind) {
    /** Asked of every object, so without what a record does by itself. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Kind that && kind.equals(that.kind) && group.equals(that.group);
    }

    @Override
    public int hashCode() {
      return 31 * group.hashCode() + kind.hashCode();
    }
  }

  private final Map<Kind, Scope> known;

  private Scopes(Map<Kind, Scope> known) {
    this.known = Map.copyOf(known);
  }

  /** The scope of a kind. */
  public Scope of(Gvk gvk) {
    return known.getOrDefault(new Kind(gvk.group(), gvk.kind()), Scope.UNKNOWN);
  }

  /** The same, taught by the custom resource definitions among these. */
  public Scopes with(List<Manifest> manifests) {
    Map<Kind, Scope> taught = new HashMap<>();
    for (Manifest manifest : manifests) {
      if (isDefinition(manifest.gvk())) {
        definition(manifest, taught);
      }
    }
    if (taught.isEmpty()) {
      return this;
    }
    Map<Kind, Scope> all = new HashMap<>(known);
    all.putAll(taught);
    return new Scopes(all);
  }

  /** Whether this is the kind that defines kinds. */
  public static boolean isDefinition(Gvk gvk) {
    return gvk.kind().equals("CustomResourceDefinition")
        && gvk.group().equals("apiextensions.k8s.io");
  }

  private static void definition(Manifest manifest, Map<Kind, Scope> taught) {
    Optional<String> group = manifest.root().textAt("spec", "group");
    Optional<String> kind = manifest.root().textAt("spec", "names", "kind");
    Optional<Scope> scope =
        manifest
            .root()
            .textAt("spec", "scope")
            .flatMap(text ->
                switch (text) {
                  case "Cluster" -> Optional.of(Scope.CLUSTER);
                  case "Namespaced" -> Optional.of(Scope.NAMESPACED);
                  default -> Optional.empty();
                });
    if (group.isPresent() && kind.isPresent() && scope.isPresent()) {
      taught.put(new Kind(group.get(), kind.get()), scope.get());
    }
  }

  /** The same with the scope of one kind, as a person says it. */
  public Scopes with(String group, String kind, Scope scope) {
    Map<Kind, Scope> all = new HashMap<>(known);
    all.put(new Kind(group, kind), scope);
    return new Scopes(all);
  }

  private static Map<Kind, Scope> read() {
    try (InputStream in = Scopes.class.getResourceAsStream("scopes.txt")) {
      if (in == null) {
        throw new IllegalStateException("scopes.txt is missing from the program");
      }
      Map<Kind, Scope> scopes = new HashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] words = line.split(" ");
        if (line.startsWith("#") || words.length < 3) {
          continue;
        }
        String group = words[0].equals("-") ? "" : words[0];
        Scope scope = words[1].equals("cluster") ? Scope.CLUSTER : Scope.NAMESPACED;
        for (int i = 2; i < words.length; i++) {
          scopes.put(new Kind(group, words[i]), scope);
        }
      }
      return scopes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
