package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.hierarchy.HierarchyNode;
import java.nio.file.Path;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Everything a person does most, by keys alone: a mouse event fails the test. */
class KeyboardJourneyTest extends Journey {
  private static final int MOST_TABS = 120;

  /** What only a hand on a mouse does; the pointer that lies still enters and leaves by itself. */
  private static final Set<EventType<?>> BY_MOUSE =
      Set.of(
          MouseEvent.MOUSE_PRESSED,
          MouseEvent.MOUSE_RELEASED,
          MouseEvent.MOUSE_CLICKED,
          MouseEvent.MOUSE_DRAGGED,
          MouseEvent.DRAG_DETECTED,
          ScrollEvent.SCROLL);

  private int mice;

  /** Clones of its own: what is committed here must not be seen by other tests. */
  @Override
  Path clones() {
    return folder().resolve("clones");
  }

  @Test
  void aPersonFindsReadsSwitchesBindsCommitsAndUndoes() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().shell().graph().drawn() > 3);
    Author.of(clones());
    interact(() ->
        window()
            .stage()
            .getScene()
            .addEventFilter(
                InputEvent.ANY, event -> mice += BY_MOUSE.contains(event.getEventType()) ? 1 : 0));

    findsAnApplication();
    readsWhyItIsThere();
    switchesTheEnvironment();
    bindsATeamAndTakesItBack();
    assertThat(mice).as("mouse events").isZero();
  }

  private void findsAnApplication() {
    push(KeyCode.CONTROL, KeyCode.K);
    write("logging east");
    push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo("logging");
    push(KeyCode.P);
    assertThat(selected()).isEqualTo("east-deps");
    push(KeyCode.CONTROL, KeyCode.F);
    write("logging");
    push(KeyCode.F3);
    assertThat(selected()).isEqualTo("logging");
    push(KeyCode.ESCAPE);
  }

  /** The inspector is folded in a narrow window; a key opens it, and Tab reaches its links. */
  private void readsWhyItIsThere() throws Exception {
    push(KeyCode.SPACE);
    waitUntil(() -> texts(".inspector .section-title").contains("Why is this here"));
    assertThat(texts(".inspector .code")).contains("east · bootstrap/east-deps.yaml:1");
    tabTo(
        "the link to the declaring line",
        node -> node instanceof Hyperlink link && link.getText().startsWith("east · "));
    push(KeyCode.CONTROL, KeyCode.DIGIT1);
    push(KeyCode.SPACE);
  }

  private void switchesTheEnvironment() throws Exception {
    push(KeyCode.CONTROL, KeyCode.K);
    write("environment dev");
    push(KeyCode.ENTER);
    waitUntil(() ->
        window()
            .workspace()
            .shown()
            .get()
            .flatMap(s -> s.selection().environmentName())
            .filter("dev"::equals)
            .isPresent());
    assertThat(selected()).isEqualTo("logging");
  }

  private void bindsATeamAndTakesItBack() throws Exception {
    push(KeyCode.CONTROL, KeyCode.K);
    write("bind a team");
    push(KeyCode.ENTER);
    tabTo("the name of the team", node -> "name".equals(node.getId()));
    write("dreamteam");
    tabTo("the team's repository", node -> "repository".equals(node.getId()));
    write("https://git.example.com/teams/dreamteam.git");
    waitUntil(() -> !this.<Button>the("#commit").isDisabled());
    push(KeyCode.CONTROL, KeyCode.ENTER);
    waitUntil(() -> this.<Labeled>the("#resultText").getText().contains("Nothing was pushed"));
    waitUntil(() -> window().workspace().background().idle());
    tabTo("the button that takes it back", node -> "undo".equals(node.getId()));
    push(KeyCode.SPACE);
    waitUntil(() -> this.<Labeled>the("#resultText").getText().startsWith("Taken back"));
    waitUntil(() -> window().workspace().background().idle());
  }

  /** Presses Tab until something has the focus, as often as a page has controls. */
  private void tabTo(String what, java.util.function.Predicate<Node> wanted) throws Exception {
    for (int i = 0; i < MOST_TABS; i++) {
      Node owner = seen(() -> window().stage().getScene().getFocusOwner());
      if (owner != null && wanted.test(owner)) {
        return;
      }
      push(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
    }
    throw new AssertionError("Tab never reaches " + what);
  }

  private java.util.List<String> texts(String selector) throws Exception {
    return seen(() ->
        lookup(selector).queryAll().stream()
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  private String selected() {
    WaitForAsyncUtils.waitForFxEvents();
    return window().hierarchy().selectedNode().map(HierarchyNode::name).orElse("nothing");
  }
}
