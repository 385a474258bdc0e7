/**
 * What is wrong or risky, how bad, and where, told in git's words.
 *
 * <p>From every floor above to {@link dev.layerscope.finding.Finding} values; {@link
 * dev.layerscope.finding.Certainty} says how sure an answer is. A finding names places, never nodes
 * of a graph: the hierarchy joins the two. Start at {@link dev.layerscope.finding.Finding}.
 */
@NullMarked
package dev.layerscope.finding;

import org.jspecify.annotations.NullMarked;
