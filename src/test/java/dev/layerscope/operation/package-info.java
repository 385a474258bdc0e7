/** Repositories and a session on the sample workspace, for the tests of the use cases. */
@NullMarked
package dev.layerscope.operation;

import org.jspecify.annotations.NullMarked;
