/** Everything that reads what others wrote, fed with what nobody would write. */
@org.jspecify.annotations.NullMarked
package dev.layerscope.mutated;
