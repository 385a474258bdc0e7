/**
 * From one bootstrap Application to everything cloned.
 *
 * <p>From a {@link dev.layerscope.operation.discovery.Start} to a workspace worth committing: clone
 * what it names, resolve, clone what that names, to the end. Start at {@link
 * dev.layerscope.operation.discovery.Discover}.
 */
@NullMarked
package dev.layerscope.operation.discovery;

import org.jspecify.annotations.NullMarked;
