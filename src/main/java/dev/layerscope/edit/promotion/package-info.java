/**
 * Promotions: from two environments, or from a fork and its origin, to the files of the target with
 * its own branch kept. Start at {@link dev.layerscope.edit.promotion.PromotionPlanner}.
 */
@NullMarked
package dev.layerscope.edit.promotion;

import org.jspecify.annotations.NullMarked;
