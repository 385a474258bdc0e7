package dev.layerscope.ui.edit;

import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.DeliveredImages;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The images of the Application that a release is about, looked up when another one is meant. */
final class OfferedImages {
  private final WorkspaceViewModel workspace;
  private final ReadOnlyObjectWrapper<Map<String, SortedSet<String>>> images =
      new ReadOnlyObjectWrapper<>(Map.of());
  private List<String> asked = List.of();

  OfferedImages(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  /** By name, with the versions they have now; empty while that is not known. */
  ReadOnlyObjectProperty<Map<String, SortedSet<String>>> images() {
    return images.getReadOnlyProperty();
  }

  /** Looks the images up, unless that was done for the same Application. */
  void look(String application, String environments) {
    Optional<Opened> opened = workspace.opened().get();
    String environment = environments.split(",")[0].strip();
    List<String> question = List.of(application, environment);
    if (opened.isEmpty() || application.isBlank() || environment.isEmpty()) {
      asked = List.of();
      images.set(Map.of());
      return;
    }
    if (question.equals(asked)) {
      return;
    }
    asked = question;
    images.set(Map.of());
    workspace
        .background()
        .ask(
            "images",
            Messages.text("status.images", application),
            progress -> DeliveredImages.of(opened.get(), environment, application, progress),
            images::set,
            ignored -> images.set(Map.of())); // the plan says what is wrong
  }

  /** Forgets what was found: the branches may be elsewhere by now. */
  void forget() {
    asked = List.of();
  }
}
