/** Tests of {@code git.clones}. */
package dev.layerscope.git.clones;
