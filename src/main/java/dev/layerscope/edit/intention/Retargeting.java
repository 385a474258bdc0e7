package dev.layerscope.edit.intention;

import java.util.List;
import java.util.Optional;

/**
 * An Application is to read something else: another revision (a tag or commit pins it), another
 * path.
 *
 * @param application as {@code [ROOT//][NAMESPACE/]NAME}
 * @param source which of several: its address, its {@code ref} or {@code name}, its chart, or its
 *     number from 1; empty for the only one
 * @param revision empty to leave it
 * @param path empty to leave it
 */
public record Retargeting(
    String application,
    Optional<String> source,
    Optional<String> revision,
    Optional<String> path,
    List<String> environments)
    implements Intention {
  public Retargeting {
    environments = List.copyOf(environments);
  }

  /** Of an Application with one source. */
  public Retargeting(
      String application,
      Optional<String> revision,
      Optional<String> path,
      List<String> environments) {
    this(application, Optional.empty(), revision, path, environments);
  }
}
