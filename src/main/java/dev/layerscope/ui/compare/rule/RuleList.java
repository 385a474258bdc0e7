package dev.layerscope.ui.compare.rule;

import dev.layerscope.diff.expected.Profile;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Every rule on what may differ, how much it hides here, and ways to change it or take it out. */
public final class RuleList {
  /** Of more rules than this the rest is scrolled to. */
  private static final double MOST_IN_PIXELS = 132;

  private final RulesInForce rules;

  public RuleList(RulesInForce rules) {
    this.rules = rules;
  }

  /**
   * The rules as rows.
   *
   * @param entries of the workspace file
   * @param counts how many differences each hides, by what it is counted under
   * @param counted whether they hide at all; where everything is shown nothing is counted
   */
  public Node of(List<ExpectedEntry> entries, Map<String, Integer> counts, boolean counted) {
    var rows = new VBox();
    for (ExpectedEntry entry : entries) {
      rows.getChildren().add(row(entry, items(entry, rows), counts, counted));
    }
    if (entries.stream().noneMatch(RuleList::isOwnBranch)) {
      var builtIn = ExpectedEntry.profile(Profile.OWN_BRANCH);
      MenuItem off =
          RuleItems.item(
              Messages.text("rules.switchoff"),
              () -> rules.expect(ExpectedEntry.without(Profile.OWN_BRANCH)));
      rows.getChildren().add(row(builtIn, List.of(off), counts, counted));
    }
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_IN_PIXELS);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("rule-list");
    return scroll;
  }

  private static boolean isOwnBranch(ExpectedEntry entry) {
    return entry.what() instanceof ExpectedEntry.What.OfProfile(var profile, var off)
        && profile == Profile.OWN_BRANCH;
  }

  private static boolean isOff(ExpectedEntry entry) {
    return entry.what() instanceof ExpectedEntry.What.OfProfile(var profile, var off) && off;
  }

  private List<MenuItem> items(ExpectedEntry entry, Node place) {
    var items = new ArrayList<MenuItem>();
    if (!(entry.what() instanceof ExpectedEntry.What.OfProfile)) {
      items.add(
          RuleItems.item(
              Messages.text("rules.edit"),
              () ->
                  RuleForm.ask(entry, Optional.of(place.getScene().getWindow()))
                      .ifPresent(after -> rules.change(entry, after))));
    }
    items.add(
        RuleItems.item(
            Messages.text(isOff(entry) ? "rules.switchon" : "rules.takeout"),
            () -> rules.forget(entry)));
    return items;
  }

  private static Node row(
      ExpectedEntry entry, List<MenuItem> items, Map<String, Integer> counts, boolean counted) {
    Label title = Pieces.label(entry.title(), "small", isOff(entry) ? "subtle" : "muted");
    title.setMinWidth(0);
    title.setTooltip(new Tooltip(ExpectedWords.of(entry)));
    int hits = isOff(entry) ? 0 : counts.getOrDefault(entry.title(), 0);
    String said = isOff(entry) ? Messages.text("rules.off") : counted ? Integer.toString(hits) : "";
    var more = new MenuButton();
    more.setGraphic(Pieces.icon("fth-more-horizontal", 12));
    more.getStyleClass().addAll("quiet", "rule-menu");
    more.setAccessibleText(Messages.text("rules.menu", entry.title()));
    more.setTooltip(new Tooltip(Messages.text("rules.menu", entry.title())));
    more.getItems().setAll(items);
    Label count = Pieces.label(said, "muted", "small");
    count.setMinWidth(HBox.USE_PREF_SIZE);
    HBox row = Pieces.row(4, title, Pieces.spring(), count, more);
    row.setOnContextMenuRequested(event -> {
      more.show();
      event.consume();
    });
    return row;
  }
}
