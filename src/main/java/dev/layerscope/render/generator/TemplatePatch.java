package dev.layerscope.render.generator;

import dev.layerscope.argocd.TypedFields;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code templatePatch}: a strategic merge over a rendered Application (specification §6.8). Lists
 * are replaced, but finalizers joined; null removes; the project stays.
 */
public final class TemplatePatch {
  private static final Set<String> DIRECTIVES =
      Set.of(
          "$patch",
          "$retainKeys",
          "$setElementOrder/finalizers",
          "$deleteFromPrimitiveList/finalizers");

  private TemplatePatch() {}

  /**
   * The patched Application.
   *
   * @param patch rendered already: YAML or JSON; an empty one changes nothing
   */
  public static Mapping apply(Mapping application, String patch) throws GenerationException {
    List<Document> documents = YamlReader.read(patch, Reading.ARGO);
    if (documents.isEmpty()) {
      return application;
    }
    return switch (documents.getFirst()) {
      case Document.Empty ignored -> application;
      case Document.Broken(int line, String message) ->
          throw GenerationException.failed(
              "error while converting template to json \"%s\": yaml: %s".formatted(patch, message));
      case Document.Content content when content.root() instanceof Mapping mapping ->
          patched(application, mapping);
      case Document.Content ignored ->
          throw GenerationException.failed(
              "error while unmarshaling template patch: json: cannot unmarshal into Go value of"
                  + " type v1alpha1.Application");
    };
  }

  private static Mapping patched(Mapping application, Mapping patch) throws GenerationException {
    List<TypedFields.Wrong> wrong =
        TypedFields.ofApplication("spec", patch.mapping("spec").orElse(Mapping.EMPTY));
    if (!wrong.isEmpty()) {
      TypedFields.Wrong first = wrong.getFirst();
      throw GenerationException.failed(
          "invalid templatePatch: %s must be of type %s, and is \"%s\""
              .formatted(first.field(), first.type(), first.value().text()));
    }
    Mapping merged = merge(application, patch);
    Optional<Node> project = application.at("spec", "project");
    Mapping spec = merged.mapping("spec").orElse(Mapping.EMPTY);
    spec = project.isPresent() ? spec.with("project", project.get()) : spec.without("project");
    return merged.with("spec", spec);
  }

  private static Mapping merge(Mapping base, Mapping patch) throws GenerationException {
    Mapping merged = base;
    for (Mapping.Entry entry : patch.entries()) {
      String key = entry.name();
      Optional<Node> mine = base.get(key);
      if (DIRECTIVES.contains(key)) {
        throw GenerationException.opaque("a templatePatch with " + key);
      }
      if (entry.value().isNull()) {
        merged = merged.without(key);
      } else if (entry.value() instanceof Mapping theirs) {
        Mapping under = mine.orElse(Mapping.EMPTY) instanceof Mapping m ? m : Mapping.EMPTY;
        merged = merged.with(key, merge(under, theirs));
      } else if (key.equals("finalizers")
          && entry.value() instanceof Sequence theirs
          && mine.orElse(Mapping.EMPTY) instanceof Sequence own) {
        var both = new LinkedHashSet<>(own.items());
        both.addAll(theirs.items());
        merged = merged.with(key, own.withItems(new ArrayList<>(both)));
      } else {
        merged = merged.with(key, entry.value());
      }
    }
    return merged;
  }
}
