/**
 * Versions as Argo CD reads them: from a range such as {@code 1.2.x} and the tags there are to the
 * tag that is meant. Start at {@link dev.layerscope.git.version.VersionConstraint}.
 */
@NullMarked
package dev.layerscope.git.version;

import org.jspecify.annotations.NullMarked;
