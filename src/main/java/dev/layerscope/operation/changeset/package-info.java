/**
 * What was committed here, afterwards: looked at, pushed, exported, taken back.
 *
 * <p>Start at {@link dev.layerscope.operation.changeset.ChangeDetails}.
 */
@NullMarked
package dev.layerscope.operation.changeset;

import org.jspecify.annotations.NullMarked;
