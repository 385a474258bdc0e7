package dev.layerscope.render;

import dev.layerscope.git.Snapshot;
import dev.layerscope.render.content.Substitution;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.render.helm.values.References.Reference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one rendering is told of the Application it is for. Every question is written down, so that
 * the result can serve all others who would get the same answers.
 */
record Occasion(Circumstances circumstances, Footing footing) {
  /** The name in the control plane's namespace, {@code namespace_name} elsewhere. */
  String instanceName() {
    footing.asked(Aspect.OfApplication.INSTANCE_NAME, circumstances);
    return circumstances.context().instanceName();
  }

  /** The Application's name without its namespace. */
  String applicationName() {
    footing.asked(Aspect.OfApplication.INSTANCE_NAME, circumstances);
    return circumstances.context().applicationName();
  }

  Optional<String> destinationNamespace() {
    footing.asked(Aspect.OfApplication.DESTINATION_NAMESPACE, circumstances);
    return circumstances.context().destinationNamespace();
  }

  /** The sources that lend files, which write down what is read of them. */
  References references() {
    footing.asked(Aspect.OfApplication.LENT_SOURCES, circumstances);
    References references = circumstances.context().references();
    Map<String, Reference> recorded = new HashMap<>(references.byName());
    recorded.replaceAll((name, reference) -> recorded(name, reference));
    return new References(references.severalSources(), recorded);
  }

  private Reference recorded(String name, Reference reference) {
    return switch (reference) {
      case Reference.At(Snapshot at, String revision) ->
          new Reference.At(at.recording(footing.readsOfLent(name, at)), revision);
      case Reference.Unavailable unavailable -> unavailable;
      case Reference.Refused refused -> refused;
    };
  }

  /** The text with the build environment's variables put in. */
  String substitute(String text) {
    return Substitution.expand(
        text,
        name -> {
          var variable = new Aspect.Variable(name);
          footing.asked(variable, circumstances);
          return circumstances.at(variable).toString();
        });
  }
}
