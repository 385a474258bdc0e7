package dev.layerscope.workspace;

import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.KnownKinds;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.Scope;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a workspace file adds to the tables of kinds and operators. */
final class KindsReader {
  private final Path file;
  private final Set<String> provided = new HashSet<>();
  private Scopes scopes = Scopes.BUILT_IN;

  KindsReader(Path file) {
    this.file = file;
  }

  KnownKinds read(List<WorkspaceYaml.KindYaml> kinds, List<WorkspaceYaml.OperatorYaml> operators)
      throws WorkspaceException {
    if (kinds.isEmpty() && operators.isEmpty()) {
      return KnownKinds.BUILT_IN;
    }
    for (WorkspaceYaml.KindYaml kind : kinds) {
      Optional<String> definitions = Optional.ofNullable(kind.definitions());
      if (definitions.isPresent()) {
        exported(definitions.get());
      } else {
        one(kind);
      }
    }
    Map<String, Set<String>> packages = new HashMap<>();
    for (WorkspaceYaml.OperatorYaml operator : operators) {
      List<String> groups = operator.groups();
      packages.put(
          required(operator.packageName(), "package", "operators"),
          groups == null ? Set.of() : Set.copyOf(groups));
    }
    return new KnownKinds(scopes, provided, packages);
  }

  private void one(WorkspaceYaml.KindYaml declared) throws WorkspaceException {
    String group = required(declared.group(), "group", "kinds");
    String kind = required(declared.kind(), "kind", "kinds");
    String written = required(declared.scope(), "scope", "kinds");
    Scope scope =
        switch (written) {
          case "Cluster" -> Scope.CLUSTER;
          case "Namespaced" -> Scope.NAMESPACED;
          default ->
              throw new WorkspaceException(
                  "%s: the scope of %s is either Cluster or Namespaced, not “%s”."
                      .formatted(file, kind, written));
        };
    scopes = scopes.with(group, kind, scope);
    if (Boolean.TRUE.equals(declared.provided())) {
      provided.add(group + "/" + kind);
    }
  }

  /** What {@code kubectl get crd -o yaml} of a cluster prints: it has all of these. */
  private void exported(String written) throws WorkspaceException {
    Path parent = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    Path list = parent.resolve(written);
    try {
      for (Manifest definition : definitions(Files.readString(list))) {
        scopes = scopes.with(List.of(definition));
        definition
            .root()
            .textAt("spec", "names", "kind")
            .ifPresent(kind ->
                provided.add(definition.root().textAt("spec", "group").orElse("") + "/" + kind));
      }
    } catch (IOException e) {
      throw new WorkspaceException(file + ": kinds names " + written + ", which cannot be read.");
    }
  }

  private static List<Manifest> definitions(String text) {
    var definitions = new ArrayList<Manifest>();
    for (Document document : YamlReader.read(text, Reading.KYAML)) {
      if (document instanceof Document.Content content && content.root() instanceof Mapping root) {
        for (Node item : root.sequence("items").map(Sequence::items).orElse(List.of(root))) {
          if (item instanceof Mapping one) {
            Manifest.of(one, new Origin("", "", ""))
                .filter(KindsReader::defines)
                .ifPresent(definitions::add);
          }
        }
      }
    }
    return definitions;
  }

  private static boolean defines(Manifest manifest) {
    Gvk gvk = manifest.gvk();
    return Scopes.isDefinition(gvk);
  }

  private String required(@Nullable String value, String key, String where)
      throws WorkspaceException {
    if (value == null || value.isBlank()) {
      throw new WorkspaceException(
          file + ": an entry of " + where + " lacks the key “" + key + "”.");
    }
    return value;
  }
}
