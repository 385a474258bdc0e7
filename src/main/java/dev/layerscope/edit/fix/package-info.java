/**
 * Cures that findings offer: from a finding's place to the lines that remove its cause. Start at
 * {@link dev.layerscope.edit.fix.FixPlanner}.
 */
@NullMarked
package dev.layerscope.edit.fix;

import org.jspecify.annotations.NullMarked;
