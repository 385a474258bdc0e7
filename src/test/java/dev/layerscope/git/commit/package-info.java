/** Tests of {@code git.commit}. */
package dev.layerscope.git.commit;
