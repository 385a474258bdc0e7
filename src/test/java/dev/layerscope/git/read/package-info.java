/** Tests of {@code git.read}. */
package dev.layerscope.git.read;
