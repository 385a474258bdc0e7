package dev.layerscope.ui.compare.page;

import dev.layerscope.export.SideWords;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.DiffView;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.WorkLine;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A comparison under way: what is being asked, that it was refused, or that it was given up. */
final class CompareAsking {
  private final Background background;
  private final CompareViewModel model;
  private final ComparePickers sides;
  private final DiffView view;
  private final Label summary;
  private final WorkLine work;

  CompareAsking(
      Background background,
      CompareViewModel model,
      ComparePickers sides,
      DiffView view,
      Label summary) {
    this.background = background;
    this.model = model;
    this.sides = sides;
    this.view = view;
    this.summary = summary;
    this.work = new WorkLine(background, CompareViewModel.LANE);
    model.problem().addListener((ignored, before, now) -> now.ifPresent(this::refused));
    background
        .activity(CompareViewModel.LANE)
        .addListener((ignored, before, now) -> {
          if (before.isPresent() && now.isEmpty()) {
            Background.soon(this::stopped);
          }
        });
  }

  /** Shows how far it is. */
  Node line() {
    return work;
  }

  /** Compares what the pickers say, when both say something. */
  void run() {
    if (sides.complete()) {
      String words =
          Messages.text(
              "status.comparing", SideWords.brief(sides.incoming()), SideWords.brief(sides.base()));
      work.begins(words);
      view.instead().set(words);
      model.compare(sides.base(), sides.incoming());
    }
  }

  private void refused(String words) {
    view.instead().set(words);
    summary.setText(words);
  }

  /** A comparison that was given up is not taken for one that found nothing. */
  private void stopped() {
    if (model.awaited() && background.activity(CompareViewModel.LANE).get().isEmpty()) {
      String words = Messages.text("compare.cancelled", sides.incoming(), sides.base());
      view.instead().set(words);
      work.gaveUp(words, this::run);
    }
  }
}
