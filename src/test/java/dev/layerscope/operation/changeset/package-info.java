/** What was committed, looked at and taken back. */
@NullMarked
package dev.layerscope.operation.changeset;

import org.jspecify.annotations.NullMarked;
