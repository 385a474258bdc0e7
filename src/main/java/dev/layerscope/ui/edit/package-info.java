/**
 * Edits: a form, a preview of files and of the hierarchy, a local commit, undo.
 *
 * <p>From what a person wants to a plan and its commit. Start at {@link
 * dev.layerscope.ui.edit.ChangesController}.
 */
@NullMarked
package dev.layerscope.ui.edit;

import org.jspecify.annotations.NullMarked;
