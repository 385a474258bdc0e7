/**
 * The window: views, view-models and what they share.
 *
 * <p>From the use cases of {@code operation} to pages a person looks at. A view is {@code X.fxml}
 * with its {@code XController} and {@code XViewModel}; {@link dev.layerscope.ui.shell.App} builds
 * them all by hand. Start there.
 */
@NullMarked
package dev.layerscope.ui;

import org.jspecify.annotations.NullMarked;
