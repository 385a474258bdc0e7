/** Tests of {@code git.credential}. */
package dev.layerscope.git.credential;
