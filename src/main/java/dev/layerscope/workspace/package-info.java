/**
 * The repositories, roots and environments that are opened together: {@code workspace.yaml} and
 * what is made of it.
 *
 * <p>From the file to a {@link dev.layerscope.workspace.Workspace}, and from that to what the
 * floors below declare: repositories, settings, revision policies. Start at {@link
 * dev.layerscope.workspace.WorkspaceFile}.
 */
@NullMarked
package dev.layerscope.workspace;

import org.jspecify.annotations.NullMarked;
