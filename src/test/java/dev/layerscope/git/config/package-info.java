/** Tests of {@code git.config}. */
package dev.layerscope.git.config;
