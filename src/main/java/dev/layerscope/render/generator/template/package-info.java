/**
 * Go's text/template as ApplicationSets use it, with the functions Argo CD gives them
 * (specification §6.2): text and parameters in, text out, or the error Argo CD would tell.
 *
 * <p>Nothing outside the parameters is read: no environment, no clock, no random numbers. What
 * depends on those is refused by name, so that the answer is called opaque and never made up.
 * Steps, depth and output are bounded. Start at {@link
 * dev.layerscope.render.generator.template.GoTemplate}.
 */
@NullMarked
package dev.layerscope.render.generator.template;

import org.jspecify.annotations.NullMarked;
