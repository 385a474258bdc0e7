package dev.layerscope.render.helm;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;

/**
 * How a chart is rendered, besides its values.
 *
 * @param reading who reads what Helm prints: Argo CD, or Kustomize
 */
public record ChartOptions(
    boolean skipCrds,
    boolean skipTests,
    boolean skipHooks,
    boolean skipSchemaValidation,
    Reading reading) {
  /** From the {@code helm} block of a source. */
  public static ChartOptions of(Mapping block) {
    return new ChartOptions(
        isTrue(block, "skipCrds"),
        isTrue(block, "skipTests"),
        false,
        isTrue(block, "skipSchemaValidation"),
        Reading.ARGO);
  }

  static boolean isTrue(Mapping block, String key) {
    return block
        .get(key)
        .filter(Scalar.class::isInstance)
        .map(node -> ArgoScalars.read((Scalar) node).equals(new Value.Bool(true)))
        .orElse(false);
  }
}
