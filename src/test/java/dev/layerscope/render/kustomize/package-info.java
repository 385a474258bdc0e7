/** What kustomizations build, on small ones written down in the tests. */
@NullMarked
package dev.layerscope.render.kustomize;

import org.jspecify.annotations.NullMarked;
