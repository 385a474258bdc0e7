package dev.layerscope.ui.findings;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Explanation;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.operation.finding.ReadPlace;
import dev.layerscope.operation.plan.FixFinding;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Why a finding matters, how it is cured, and the text it points to with its line marked; each of
 * its places is one click away.
 */
final class FindingDetail {
  private static final double ROOM = 260;

  /** The share of the width that the words take, the text they are about has the rest. */
  private static final double WORDS = 0.4;

  private final WorkspaceViewModel workspace;
  private final VBox words = new VBox(4);
  private final FlowPane places = new FlowPane(8, 2);
  private final CodeList code = new CodeList();
  private final VBox told = new VBox(8, words, places);
  private final HBox node = new HBox(16, told, code);

  FindingDetail(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    node.getStyleClass().add("finding-detail");
    node.setPrefHeight(ROOM);
    // Beside each other: below the words there would be room for three lines of the text.
    told.prefWidthProperty().bind(node.widthProperty().multiply(WORDS));
    told.setMinWidth(Region.USE_PREF_SIZE);
    code.setAccessibleText(Messages.text("findings.text"));
    HBox.setHgrow(code, Priority.ALWAYS);
    show(null);
  }

  Region node() {
    return node;
  }

  /** Shows what is chosen; a head of a group, or nothing, shows how to choose. */
  void show(@Nullable Row row) {
    words.getChildren().clear();
    places.getChildren().clear();
    code.getItems().clear();
    if (row instanceof Row.Seen seen) {
      seen.accepted().ifPresent(why -> words.getChildren().add(wrapped(why, "strong")));
      explain(seen.finding());
    } else {
      words.getChildren().add(wrapped(Messages.text("findings.choose"), "muted"));
    }
  }

  private void explain(Finding finding) {
    Explanation explanation = finding.code().explanation().plain();
    words.getChildren().add(wrapped(finding.message(), "strong"));
    words.getChildren().add(wrapped(explanation.cause(), "small"));
    words
        .getChildren()
        .add(wrapped(Messages.text("findings.argocd", explanation.argocd()), "small"));
    words.getChildren().add(wrapped(Messages.text("findings.cure", explanation.cure()), "small"));
    Certainty certainty = finding.certainty();
    if (!certainty.exact()) {
      String why = String.join("; ", certainty.why());
      words
          .getChildren()
          .add(
              wrapped(
                  Messages.text("findings.unsure", certainty.level().word(), why),
                  "small",
                  "muted"));
    }
    offerCure(finding);
    for (Location location : finding.locations()) {
      var link = new Hyperlink(FindingRow.place(location));
      link.getStyleClass().add("code");
      link.setOnAction(ignored -> open(location));
      places.getChildren().add(link);
    }
    finding.locations().stream().findFirst().ifPresent(this::open);
  }

  /** Where the cure is mechanical, its plan is one click away. */
  private void offerCure(Finding finding) {
    workspace
        .shown()
        .get()
        .flatMap(shown -> FixFinding.of(shown.opened(), shown.selection(), finding))
        .ifPresent(fix -> {
          var cure = new Button(Messages.text("findings.fix", fix.environment()));
          cure.setId("fix");
          cure.setOnAction(ignored ->
              workspace
                  .edits()
                  .want(
                      new EditWish.Ready(
                          Messages.text("findings.fix.title"),
                          fix,
                          List.of(
                              finding.code().text(),
                              finding.message(),
                              finding.code().explanation().plain().cure()))));
          places.getChildren().add(cure);
        });
  }

  private void open(Location location) {
    workspace
        .shown()
        .get()
        .ifPresent(shown ->
            workspace
                .background()
                .ask(
                    "finding",
                    FindingRow.place(location),
                    progress -> ReadPlace.text(shown.opened(), location),
                    text -> show(text, location),
                    failed -> code.getItems().clear()));
  }

  private void show(Optional<String> text, Location location) {
    code.getItems().clear();
    text.ifPresent(read -> code.show(read, location.line()));
  }

  private static Label wrapped(String text, String... styles) {
    Label label = Pieces.label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
