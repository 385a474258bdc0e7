package dev.layerscope.edit.intention;

import java.util.List;

/**
 * What one environment has is to come to the next.
 *
 * @param from,to environments
 * @param ticks what of it; empty for everything
 */
public record Promotion(String from, String to, List<Tick> ticks) implements Intention {
  public Promotion {
    ticks = List.copyOf(ticks);
  }

  /** Everything: a merge commit in each repository. */
  public static Promotion of(String from, String to) {
    return new Promotion(from, to, List.of());
  }

  /**
   * Some Applications.
   *
   * @param names {@code [ROOT//][NAMESPACE/]NAME}; none for everything
   */
  public static Promotion of(String from, String to, List<String> names) {
    return new Promotion(from, to, names.stream().<Tick>map(Tick.Application::new).toList());
  }

  @Override
  public List<String> environments() {
    return List.of(to);
  }
}
