package dev.layerscope.argocd;

import dev.layerscope.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An Application as declared.
 *
 * @param project {@code default} when absent
 * @param sources the effective sources (specification §1.1); empty when there is none that Argo CD
 *     would accept
 * @param finalizers as declared
 * @param syncWave from the annotation, when Argo CD can read it
 * @param manifest what it was read from
 */
public record Application(
    String name,
    Optional<String> namespace,
    String project,
    List<Source> sources,
    boolean multiSource,
    boolean hydrated,
    Destination destination,
    SyncPolicy syncPolicy,
    List<String> finalizers,
    OptionalInt syncWave,
    Manifest manifest) {
  public Application {
    sources = List.copyOf(sources);
    finalizers = List.copyOf(finalizers);
  }

  /** What will be hydrated, for a second look; empty unless a hydrator is declared. */
  public Optional<Source> drySource() {
    return hydrator().flatMap(HydratorReader.Read::dry);
  }

  /** Whether somebody else has to bring what is hydrated to where it is deployed from. */
  public boolean waitsForOthers() {
    return hydrator().filter(HydratorReader.Read::elsewhere).isPresent();
  }

  private Optional<HydratorReader.Read> hydrator() {
    return hydrated
        ? manifest
            .root()
            .mapping("spec")
            .flatMap(spec -> spec.mapping("sourceHydrator"))
            .map(HydratorReader::read)
        : Optional.empty();
  }

  /** The same Application with other sources. */
  public Application withSources(List<Source> other) {
    return new Application(
        name,
        namespace,
        project,
        other,
        multiSource,
        hydrated,
        destination,
        syncPolicy,
        finalizers,
        syncWave,
        manifest);
  }
}
