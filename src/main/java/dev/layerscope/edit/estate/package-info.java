/**
 * The estate as it stands, asked with an edit in mind: from a hierarchy to the folder that an
 * Application's file belongs into ({@link dev.layerscope.edit.estate.HostSearch}), to what its
 * neighbours look like, and to names that are taken. Start at {@link
 * dev.layerscope.edit.estate.Ground}.
 */
@NullMarked
package dev.layerscope.edit.estate;

import org.jspecify.annotations.NullMarked;
