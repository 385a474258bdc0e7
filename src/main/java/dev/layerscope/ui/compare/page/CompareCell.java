package dev.layerscope.ui.compare.page;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.export.FleetWords;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.CompareSigns;
import dev.layerscope.ui.compare.RiskWords;
import dev.layerscope.ui.compare.text.CompareRow;
import dev.layerscope.ui.compare.text.Tally;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A row of the tree of differences: glyph or icon, name, what happened. */
final class CompareCell extends TreeCell<CompareRow> {
  /** Most kinds have short names; the others are cut before the name is. */
  private static final double MOST_OF_KIND = 96;

  private static final double LEAST_OF_KIND = 48;

  /** Letters that are never cut. */
  private static final int SHORT_KIND = 8;

  /** Names that are never cut for the names of roots beside them. */
  private static final int SHORT_NAME = 24;

  private static final double LEAST_OF_NAME = 140;

  /** No less than the flag. */
  private static final double LEAST_OF_CHIP = 24;

  private static final double MOST_OF_CHIP = 120;
  private static final double ROOMY = 420;
  private static final String FLAG = "risk-below";

  private final WorkspaceViewModel workspace;
  private final CompareViewModel model;

  CompareCell(WorkspaceViewModel workspace, CompareViewModel model) {
    this.workspace = workspace;
    this.model = model;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(CompareRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setTooltip(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case CompareRow.Group group -> group(group);
      case CompareRow.Source(String name, Tally tally) ->
          tallied(Pieces.icon("mdi2s-source-repository", 14), Pieces.label(name, "muted"), tally);
      case CompareRow.OfApplication(ComparedApplication application, Tally tally) ->
          application(application, tally);
      case CompareRow.OfResource(ComparedApplication application, ResourceChange resource) -> {
        Label kind = Pieces.label(KindWords.brief(resource.key().kind()), "muted", "small");
        kind.setMaxWidth(MOST_OF_KIND);
        kind.setMinWidth(
            kind.getText().length() <= SHORT_KIND ? Region.USE_PREF_SIZE : LEAST_OF_KIND);
        show(kind, resource.key().name(), resource.change());
        if (resource.formattingOnly()) {
          formatting();
        }
        setAccessibleText(resource.key().text() + ", " + resource.change().word());
        risks(resource.risks(), resource.key().text());
      }
      case CompareRow.OfRepository(ComparedRepository repository) -> repository(repository);
      case CompareRow.OfHistory history -> look(CommitLook.of(history));
      case CompareRow.OfSamePatches same -> look(CommitLook.of(same));
      case CompareRow.OfCommit commit -> look(CommitLook.of(commit));
      case CompareRow.OfFile file -> {
        show(Pieces.icon("fth-file-text", 13), file.file().path().value(), file.change());
        if (file.file() instanceof ChangedFile.Renamed renamed) {
          setTooltip(new Tooltip(renamed.before().path() + " → " + renamed.after().path()));
        }
      }
    }
    CompareTicks.of(row).ifPresent(this::tickBox);
    if (model.viewed().contains(row.key()) && getGraphic() instanceof HBox box) {
      box.setOpacity(0.55);
      box.getChildren().add(1, Pieces.icon("fth-check", 11));
    }
  }

  /** What can be promoted by itself can be ticked. */
  private void tickBox(Tick tick) {
    if (getGraphic() instanceof HBox box && model.canPromote()) {
      var check = new CheckBox();
      check.getStyleClass().add("tick");
      check.setSelected(model.ticks().all().contains(tick));
      check.setFocusTraversable(false);
      check.setAccessibleText(Messages.text("compare.tickname", tick.words()));
      check.setTooltip(new Tooltip(Messages.text("compare.tick")));
      check.setOnAction(ignored -> model.ticks().toggle(tick));
      box.getChildren().addFirst(check);
    }
  }

  private void group(CompareRow.Group group) {
    Node icon =
        group.layer()
            ? new GlyphIcon(looks().of(group.title()), false)
            : Pieces.icon("fth-file", 13);
    tallied(icon, Pieces.label(group.title(), "strong"), group.tally());
  }

  /** Counts by how it differs; the flag says that something below is dangerous. */
  private void tallied(Node icon, Label name, Tally tally) {
    name.setMinWidth(20);
    name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    HBox row = Pieces.row(6, icon, name, Pieces.spring());
    if (tally.risks() > 0) {
      row.getChildren().add(Pieces.icon("fth-flag", 12, "error", FLAG));
    }
    count(row, "+", tally.added(), "diff-added");
    count(row, "−", tally.removed(), "diff-removed");
    count(row, "≠", tally.changed(), "diff-changed");
    count(row, "↳", tally.moved(), "diff-moved");
    count(row, "?", tally.unknown(), "diff-unknown");
    setGraphic(row);
    setAccessibleText(
        Messages.text(
            "compare.tally",
            name.getText(),
            tally.added(),
            tally.removed(),
            tally.changed(),
            tally.moved(),
            tally.unknown(),
            tally.risks()));
  }

  static void count(HBox row, String sign, int count, String style) {
    if (count > 0) {
      Label label = Pieces.label(sign + count, "small", style);
      label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      row.getChildren().add(label);
    }
  }

  /** Says what is dangerous about a row itself; where room is short the flag is what stays. */
  private void risks(List<Risk> risks, String about) {
    if (risks.isEmpty()) {
      setTooltip(new Tooltip(about));
      return;
    }
    setTooltip(new Tooltip(about + "\n" + RiskWords.all(risks)));
    setAccessibleText(getAccessibleText() + "\n" + RiskWords.all(risks));
    if (getGraphic() instanceof HBox row) {
      row.getChildren().removeIf(child -> child.getStyleClass().contains(FLAG));
      row.getChildren().add(row.getChildren().size() - 1, chip(risks));
    }
  }

  /** Names come first: words are for a tree with room beside them. */
  private Label chip(List<Risk> risks) {
    boolean roomy = getTreeView() != null && getTreeView().getWidth() > ROOMY;
    Label chip = Pieces.label(roomy ? RiskWords.of(risks) : "", "chip", "error", "risk");
    chip.setGraphic(Pieces.icon("fth-flag", 11, "error"));
    chip.setMinWidth(LEAST_OF_CHIP);
    chip.setMaxWidth(MOST_OF_CHIP);
    return chip;
  }

  private LayerLooks looks() {
    return workspace.shown().get().map(WorkspaceViewModel.Shown::looks).orElse(LayerLooks.none());
  }

  private void application(ComparedApplication application, Tally tally) {
    HierarchyNode node = application.change().node();
    String roots = String.join(", ", application.change().roots());
    Label name = Pieces.label(node.label());
    tallied(new GlyphIcon(looks().of(node), node.isResources()), name, tally);
    if (hasNamesake(node.name()) && getGraphic() instanceof HBox row) {
      Label where = Pieces.label(FleetWords.brief(application.change().roots()), "subtle", "small");
      where.setMinWidth(20);
      name.setMinWidth(
          name.getText().length() <= SHORT_NAME ? Region.USE_PREF_SIZE : LEAST_OF_NAME);
      row.getChildren().add(2, where);
    }
    risks(
        application.elsewhere().isPresent() ? List.of() : application.change().risks(),
        application
            .change()
            .reason()
            .or(application::unknown)
            .orElse(Messages.text("compare.roots", node.kind().text(), roots)));
  }

  /** Whether an Application of the same name differs otherwise on other roots. */
  private boolean hasNamesake(String name) {
    TreeItem<CompareRow> here = getTreeItem();
    return here != null
        && here.getParent() != null
        && here.getParent().getChildren().stream()
            .anyMatch(other ->
                !other.equals(here)
                    && other.getValue() instanceof CompareRow.OfApplication(var beside, var ignored)
                    && beside.change().node().name().equals(name));
  }

  private void look(CommitLook look) {
    setGraphic(look.row());
    setTooltip(look.tip().isEmpty() ? null : new Tooltip(look.tip()));
    setAccessibleText(look.said());
  }

  private void repository(ComparedRepository repository) {
    Label name = Pieces.label(repository.url().shortName(), "muted");
    HBox row = Pieces.row(6, Pieces.icon("mdi2s-source-repository", 14), name, Pieces.spring());
    row.getChildren()
        .add(
            Pieces.label(
                repository.unknown().isPresent()
                    ? "?"
                    : Integer.toString(repository.files().size()),
                "count"));
    repository.unknown().ifPresent(why -> setTooltip(new Tooltip(why)));
    setGraphic(row);
  }

  /** Equal in meaning is not equal: that it is written otherwise stands where a sign would. */
  private void formatting() {
    if (getGraphic() instanceof HBox row && row.getChildren().getLast() instanceof Label sign) {
      sign.setText("≈");
    }
    setAccessibleText(getAccessibleText() + ", " + Messages.text("compare.formatting"));
  }

  private void show(Node icon, String name, Change change) {
    Label label = Pieces.label(name);
    label.setMinWidth(20);
    label.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    Label sign = Pieces.label(CompareSigns.sign(change), "strong", CompareSigns.style(change));
    sign.setMinWidth(14);
    setGraphic(Pieces.row(6, icon, label, Pieces.spring(), sign));
    setAccessibleText(name + ", " + change.word());
  }
}
