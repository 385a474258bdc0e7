package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.Snapshot;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.render.helm.values.References.Reference;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a rendering may ask about the Application it is for, as answers that can be compared.
 */
final class Circumstances {
  private final Snapshot snapshot;
  private final Context context;
  private final BuildEnvironment variables;

  Circumstances(Source source, Snapshot snapshot, Context context, Settings settings) {
    this.snapshot = snapshot;
    this.context = context;
    this.variables = new BuildEnvironment(source, snapshot, context, settings);
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Context context() {
    return context;
  }

  /** An answer; equal answers make no difference. */
  Object at(Aspect aspect) {
    return switch (aspect) {
      case Aspect.Variable(String name) -> variables.value(name);
      case Aspect.OfApplication one ->
          switch (one) {
            case INSTANCE_NAME -> context.instanceName();
            case DESTINATION_NAMESPACE -> context.destinationNamespace();
            case LENT_SOURCES -> lent(context.references());
          };
    };
  }

  /**
   * A source that lends, without its commit: its files are read like all others.
   *
   * @param clash the two commits when it is another revision of the very repository that is
   *     rendered, which Argo CD refuses, naming both
   */
  private record Lent(String url, String targetRevision, Optional<String> clash) {}

  private record AllLent(boolean severalSources, Map<String, Object> byName) {}

  private AllLent lent(References references) {
    var byName = new TreeMap<String, Object>();
    references.byName().forEach((name, reference) -> byName.put(name, lent(reference)));
    return new AllLent(references.severalSources(), byName);
  }

  private Object lent(Reference reference) {
    return switch (reference) {
      case Reference.At(Snapshot at, String revision) ->
          new Lent(at.url().text(), revision, clash(at));
      case Reference.Unavailable unavailable -> unavailable;
      case Reference.Refused refused -> refused;
    };
  }

  private Optional<String> clash(Snapshot at) {
    boolean another =
        !at.commit().equals(snapshot.commit()) && at.url().sameRepositoryAs(snapshot.url());
    return another ? Optional.of(at.commit() + " " + snapshot.commit()) : Optional.empty();
  }
}
