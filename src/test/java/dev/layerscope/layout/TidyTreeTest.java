package dev.layerscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.layout.Forest.Form;
import dev.layerscope.layout.Forest.Item;
import dev.layerscope.layout.Places.Frame;
import dev.layerscope.layout.Places.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidyTreeTest {
  private static final Spacing SPACING = Spacing.STANDARD;

  @Test
  void aParentIsLevelWithItsFirstChild() {
    Places places = place(List.of(card(1, 2), card(3), card(), card()), 0);

    assertThat(places.cards().get(1).y()).isEqualTo(places.cards().get(0).y());
    assertThat(places.cards().get(3).y()).isEqualTo(places.cards().get(0).y());
    assertThat(places.cards().get(1).x() - places.cards().get(0).x()).isEqualTo(268);
  }

  @Test
  void siblingsKeepTheGapAndTheirOrder() {
    Places places = place(List.of(card(1, 2), card(), card()), 0);

    assertThat(places.cards().get(2).y() - places.cards().get(1).bottom()).isEqualTo(16);
  }

  @Test
  void theResourcesOfALayerStandBelowItsDependenciesInOneFrame() {
    Places places =
        place(List.of(new Item(List.of(2), List.of(1), Form.FRAMED), card(), card()), 0);

    Rectangle deps = places.cards().get(0);
    Rectangle res = places.cards().get(1);
    assertThat(res.x()).isEqualTo(deps.x());
    assertThat(res.y() - deps.bottom()).isEqualTo(8);
    Rectangle frame = places.frames().getFirst().box();
    assertThat(frame)
        .isEqualTo(new Rectangle(deps.x() - 8, deps.y() - 24, 232, 24 + 88 + 8 + 88 + 8));
    assertThat(places.cards().get(2).y()).isEqualTo(deps.y());
  }

  @Test
  void aSecondChildComesBelowEverythingTheFirstOneOpened() {
    Places places = place(List.of(card(1, 2), card(3, 4), card(5), card(), card(), card()), 0);

    assertThat(places.cards().get(5).y()).isGreaterThan(places.cards().get(4).bottom());
    assertThat(places.cards().get(2).y()).isEqualTo(places.cards().get(5).y());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noTwoBoxesOverlap(long seed) {
    Places places = place(randomForest(seed, 300), 0);

    List<Rectangle> boxes = boxes(places);
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        assertThat(boxes.get(i).intersects(boxes.get(j)))
            .as("%s and %s overlap (seed %d)", boxes.get(i), boxes.get(j), seed)
            .isFalse();
      }
    }
  }

  @Test
  void aChainOfTenThousandAndTenThousandUnderOneParentArePlaced() {
    var chain = new ArrayList<Item>();
    for (int i = 0; i < 10_000; i++) {
      chain.add(i == 9_999 ? card() : card(i + 1));
    }
    assertThat(place(chain, 0).height()).isLessThan(200);

    var star = new ArrayList<Item>();
    var children = new ArrayList<Integer>();
    for (int i = 1; i < 10_000; i++) {
      children.add(i);
    }
    star.add(new Item(children, List.of(), Form.CARD));
    children.forEach(child -> star.add(card()));
    assertThat(place(star, 0).height()).isGreaterThan(9_000 * 100);
  }

  @Test
  void manyLeavesStandInColumnsReadFromTopToBottom() {
    Places places = place(star(20, Form.LEAF), 0);

    List<Rectangle> cards = places.cards();
    assertThat(cards.get(1).y()).isEqualTo(cards.get(0).y());
    assertThat(cards.get(7).x()).isEqualTo(cards.get(1).x());
    assertThat(cards.get(8).x()).isEqualTo(cards.get(1).x() + SPACING.pitch());
    assertThat(cards.get(8).y()).isEqualTo(cards.get(1).y());
    assertThat(places.rails()).doesNotContainKey(7).containsEntry(8, cards.get(1).y() - 8);
  }

  @Test
  void whatCanBeOpenedKeepsItsColumnHoweverManyThereAre() {
    Places places = place(star(20, Form.CARD), 0);

    assertThat(places.cards().stream().skip(1).map(Rectangle::x).distinct()).hasSize(1);
    assertThat(places.rails()).isEmpty();
  }

  @Test
  void tenThousandLeavesHaveTheShapeOfAWindow() {
    Places places = place(star(10_000, Form.LEAF), 0);

    assertThat(places.width() / places.height()).isBetween(1.2, 2.0);
  }

  @Test
  void whatFollowsABunchStandsBelowAllOfIt() {
    List<Item> items = star(20, Form.LEAF);
    items.set(20, card(21));
    items.add(card());
    Places places = place(items, 0);

    Rectangle after = places.cards().get(20);
    assertThat(after.y())
        .isGreaterThan(
            places.cards().subList(1, 20).stream()
                .mapToDouble(Rectangle::bottom)
                .max()
                .orElseThrow());
    assertThat(places.cards().get(21).y()).isEqualTo(after.y());
  }

  private static List<Item> star(int size, Form form) {
    var star = new ArrayList<Item>();
    var children = IntStream.rangeClosed(1, size).boxed().toList();
    star.add(new Item(children, List.of(), Form.CARD));
    children.forEach(child -> star.add(new Item(List.of(), List.of(), form)));
    return star;
  }

  /** Frames and the cards outside of frames. */
  private static List<Rectangle> boxes(Places places) {
    var boxes = new ArrayList<Rectangle>();
    places.frames().stream().map(Frame::box).forEach(boxes::add);
    places.cards().stream()
        .filter(
            card -> places.frames().stream().noneMatch(f -> f.box().contains(card.x(), card.y())))
        .forEach(boxes::add);
    return boxes;
  }

  private static List<Item> randomForest(long seed, int size) {
    var random = new Random(seed);
    var children = new ArrayList<List<Integer>>();
    var companions = new ArrayList<List<Integer>>();
    var isCompanion = new boolean[size];
    for (int i = 0; i < size; i++) {
      children.add(new ArrayList<>());
      companions.add(new ArrayList<>());
      if (i > 0) {
        int parent = random.nextInt(3) == 0 ? 0 : random.nextInt(i);
        isCompanion[i] = random.nextInt(4) == 0 && !isCompanion[parent];
        (isCompanion[i] ? companions : children).get(parent).add(i);
      }
    }
    var items = new ArrayList<Item>();
    for (int i = 0; i < size; i++) {
      boolean framed = !isCompanion[i] && (!companions.get(i).isEmpty() || random.nextInt(5) == 0);
      boolean leaf = children.get(i).isEmpty() && random.nextInt(3) > 0;
      Form form = framed ? Form.FRAMED : leaf ? Form.LEAF : Form.CARD;
      items.add(new Item(children.get(i), companions.get(i), form));
    }
    return items;
  }

  private static Places place(List<Item> items, int root) {
    return TidyTree.place(new Forest(items, List.of(root)), SPACING);
  }

  private static Item card(Integer... children) {
    return new Item(List.of(children), List.of(), Form.CARD);
  }
}
