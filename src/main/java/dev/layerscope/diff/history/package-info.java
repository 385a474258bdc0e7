/**
 * What two sides of a repository have behind them: commits that only one has.
 *
 * <p>Start at {@link dev.layerscope.diff.history.CommitsApart}.
 */
@NullMarked
package dev.layerscope.diff.history;

import org.jspecify.annotations.NullMarked;
