/** Tests of {@code git.version}. */
package dev.layerscope.git.version;
