/**
 * What is to be compared with what: the two sides of a question, and what they are read from: refs
 * that no fetch brings, forks, files.
 *
 * <p>Start at {@link dev.layerscope.operation.side.Question}.
 */
@NullMarked
package dev.layerscope.operation.side;

import org.jspecify.annotations.NullMarked;
