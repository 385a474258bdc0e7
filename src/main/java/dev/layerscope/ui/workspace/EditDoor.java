package dev.layerscope.ui.workspace;

import java.util.function.Consumer;

/** The way from any page to the page of changes. */
public final class EditDoor {
  private Consumer<EditWish> taker = wish -> {};

  /** What takes wishes: the window's frame, which knows the page. */
  public void onWish(Consumer<EditWish> action) {
    taker = action;
  }

  /** Wants something edited. Nothing is written; a form or a plan is shown. */
  public void want(EditWish wish) {
    taker.accept(wish);
  }
}
