/** Tests of the interpreter of Go templates: each function and each of Go's rules by its output. */
package dev.layerscope.render.generator.template;
