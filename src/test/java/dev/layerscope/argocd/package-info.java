/** What dev.layerscope.argocd promises, as sentences. */
@NullMarked
package dev.layerscope.argocd;

import org.jspecify.annotations.NullMarked;
