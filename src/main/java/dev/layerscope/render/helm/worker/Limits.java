package dev.layerscope.render.helm.worker;

import java.time.Duration;

/**
 * What one rendering may cost before its worker is replaced.
 *
 * @param patience for one rendering
 * @param megabytes of memory for the process
 * @param renderings a worker does before it is replaced by a fresh one
 */
public record Limits(Duration patience, long megabytes, int renderings) {
  /** Far above what charts need: the largest known ones render in a second, in 300 MB. */
  public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 1500, 1000);
}
