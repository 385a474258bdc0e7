package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.field.ConfiguredFields;
import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.file.Fields;
import dev.layerscope.render.kustomize.file.Replacement;
import dev.layerscope.render.kustomize.file.Unread;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.transform.Affixes;
import dev.layerscope.render.kustomize.transform.Entries;
import dev.layerscope.render.kustomize.transform.Images;
import dev.layerscope.render.kustomize.transform.NameHashes;
import dev.layerscope.render.kustomize.transform.Namespaces;
import dev.layerscope.render.kustomize.transform.Replacements;
import dev.layerscope.render.kustomize.transform.Replicas;
import dev.layerscope.render.kustomize.transform.Transformer;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.List;
import java.util.Set;

/**
 * The tool's own transformers as {@code transformers} and {@code validators} configure them: each
 * an object of its own that brings its field specs along.
 */
record BuiltinTransformers(PatchReader patches, Inexact inexact) {
  private static final Set<String> KINDS =
      Set.of(
          "AnnotationsTransformer",
          "HashTransformer",
          "ImageTagTransformer",
          "LabelTransformer",
          "NamespaceTransformer",
          "PatchJson6902Transformer",
          "PatchStrategicMergeTransformer",
          "PatchTransformer",
          "PrefixSuffixTransformer",
          "PrefixTransformer",
          "ReplacementTransformer",
          "ReplicaCountTransformer",
          "SuffixTransformer",
          "ValueAddTransformer");

  static boolean has(String kind) {
    return KINDS.contains(kind);
  }

  /** What one configuration does, in order. */
  List<Transformer> of(Resource configuration) throws BuildException {
    String kind = configuration.id().kind();
    Mapping root = (Mapping) configuration.root().toNode();
    try {
      return read(kind, new Unread(root, false));
    } catch (dev.layerscope.render.kustomize.load.UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in("plugin " + configuration.originalId() + " fails configuration");
    }
  }

  private List<Transformer> read(String kind, Unread unread) throws BuildException {
    return switch (kind) {
      case "AnnotationsTransformer" -> {
        Fields f = unread.of(kind, "annotations", "fieldSpecs");
        yield List.of(new Entries(f.texts("annotations"), specs(f)));
      }
      case "LabelTransformer" -> {
        Fields f = unread.of(kind, "labels", "fieldSpecs");
        yield List.of(new Entries(f.texts("labels"), specs(f)));
      }
      case "HashTransformer" -> List.of(new NameHashes());
      case "ImageTagTransformer" -> {
        Fields f = unread.of(kind, "imageTag", "fieldSpecs");
        yield List.of(new Images(object(f, "imageTag", Arguments.Image::read), specs(f)));
      }
      case "ReplicaCountTransformer" -> {
        Fields f = unread.of(kind, "replica", "fieldSpecs");
        yield List.of(new Replicas(object(f, "replica", Arguments.Replica::read), specs(f)));
      }
      case "NamespaceTransformer" -> List.of(namespaces(unread));
      case "PrefixTransformer" -> List.of(affix(unread, "prefix"));
      case "SuffixTransformer" -> List.of(affix(unread, "suffix"));
      case "PrefixSuffixTransformer" -> List.of(affix(unread, "prefix"), affix(unread, "suffix"));
      case "ReplacementTransformer" -> {
        Fields f = unread.of(kind, "replacements");
        yield List.of(
            new Replacements(
                patches.replacements(f.objects("replacements", Replacement::read)),
                inexact::missing));
      }
      case "ValueAddTransformer" -> {
        inexact.missing("the transformer ValueAddTransformer is not carried out");
        yield List.of();
      }
      default -> List.of(patch(kind, unread));
    };
  }

  private Transformer patch(String kind, Unread unread) throws BuildException {
    return switch (kind) {
      case "PatchTransformer" -> patches.any(Arguments.Patch.read(unread));
      case "PatchJson6902Transformer" -> {
        Fields f = unread.of(kind, "target", "path", "jsonOp");
        yield patches.json(
            new Arguments.Patch(
                f.text("path"),
                f.text("jsonOp"),
                f.object("target", Arguments::selector),
                false,
                false));
      }
      default -> {
        Fields f = unread.of(kind, "paths", "patches");
        yield patches.byName(f.strings("paths"), f.text("patches"));
      }
    };
  }

  private static Transformer namespaces(Unread unread) throws BuildException {
    Fields f =
        unread.of(
            "NamespaceTransformer",
            "metadata",
            "fieldSpecs",
            "unsetOnly",
            "setRoleBindingSubjects");
    String subjects = f.text("setRoleBindingSubjects");
    if (!Set.of("", "allServiceAccounts", "defaultOnly", "none").contains(subjects)) {
      throw new BuildException(
          "invalid value \"%s\" for setRoleBindingSubjects: must be one of \"defaultOnly\", \"none\" or \"allServiceAccounts\""
              .formatted(subjects));
    }
    String namespace =
        unread.mapping().at("metadata", "namespace").flatMap(n -> n.asText()).orElse("");
    return new Namespaces(
        namespace, specs(f), f.flag("unsetOnly"), subjects.isEmpty() ? "defaultOnly" : subjects);
  }

  private static Transformer affix(Unread unread, String which) throws BuildException {
    Fields f = unread.of("TransformerPlugin", which, "fieldSpecs");
    if (!f.has("fieldSpecs")) {
      throw new BuildException("fieldSpecs is not expected to be nil");
    }
    return new Affixes(f.text(which), which.equals("prefix"), specs(f));
  }

  private static List<FieldSpec> specs(Fields fields) throws BuildException {
    return fields.objects("fieldSpecs", spec -> ConfiguredFields.spec(spec.mapping()));
  }

  private static <T> T object(Fields fields, String name, Fields.Element<T> element)
      throws BuildException {
    var written = fields.object(name, element);
    return written.isPresent() ? written.get() : element.read(new Unread(Mapping.EMPTY, false));
  }
}
