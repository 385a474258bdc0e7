package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.operation.plan.KeptForms;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.EditWish.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A person fills in every form there is, and sees a plan for each. Nothing is written. */
class EditFormsJourneyTest extends Journey {
  /** Pictures of every form are for whoever wants to look at them. */
  private static final boolean PICTURES = Boolean.getBoolean("pictures");

  private static final String IMAGE = "registry.example.com/aurora/checkout";

  /** What stands in a form, and how many branches its plan writes to. */
  private record Filled(Kind kind, Map<String, String> values, String commit) {}

  private static final List<Filled> FORMS =
      List.of(
          new Filled(
              Kind.TEAM,
              Map.of(
                  "name", "dreamteam",
                  "in", "my-cluster",
                  "environment", "dev",
                  "repository", "https://git.example.com/teams/dreamteam.git"),
              "Commit locally to 1 branch"),
          new Filled(
              Kind.LAYER,
              Map.of("name", "data-pipeline", "over", "baseline"),
              "Commit locally to 3 branches"),
          new Filled(
              Kind.BETWEEN,
              Map.of("name", "mid", "upper", "my-cluster", "lower", "type-a", "environment", "dev"),
              "Commit locally to 4 branches"),
          new Filled(
              Kind.CLUSTER,
              Map.of("name", "south", "over", "type-a", "environment", "prod"),
              "Commit locally to 1 branch"),
          new Filled(
              Kind.APPLICATION,
              Map.of(
                  "name", "extra",
                  "in", "my-cluster",
                  "environment", "dev",
                  "repository", "https://git.example.com/clusters/my-cluster.git",
                  "path", "res"),
              "Commit locally to 1 branch"),
          new Filled(
              Kind.RELEASE,
              Map.of(
                  "application", "aurora", "environment", "dev", "image", IMAGE, "version", "9.0"),
              "Commit locally to 1 branch"),
          new Filled(
              Kind.RETARGET,
              Map.of("application", "aurora", "environment", "dev", "revision", "qa"),
              "Commit locally to 1 branch"),
          new Filled(
              Kind.RENAME,
              Map.of("application", "aurora", "environment", "dev", "name", "aurora-shop"),
              "Commit locally to"),
          new Filled(
              Kind.MOVE,
              Map.of("application", "aurora", "environment", "dev", "in", "type-a"),
              "Commit locally to"),
          new Filled(
              Kind.REMOVE,
              Map.of("application", "aurora", "environment", "dev"),
              "Commit locally to 2 branches"),
          new Filled(
              Kind.PROMOTE,
              Map.of("from", "dev", "to", "qa", "application", ""),
              "Commit locally to"));

  @Test
  void everyFormLeadsToAPlan() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    interact(() -> {
      window().stage().setWidth(1440);
      window().stage().setHeight(900);
    });
    offersEditsOnANode();
    for (Filled form : FORMS) {
      want(new EditWish.Form(form.kind(), form.values()));
      planned(form);
      if (PICTURES) {
        pictures("form-" + form.kind().name().toLowerCase(Locale.ROOT));
      }
    }
    looksAtEveryTab();
    beginsWhereSomethingIsWanted();
    offersTheImagesOfAnApplication();
    saysAtEachFieldWhatIsWrong();
    leavesAPlanThatIsThereAfterARestart();
    takesSeveralEnvironments();
    plansWhatIsTickedElsewhere();
  }

  /** In both themes, on a small screen and on the largest that needs no display. */
  private void pictures(String name) throws Exception {
    for (int width : List.of(1280, 1440)) {
      interact(() -> {
        window().stage().setWidth(width);
        window().stage().setHeight(width == 1280 ? 800 : 900);
      });
      for (Theme.Choice theme : List.of(Theme.Choice.DARK, Theme.Choice.LIGHT)) {
        interact(() -> window().theme().choice().set(theme));
        waitUntil(() -> window().workspace().background().idle());
        Screens.save(window().stage(), name + "-" + theme.name() + "-" + width);
      }
    }
  }

  private void offersEditsOnANode() throws Exception {
    waitUntil(() -> window().hierarchy().selectedNode().isPresent());
    assertThat(seen(() -> window().shell().pictures().menuItems()))
        .extracting(MenuItem::getId)
        .contains("menu-edit-team", "menu-edit-remove");
    MenuItem team =
        seen(() -> window().shell().pictures().menuItems()).stream()
            .filter(item -> "menu-edit-team".equals(item.getId()))
            .findFirst()
            .orElseThrow();
    interact(team::fire);
    assertThat(this.<Labeled>the("#title").getText()).isEqualTo("Bind a team");
  }

  /** Wants an edit and waits for its plan, or for the reason why there is none. */
  private void want(EditWish wish) throws Exception {
    interact(() -> window().workspace().edits().want(wish));
    waitUntil(() ->
        window().workspace().background().idle()
            && !status().equals(Messages.text("bind.planning"))
            && (!this.<Button>the("#commit").isDisabled()
                || this.<Labeled>the("#status").getStyleClass().contains("error")
                || the("#reason").isVisible()));
  }

  /** A field that is filled in asks for a plan once more, after the first one has come. */
  private void planned(Filled form) throws Exception {
    try {
      waitUntil(() -> this.<Button>the("#commit").getText().startsWith(form.commit()));
    } catch (TimeoutException e) {
      throw new AssertionError(
          "%s: “%s” and not “%s”: %s"
              .formatted(
                  form.kind(), this.<Button>the("#commit").getText(), form.commit(), status()),
          e);
    }
  }

  private String status() throws Exception {
    return this.<Labeled>the("#status").getText();
  }

  private void offersTheImagesOfAnApplication() throws Exception {
    var release =
        new EditWish.Form(
            Kind.RELEASE, Map.of("application", "aurora", "environment", "dev", "image", IMAGE));
    interact(() -> window().workspace().edits().want(release));
    waitUntil(() -> this.<ComboBox<String>>the("#image").getItems().contains(IMAGE));
    waitUntil(() -> hint("image").startsWith("Now "));
    ComboBox<String> image = the("#image");
    interact(() -> image.getEditor().setText("elsewhere"));
    waitUntil(() -> hint("image").startsWith("Not among what it delivers: "));
    Screens.save(window().stage(), "form-images");
  }

  private void looksAtEveryTab() throws Exception {
    for (int tab : List.of(1, 2, 0)) {
      interact(() ->
          lookup("#tabs").<TabPane>queryAll().forEach(t -> t.getSelectionModel().select(tab)));
      Screens.save(window().stage(), "plan-tab-" + tab);
      if (PICTURES) {
        interact(() -> window().theme().choice().set(Theme.Choice.DARK));
        Screens.save(window().stage(), "plan-tab-" + tab + "-dark");
        interact(() -> window().theme().choice().set(Theme.Choice.LIGHT));
      }
    }
  }

  private void beginsWhereSomethingIsWanted() throws Exception {
    begin(new EditWish.Form(Kind.RELEASE, Map.of()));
    waitUntil(() -> focused().equals("application"));
    begin(new EditWish.Form(Kind.RELEASE, Map.of("application", "aurora")));
    waitUntil(() -> focused().equals("version"));
    begin(new EditWish.Form(Kind.CLUSTER, Map.of()));
    waitUntil(() -> focused().equals("name"));
    assertThat(this.<ComboBox<String>>the("#over").getValue()).isEqualTo("baseline");
  }

  private void begin(EditWish wish) throws Exception {
    interact(() -> window().workspace().edits().want(wish));
  }

  private String focused() {
    Node owner = window().stage().getScene().getFocusOwner();
    return owner == null || owner.getId() == null ? "" : owner.getId();
  }

  private void saysAtEachFieldWhatIsWrong() throws Exception {
    want(new EditWish.Form(Kind.TEAM, FORMS.getFirst().values()));
    waitUntil(() -> hint("name").equals("Free in all 5 roots, checked as you type"));
    waitUntil(() -> hint("repository").equals("In the workspace"));
    type("name", "aurora");
    type("cpu", "lots");
    waitUntil(
        () -> hint("name").startsWith("Taken: Application aurora is declared in deps/aurora"));
    waitUntil(() -> hint("namespace").equals("Taken in my-cluster: aurora delivers there"));
    ComboBox<String> in = the("#in");
    interact(() -> in.setValue("east"));
    waitUntil(() -> hint("namespace").startsWith("aurora is made by this plan"));
    interact(() -> in.setValue("my-cluster"));
    waitUntil(() -> hint("cpu").equals("An amount looks like 8, 500m or 32Gi"));
    waitUntil(() -> this.<Button>the("#commit").isDisabled());
    waitUntil(() -> status().startsWith("An amount looks like"));
    Screens.save(window().stage(), "form-hints");
  }

  private void leavesAPlanThatIsThereAfterARestart() throws Exception {
    want(new EditWish.Form(Kind.TEAM, FORMS.getFirst().values()));
    interact(this.<TextField>the("#name")::requestFocus);
    push(KeyCode.ESCAPE);
    Path file = seen(() -> window().workspace().opened().get().orElseThrow().workspace().file());
    waitUntil(() -> window().workspace().background().idle());
    var kept = new KeptForms(clones(), file);
    waitUntil(() -> !kept.all().isEmpty());
    assertThat(kept.all())
        .extracting(KeptForms.Form::title)
        .containsExactly("Bind team dreamteam in my-cluster");
    Screens.save(window().stage(), "changes-planned");
    Hyperlink plan = seen(() -> lookup("#plans .hyperlink").<Hyperlink>query());
    interact(plan::fire);
    waitUntil(() -> !this.<Button>the("#commit").isDisabled());
    assertThat(this.<TextField>the("#name").getText()).isEqualTo("dreamteam");
    kept.forget(kept.all().getFirst());
  }

  private String hint(String field) throws Exception {
    return this.<Labeled>the("#" + field + "-hint").getText();
  }

  private void type(String field, String value) throws Exception {
    TextField text = the("#" + field);
    interact(() -> text.setText(value));
  }

  private void takesSeveralEnvironments() throws Exception {
    want(new EditWish.Form(Kind.TEAM, FORMS.getFirst().values()));
    CheckBox qa =
        seen(() ->
            lookup(node -> node instanceof CheckBox box && box.getText().equals("qa"))
                .<CheckBox>query());
    interact(qa::fire);
    waitUntil(() -> this.<Labeled>the("#status").getStyleClass().contains("error"));
    assertThat(status()).contains("dreamteam.git has no branch qa");
  }

  private void plansWhatIsTickedElsewhere() throws Exception {
    var promotion = new Promotion("dev", "qa", List.of(new Tick.Application("tracing")));
    want(new EditWish.Ready("Promote to qa", promotion, List.of("tracing")));
    assertThat(this.<Labeled>the("#title").getText()).isEqualTo("Promote to qa");
    waitUntil(() -> this.<Button>the("#commit").getText().equals("Commit locally to 1 branch"));
  }
}
