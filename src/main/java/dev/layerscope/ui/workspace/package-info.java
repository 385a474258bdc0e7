/**
 * What is open: the workspace, the revisions looked at, the hierarchy resolved from them.
 *
 * <p>From a folder to a {@link dev.layerscope.hierarchy.Hierarchy} every page shows. Start at
 * {@link dev.layerscope.ui.workspace.WorkspaceViewModel}.
 */
@NullMarked
package dev.layerscope.ui.workspace;

import org.jspecify.annotations.NullMarked;
