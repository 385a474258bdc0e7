/**
 * ApplicationSets: from generators and a template to the Applications Argo CD would create
 * (specification §6).
 *
 * <p>Generators make parameters ({@link dev.layerscope.render.generator.ParameterSets}), each set
 * of which renders the template once. What needs a network or a cluster is opaque, by name. Start
 * at {@link dev.layerscope.render.generator.ApplicationSetRenderer}.
 */
@NullMarked
package dev.layerscope.render.generator;

import org.jspecify.annotations.NullMarked;
