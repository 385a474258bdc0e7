/**
 * Drafts of files and of branches: from changes announced one by one to the file changes of a plan,
 * with {@code kustomization.yaml} kept in step on the way. Start at {@link
 * dev.layerscope.edit.draft.PlanDraft}.
 */
@NullMarked
package dev.layerscope.edit.draft;

import org.jspecify.annotations.NullMarked;
