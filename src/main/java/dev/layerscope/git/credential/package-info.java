/**
 * Who this person is to a host: from an address to a login, as git finds it (its helpers, {@code
 * .netrc}) or as a window asks for it ({@link dev.layerscope.git.credential.RemoteQuestion}). A
 * secret lives here and nowhere else. Start at {@link
 * dev.layerscope.git.credential.GitCredentials}.
 */
@NullMarked
package dev.layerscope.git.credential;

import org.jspecify.annotations.NullMarked;
