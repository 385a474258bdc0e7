/**
 * What a person wants to have changed becomes a plan: files before and after, over repositories and
 * branches, and nothing that was not announced.
 *
 * <p>Here are the words of the answer: the {@link dev.layerscope.edit.Plan}, or the reason why
 * there is none ({@link dev.layerscope.edit.RefusedException}), and the picture that will be true
 * after it ({@link dev.layerscope.edit.Preview}). The rooms below do the work, and each knows only
 * those named before it: {@code intention} (the wish), {@code text} (places in a file), {@code
 * estate} (what stands there), {@code draft} (files and branches being drafted), {@code layer},
 * {@code team}, {@code origin} (where a value comes from), {@code application}, {@code release},
 * {@code promotion}, {@code fix}, and {@code planning} (from any wish to its plan). Writing the
 * plan down is not done here but by {@code git.commit}. Start at {@link dev.layerscope.edit.Plan}.
 */
@NullMarked
package dev.layerscope.edit;

import org.jspecify.annotations.NullMarked;
