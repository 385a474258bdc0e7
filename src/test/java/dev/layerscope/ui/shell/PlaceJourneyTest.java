package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A person asks what a change to one file of the layer in front of him reaches. */
class PlaceJourneyTest extends Journey {
  @Test
  void aFileOfTheSelectedLayerIsLitUpAndListed() throws Exception {
    waitUntil(() -> window().shell().graph().drawn() > 3);
    interact(window().shell().graph()::requestFocus);
    push(KeyCode.HOME);
    push(KeyCode.RIGHT);
    Platform.runLater(window().shell().pictures()::blastPlace); // it waits for its own end

    waitUntil(() -> there("#placeRepository"));
    assertThat(seen(() -> lookup("#placeRepository").<ComboBox<String>>query().getValue()))
        .endsWith("platform/type-a.git");
    TextField path = the("#placePath");
    waitUntil(() -> Objects.equals(path.getScene().getFocusOwner(), path));
    interact(() -> path.setText("borealis"));
    ListView<String> places = the("#placePaths");
    waitUntil(() ->
        !places.getItems().isEmpty()
            && places.getItems().stream().allMatch(place -> place.contains("borealis")));
    interact(() -> places.getSelectionModel().select(0));
    String chosen = seen(path::getText);
    interact(() ->
        lookup(".dialog-pane .button").<Button>queryAll().stream()
            .filter(Button::isDefaultButton)
            .findFirst()
            .orElseThrow()
            .fire());

    waitUntil(() -> window().hierarchy().blast().get().isPresent());
    assertThat(chosen).endsWith(".yaml");
    assertThat(seen(() -> window().hierarchy().blast().get().orElseThrow().of())).contains(chosen);
  }
}
