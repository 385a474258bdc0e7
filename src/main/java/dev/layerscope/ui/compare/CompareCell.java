package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.edit.Tick;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.operation.Comparison.ComparedRepository;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;

/** A row of the tree of differences: glyph or icon, name, what happened. */
final class CompareCell extends TreeCell<CompareRow> {
  /** Kinds are short words; the few long ones are cut before the name is. */
  private static final double MOST_OF_KIND = 104;

  private static final double LEAST_OF_KIND = 62;

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
        Label kind = Pieces.label(resource.key().kind(), "muted");
        kind.setMaxWidth(MOST_OF_KIND);
        kind.setMinWidth(Math.min(LEAST_OF_KIND, kind.getText().length() * 6.0));
        show(kind, resource.key().name(), resource.change());
        flag(resource.risks().size());
        setTooltip(new Tooltip(resource.key().text()));
      }
      case CompareRow.OfRepository(ComparedRepository repository) -> repository(repository);
      case CompareRow.OfHistory(ComparedRepository repository) -> history(repository);
      case CompareRow.OfSamePatches(var repository, int count, boolean incoming) -> {
        String words = Messages.count("count.samepatches", count);
        setGraphic(
            Pieces.row(
                6,
                Pieces.label(incoming ? "+" : "−", "subtle"),
                Pieces.label(words, "subtle", "small")));
        setTooltip(new Tooltip(Messages.text("compare.samepatchtip")));
        setAccessibleText(words);
      }
      case CompareRow.OfCommit commit -> commit(commit);
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
      row.getChildren().add(Pieces.icon("fth-flag", 12, "error"));
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

  private static void count(HBox row, String sign, int count, String style) {
    if (count > 0) {
      Label label = Pieces.label(sign + count, "small", style);
      label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      row.getChildren().add(label);
    }
  }

  private void flag(int risks) {
    if (risks > 0 && getGraphic() instanceof HBox row) {
      row.getChildren().add(row.getChildren().size() - 1, Pieces.icon("fth-flag", 12, "error"));
    }
  }

  private LayerLooks looks() {
    return workspace.shown().get().map(WorkspaceViewModel.Shown::looks).orElse(LayerLooks.none());
  }

  private void application(ComparedApplication application, Tally tally) {
    HierarchyNode node = application.change().node();
    String roots = String.join(", ", application.change().roots());
    tallied(new GlyphIcon(looks().of(node), node.isResources()), Pieces.label(node.label()), tally);
    setTooltip(
        new Tooltip(
            application
                .change()
                .reason()
                .or(application::unknown)
                .orElse(Messages.text("compare.roots", node.kind().text(), roots))));
  }

  private void history(ComparedRepository repository) {
    var apart = repository.commits();
    HBox row =
        Pieces.row(
            6,
            Pieces.icon("mdi2s-source-repository", 14),
            Pieces.label(repository.url().shortName(), "muted"),
            Pieces.spring());
    count(row, "+", apart.onlyTo().count(), "diff-added");
    count(row, "−", apart.onlyFrom().count(), "diff-removed");
    if (apart.uncertain()) {
      row.getChildren().add(Pieces.icon("fth-scissors", 13, "warning"));
      setTooltip(new Tooltip(Messages.text("commits.shallow")));
    }
    if (!apart.related()) {
      row.getChildren().add(Pieces.icon("mdi2l-link-off", 13, "error"));
      setTooltip(new Tooltip(Messages.text("compare.noancestor", repository.url().shortName())));
    }
    setGraphic(row);
    setAccessibleText(
        Messages.text(
                "compare.history",
                repository.url().shortName(),
                apart.onlyTo().count(),
                apart.onlyFrom().count())
            + (apart.uncertain() ? ", " + Messages.text("commits.shallow") : ""));
  }

  /** A commit that the other side has as the same patch is there, and folded: small and pale. */
  private void commit(CompareRow.OfCommit row) {
    boolean same = row.told().equivalent().isPresent();
    Label subject = Pieces.label(row.told().commit().subject(), same ? "subtle" : "small");
    subject.setMinWidth(20);
    HBox box =
        Pieces.row(
            6,
            Pieces.label(
                row.incoming() ? "+" : "−", row.incoming() ? "diff-added" : "diff-removed"),
            subject,
            Pieces.spring(),
            Pieces.label(
                same
                    ? Messages.text("compare.samepatch")
                    : row.told().commit().id().substring(0, 7),
                "code",
                "subtle"));
    setGraphic(box);
    setTooltip(new Tooltip(row.told().commit().subject()));
    setAccessibleText(row.told().commit().subject());
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
