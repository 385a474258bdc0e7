/** Tests of what ApplicationSets generate. */
package dev.layerscope.render.generator;
