/** Tests of rendering over in-memory trees. Start at {@link dev.layerscope.render.RendererTest}. */
package dev.layerscope.render;
