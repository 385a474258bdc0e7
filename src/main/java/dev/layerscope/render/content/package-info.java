/**
 * What files say, each content read once.
 *
 * <p>From {@link dev.layerscope.git.TreeEntry}s to parsed {@link dev.layerscope.yaml.Document}s,
 * remembered by blob id. Start at {@link dev.layerscope.render.content.ParsedFiles}.
 */
@NullMarked
package dev.layerscope.render.content;

import org.jspecify.annotations.NullMarked;
