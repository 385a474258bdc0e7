/**
 * Everything that is wrong, as a list with filters.
 *
 * <p>From the findings of a hierarchy to the node each is about. Start at {@link
 * dev.layerscope.ui.findings.FindingsController}.
 */
@NullMarked
package dev.layerscope.ui.findings;

import org.jspecify.annotations.NullMarked;
