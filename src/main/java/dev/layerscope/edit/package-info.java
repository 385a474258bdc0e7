/**
 * What a person wants to have changed becomes a plan: files before and after, over repositories and
 * branches, and nothing that was not announced.
 *
 * <p>From an intention such as {@link dev.layerscope.edit.TeamBinding} and the estate as it is
 * ({@link dev.layerscope.edit.Ground}) to a {@link dev.layerscope.edit.Plan}, or the reason why
 * there is none; from a plan to the picture that will be true after it ({@link
 * dev.layerscope.edit.Preview}). Start at {@link dev.layerscope.edit.TeamPlanner}.
 */
@NullMarked
package dev.layerscope.edit;

import org.jspecify.annotations.NullMarked;
