/** Tests of {@code git.transport}. */
package dev.layerscope.git.transport;
