/**
 * Talking to a remote: from an address and an account to what it has ({@link
 * dev.layerscope.git.transport.Fetching}) and back ({@link dev.layerscope.git.transport.Pushing}),
 * over HTTP, SSH, git's daemon, a folder or a bundle; what fails becomes a message with its kind.
 * Start at {@link dev.layerscope.git.transport.Line}, which hangs up on cancel and on silence.
 */
@NullMarked
package dev.layerscope.git.transport;

import org.jspecify.annotations.NullMarked;
