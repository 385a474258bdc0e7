/**
 * What is expected to differ: rules made by right-click, listed, edited, taken back.
 *
 * <p>From a field that differs to an entry of the workspace file. Start at {@link
 * dev.layerscope.ui.compare.rule.RulesInForce}.
 */
@NullMarked
package dev.layerscope.ui.compare.rule;

import org.jspecify.annotations.NullMarked;
