/**
 * Charts: from a folder of a repository, values and parameters to manifests, by Helm itself. Start
 * at {@link dev.layerscope.render.helm.HelmRenderer}; Helm runs in a process of its own, see {@code
 * worker}.
 */
@NullMarked
package dev.layerscope.render.helm;

import org.jspecify.annotations.NullMarked;
