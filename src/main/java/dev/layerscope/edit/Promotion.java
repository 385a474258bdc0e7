package dev.layerscope.edit;

import java.util.List;

/**
 * What one environment has is to come to the next.
 *
 * @param from,to environments
 * @param applications the ones ticked, as {@code [ROOT//][NAMESPACE/]NAME}; empty for everything
 */
public record Promotion(String from, String to, List<String> applications) implements Intention {
  public Promotion {
    applications = List.copyOf(applications);
  }

  @Override
  public List<String> environments() {
    return List.of(to);
  }
}
