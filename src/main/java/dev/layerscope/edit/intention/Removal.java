package dev.layerscope.edit.intention;

import java.util.List;

/**
 * An Application is to go; a team's takes its project and rights with it.
 *
 * @param application as {@code [ROOT//][NAMESPACE/]NAME}
 */
public record Removal(String application, List<String> environments) implements Intention {
  public Removal {
    environments = List.copyOf(environments);
  }
}
