package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The template of an ApplicationSet, ready to be filled (specification §6.7). */
public final class ApplicationTemplate {
  private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";
  private static final List<String> METADATA =
      List.of("name", "labels", "annotations", "finalizers");

  private final ApplicationSet set;
  private final Interpolation interpolation;
  private final Mapping bare;

  /**
   * A template.
   *
   * @param template the set's own, or a generator's laid over it
   */
  public ApplicationTemplate(ApplicationSet set, Interpolation interpolation, Mapping template) {
    this.set = set;
    this.interpolation = interpolation;
    this.bare = bare(template);
  }

  /** Only these parts of a template are taken. */
  private static Mapping bare(Mapping template) {
    Mapping declared = template.mapping("metadata").orElse(Mapping.EMPTY);
    var metadata = new ArrayList<Mapping.Entry>();
    METADATA.forEach(key -> declared.entry(key).ifPresent(metadata::add));
    var entries = new ArrayList<Mapping.Entry>();
    entries.add(entry("apiVersion", Scalar.of(Gvk.ARGO + "/v1alpha1")));
    entries.add(entry("kind", Scalar.of("Application")));
    entries.add(entry("metadata", new Mapping(metadata, false, declared.place())));
    template.entry("spec").ifPresent(entries::add);
    return new Mapping(entries, false, template.place());
  }

  private static Mapping.Entry entry(String key, Node value) {
    return new Mapping.Entry(Scalar.of(key), value);
  }

  /**
   * The Application of one parameter set. Without parameters the template is taken as it stands.
   *
   * @param namespace of the ApplicationSet
   */
  public Mapping render(Fields parameters, String namespace) throws GenerationException {
    Mapping application = bare;
    if (parameters.size() > 0) {
      application = withFinalizer(interpolation.mapping(bare, parameters));
    }
    if (set.templatePatch().isPresent()) {
      String patch = patch(set.templatePatch().get(), parameters);
      application = TemplatePatch.apply(application, patch);
    }
    Mapping metadata = application.mapping("metadata").orElse(Mapping.EMPTY);
    metadata =
        namespace.isEmpty()
            ? metadata.without("namespace")
            : metadata.with("namespace", Scalar.of(namespace));
    return application.with("metadata", metadata);
  }

  private String patch(String written, Fields parameters) throws GenerationException {
    try {
      return interpolation.text(written, parameters);
    } catch (GenerationException e) {
      throw e.during("error replacing values in templatePatch");
    }
  }

  /** Applications are deleted with what they deployed, unless the set says otherwise. */
  private Mapping withFinalizer(Mapping application) {
    Mapping metadata = application.mapping("metadata").orElse(Mapping.EMPTY);
    Optional<Sequence> own = metadata.sequence("finalizers").filter(f -> !f.items().isEmpty());
    if (own.isPresent() || set.keepsResources()) {
      return application;
    }
    return application.with(
        "metadata", metadata.with("finalizers", Sequence.of(List.of(Scalar.of(FINALIZER)))));
  }
}
