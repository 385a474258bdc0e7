/**
 * The pages of {@code docs/}, readable in the window.
 *
 * <p>From Markdown to controls. Start at {@link dev.layerscope.ui.help.HelpWindow}; {@link
 * dev.layerscope.ui.help.MarkdownView} is the only place that knows the library that parses.
 */
@NullMarked
package dev.layerscope.ui.help;

import org.jspecify.annotations.NullMarked;
