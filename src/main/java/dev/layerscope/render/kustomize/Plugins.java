package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.transform.Transformer;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Generators, transformers and validators that are configured by objects. The tool's own are done
 * here; others are programs, which nobody here runs.
 */
record Plugins(BuiltinGenerators generators, BuiltinTransformers transformers, Build build) {
  private static final String VALIDATED_BY = "validated-by";

  /** Whether a configured plugin is one of the tool's own; an error when the tool would refuse. */
  private boolean isOwn(Resource configuration) throws BuildException {
    var id = configuration.id();
    if (id.apiVersion().equals("builtin")) {
      if (!BuiltinGenerators.has(id.kind()) && !BuiltinTransformers.has(id.kind())) {
        throw new BuildException("unable to load builtin " + id.gvkText());
      }
      return true;
    }
    if (!build.plugins()) {
      throw new BuildException(
          "external plugins disabled; unable to load external plugin '" + id.kind() + "'");
    }
    build.inexact().unknown("the plugin " + id.kind() + " is a program, and programs are not run");
    return false;
  }

  /** Adds what the configured generators make. */
  void generate(List<Resource> configurations, Accumulator into) throws BuildException {
    for (Resource configuration : configurations) {
      if (!own(configuration, BuiltinGenerators.has(configuration.id().kind()), "generator")) {
        continue;
      }
      for (Resource made : generators.generate(configuration)) {
        Optional<String> by = Provenance.ofPlugin(configuration);
        if (by.isPresent()) {
          Provenance.note(List.of(made), by.get());
        }
        into.resources().absorb(made);
      }
    }
  }

  private boolean own(Resource configuration, boolean fits, String what) throws BuildException {
    boolean own = isOwn(configuration);
    if (own && !fits) {
      throw new BuildException("plugin " + configuration.originalId() + " not a " + what);
    }
    return own;
  }

  /** What the configured transformers do. */
  List<Step> steps(List<Resource> configurations) throws BuildException {
    var steps = new ArrayList<Step>();
    for (Resource configuration : configurations) {
      boolean fits = BuiltinTransformers.has(configuration.id().kind());
      if (own(configuration, fits, "transformer")) {
        List<Transformer> parts = transformers.of(configuration);
        steps.add(
            new Step(
                resources -> {
                  for (Transformer part : parts) {
                    part.apply(resources);
                  }
                },
                Provenance.ofPlugin(configuration)));
      }
    }
    return steps;
  }

  /** Validators are transformers that may change nothing but one label. */
  void validate(List<Resource> configurations, Accumulator all) throws BuildException {
    for (Step step : steps(configurations)) {
      Map<String, String> before = texts(all);
      step.transformer().apply(all.resources());
      if (!texts(all).equals(before)) {
        throw new BuildException("validator shouldn't modify the resource map");
      }
    }
  }

  private static Map<String, String> texts(Accumulator all) throws BuildException {
    var texts = new TreeMap<String, String>();
    for (Resource resource : all.resources().all()) {
      Resource copy = resource.copy();
      Map<String, String> labels = copy.texts("metadata", "labels");
      if (labels.remove(VALIDATED_BY) != null) {
        copy.setMetadata("labels", labels);
      }
      texts.put(resource.id().toString(), JsonText.of(copy.root().toNode()));
    }
    return texts;
  }
}
