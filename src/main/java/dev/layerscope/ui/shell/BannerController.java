package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What went wrong, above the page, with what to do about it; the old picture stays beneath. */
public final class BannerController {
  private final WorkspaceViewModel workspace;

  @FXML private HBox banner;
  @FXML private Label bannerText;
  @FXML private Hyperlink bannerRetry;

  BannerController(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  @FXML
  void initialize() {
    workspace.problem().addListener(ignored -> problem());
    problem();
  }

  private void problem() {
    var problem = workspace.problem().get();
    banner.setVisible(problem.isPresent());
    banner.setManaged(problem.isPresent());
    problem.ifPresent(p -> {
      bannerText.setText(p.message());
      bannerRetry.setOnAction(ignored -> p.retry().run());
    });
  }

  @FXML
  void dismiss() {
    workspace.problem().set(Optional.empty());
  }

  @FXML
  void copyDetails() {
    workspace.problem().get().ifPresent(p -> CodeList.copy(p.message() + "\n" + p.details()));
  }
}
