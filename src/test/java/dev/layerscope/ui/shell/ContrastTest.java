package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.hierarchy.GraphView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures on the pixels that are painted: the words and signs of cards in every state stand out
 * from their card, in both themes. Of each line of words the paper is what most pixels have, and
 * the ink the pixel farthest from it.
 */
class ContrastTest extends Journey {
  private static final double LEAST = 4.5;

  /** Of a sign: the layer's glyph, beside a card's name. */
  private static final double LEAST_SIGN = 3;

  /**
   * Where words stand on a card at 100 %: top and bottom of name, place, target, badges or note.
   */
  private static final double[][] LINES = {{10, 26}, {31, 45}, {47, 61}, {67, 81}};

  @Test
  void wordsOfEveryStateStandOutInBothThemes() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().shell().graph().drawn() > 3);
    var weak = new ArrayList<String>();
    for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      interact(() -> window().theme().choice().set(theme));
      Set<Mark> seen = EnumSet.noneOf(Mark.class);
      weak.addAll(measure(theme + " plain"));
      interact(() -> window().hierarchy().search().look("a"));
      weak.addAll(measure(theme + " found"));
      interact(() -> window().hierarchy().search().look(""));
      seen.addAll(markEverything());
      weak.addAll(measure(theme + " marked"));
      assertThat(seen).containsExactlyInAnyOrder(Mark.values());
      interact(() -> window().hierarchy().show(estate(), Map.of(), Map.of()));
      interact(() -> window().hierarchy().chooseRoot("mistakes"));
      interact(() ->
          window()
              .hierarchy()
              .picture()
              .ifPresent(picture ->
                  window().hierarchy().openAllBelow(picture.node(picture.tops().getFirst()).id())));
      waitUntil(() -> window().hierarchy().sheet().get().orElseThrow().cards().size() > 10);
      weak.addAll(measure(theme + " mistakes"));
      interact(() -> window().hierarchy().chooseRoot("my-cluster"));
    }
    assertThat(weak).isEmpty();
  }

  private dev.layerscope.export.picture.Estate estate() {
    return window().workspace().shown().get().orElseThrow().estate();
  }

  /** Every card in sight gets a mark, one after the other. */
  private Set<Mark> markEverything() {
    Map<NodeId, Mark> marks = new HashMap<>();
    Map<NodeId, String> notes = new HashMap<>();
    var given = EnumSet.noneOf(Mark.class);
    Sheet sheet = window().hierarchy().sheet().get().orElseThrow();
    TreePicture picture = sheet.picture();
    Iterator<Mark> next = List.<Mark>of().iterator();
    for (Sheet.Card card : sheet.cards()) {
      next = next.hasNext() ? next : List.of(Mark.values()).iterator();
      Mark mark = next.next();
      given.add(mark);
      marks.put(picture.node(card.index()).id(), mark);
      notes.put(picture.node(card.index()).id(), "5 manifests differ");
    }
    interact(() -> window().hierarchy().show(estate(), marks, notes));
    return given;
  }

  private List<String> measure(String state) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(8);
    return WaitForAsyncUtils.asyncFx(() -> measured(state)).get();
  }

  private List<String> measured(String state) {
    GraphView graph = window().shell().graph();
    WritableImage image = graph.snapshot(new SnapshotParameters(), null);
    var weak = new ArrayList<String>();
    Sheet sheet = window().hierarchy().sheet().get().orElseThrow();
    int looked = 0;
    for (Sheet.Card card : sheet.cards()) {
      Rectangle place = graph.placeOf(card);
      if (place.x() < 0
          || place.y() < 0
          || place.right() > image.getWidth()
          || place.bottom() > image.getHeight()) {
        continue;
      }
      looked++;
      String name = sheet.picture().node(card.index()).label();
      for (double[] line : LINES) {
        double contrast =
            Contrast.of(
                image.getPixelReader(),
                (int) place.x() + 32,
                (int) (place.y() + line[0]),
                (int) place.right() - 24,
                (int) (place.y() + line[1]));
        if (contrast > 1.2 && contrast < LEAST) {
          weak.add("%s, %s, line at %.0f: %.2f".formatted(state, name, line[0], contrast));
        }
      }
      double sign =
          Contrast.of(
              image.getPixelReader(),
              (int) place.x() + 9,
              (int) place.y() + 8,
              (int) place.x() + 28,
              (int) place.y() + 26);
      if (sign < LEAST_SIGN) {
        weak.add("%s, sign of %s: %.2f".formatted(state, name, sign));
      }
    }
    assertThat(looked).as("cards in sight, " + state).isGreaterThan(1);
    return weak;
  }
}
