/**
 * Text and nodes that know their place, read the way Argo CD reads YAML.
 *
 * <p>From bytes to {@link dev.layerscope.yaml.Document}s of immutable {@link
 * dev.layerscope.yaml.Node}s (specification §13), and back to text. SnakeYAML only composes;
 * nothing of it leaves this package. Start at {@link dev.layerscope.yaml.YamlReader}.
 */
@NullMarked
package dev.layerscope.yaml;

import org.jspecify.annotations.NullMarked;
