/** Every finding on a fixture of its own, and mistakes planted into the sample workspace. */
@NullMarked
package dev.layerscope.operation.finding;

import org.jspecify.annotations.NullMarked;
