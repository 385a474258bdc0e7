package dev.layerscope.render;

import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How Argo CD decides what a source is (specification §2.1). */
final class TypeDetection {
  /** Fields that only say how others are meant; a block with nothing else counts as empty. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "forceCommonLabels",
          "forceCommonAnnotations",
          "commonAnnotationsEnvsubst",
          "labelWithoutSelector",
          "labelIncludeTemplates",
          "disableExtensionFilter");

  private TypeDetection() {}

  /** What the type blocks of a source say. */
  sealed interface Explicit {
    /** Nothing: the files decide. */
    record None() implements Explicit {}

    record One(SourceType type) implements Explicit {}

    /** More than one, which Argo CD refuses. */
    record Several(List<SourceType> types) implements Explicit {
      String message() {
        return "multiple application sources defined: "
            + String.join(",", types.stream().map(SourceType::text).toList());
      }
    }
  }

  /** The type blocks that are there, empty or not. */
  static Explicit explicit(Source source) {
    var types = new ArrayList<SourceType>();
    source.kustomize().ifPresent(block -> types.add(SourceType.KUSTOMIZE));
    source.helm().ifPresent(block -> types.add(SourceType.HELM));
    source.directory().ifPresent(block -> types.add(SourceType.DIRECTORY));
    source.plugin().ifPresent(block -> types.add(SourceType.PLUGIN));
    return switch (types.size()) {
      case 0 -> new Explicit.None();
      case 1 -> new Explicit.One(types.getFirst());
      default -> new Explicit.Several(types);
    };
  }

  /** Before each reconciliation the controller drops blocks that say nothing. */
  static Source normalized(Source source) {
    return new Source(
        source.repoURL(),
        source.path(),
        source.targetRevision(),
        source.chart(),
        source.ref(),
        source.kustomize().filter(TypeDetection::saysSomething),
        source.helm().filter(TypeDetection::saysSomething),
        source.directory().filter(TypeDetection::saysSomething),
        source.plugin(),
        source.line(),
        source.tagPrefix());
  }

  /**
   * By the files directly in the directory; the last one that counts wins, in byte order of the
   * names.
   *
   * @param disabled tools that are switched off and looked past
   */
  static SourceType byFiles(Snapshot snapshot, TreeEntry directory, Set<Tools.Tool> disabled) {
    SourceType type = SourceType.DIRECTORY;
    for (TreeEntry entry : snapshot.list(directory)) {
      if (entry.kind() == TreeEntry.Kind.DIRECTORY || entry.kind() == TreeEntry.Kind.SUBMODULE) {
        continue;
      }
      if (entry.name().endsWith("Chart.yaml") && !disabled.contains(Tools.Tool.HELM)) {
        type = SourceType.HELM;
      } else if (isKustomization(entry.name()) && !disabled.contains(Tools.Tool.KUSTOMIZE)) {
        type = SourceType.KUSTOMIZE;
      }
    }
    return type;
  }

  /** Whether a file directly in the directory is called as a kustomization has to be. */
  static boolean hasKustomization(Snapshot snapshot, TreeEntry directory) {
    return snapshot.list(directory).stream().anyMatch(entry -> isKustomization(entry.name()));
  }

  private static boolean isKustomization(String name) {
    return name.equals("kustomization.yaml")
        || name.equals("kustomization.yml")
        || name.equals("Kustomization");
  }

  private static boolean saysSomething(Mapping block) {
    return block.entries().stream()
        .anyMatch(e -> !MODIFIERS.contains(e.name()) && !isZero(e.value()));
  }

  private static boolean isZero(Node node) {
    return switch (node) {
      case Mapping mapping -> mapping.entries().stream().allMatch(e -> isZero(e.value()));
      case Sequence sequence -> sequence.items().isEmpty();
      case Scalar scalar ->
          switch (ArgoScalars.read(scalar)) {
            case Value.Null ignored -> true;
            case Value.Bool bool -> !bool.value();
            case Value.Int number -> number.value().signum() == 0;
            case Value.Float number -> number.value() == 0;
            case Value.Text text -> text.value().isEmpty();
          };
    };
  }

  /** The block of a type; an absent one is empty. */
  static Mapping block(Optional<Mapping> declared) {
    return declared.orElse(Mapping.EMPTY);
  }
}
