/**
 * Tests of what the program does before a command or the window has its turn: it goes by the home
 * that git goes by. Start at {@link dev.layerscope.HomeTest}.
 */
@org.jspecify.annotations.NullMarked
package dev.layerscope;
