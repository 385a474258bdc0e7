/**
 * What a person wants to have changed, in the words of the forms and of the command line: one value
 * per kind of wish, each complete in itself, none knowing how it is done. Start at {@link
 * dev.layerscope.edit.intention.Intention}.
 */
@NullMarked
package dev.layerscope.edit.intention;

import org.jspecify.annotations.NullMarked;
