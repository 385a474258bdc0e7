package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Theme;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A person compares prod with dev, looks at it in every way, and sees all environments at once. */
class CompareJourneyTest extends Journey {
  @Test
  void aPersonComparesTwoEnvironmentsAndThenAll() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    interact(() -> {
      window().stage().setWidth(1440);
      window().stage().setHeight(900);
    });
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitUntil(() -> rows() > 0 && words("#viewedLabel").startsWith("Viewed 0 of "));
    Screens.save(window().stage(), "compare-structured-light");
    assertThat(seen(() -> words("#hiddenBox .strong"))).startsWith("25 hidden by 1 rule");
    assertThat(seen(() -> words("#riskCount"))).isNotBlank();
    assertThat(seen(() -> lookup(".rule-list .rule-menu").queryAll()))
        .as("the rule that holds by itself is listed, too")
        .hasSize(1);
    push(KeyCode.V);
    waitUntil(() -> words("#viewedLabel").startsWith("Viewed 1 of "));
    interact(() -> lookup("#viewed").queryAs(CheckBox.class).fire());
    waitUntil(() -> words("#viewedLabel").startsWith("Viewed 2 of "));
    push(KeyCode.T);
    waitUntil(() -> chosen("Text"));
    choose("apps/Deployment");
    waitUntil(() -> !words("#pathBar").isEmpty());
    Screens.save(window().stage(), "compare-text-light");
    String row = seen(() -> words("#textTitle"));
    interact(() -> lookup("#tree").queryAs(TreeView.class).getSelectionModel().clearAndSelect(0));
    waitUntil(() -> words("#textTitle").isEmpty());
    waitUntil(() -> words("#pathBar").isEmpty());
    choose("apps/Deployment");
    waitUntil(() -> words("#textTitle").equals(row) && !words("#pathBar").isEmpty());
    push(KeyCode.U);
    waitUntil(() -> chosen("Unified"));
    Screens.save(window().stage(), "compare-unified-light");
    push(KeyCode.U);
    typesASide();
    swapsTheSides();
    promisesNoPromotionOfWhatIsNone();
    searches();
    ticks();
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    push(KeyCode.CONTROL, KeyCode.DIGIT3);
    waitUntil(() -> there("#table") && table().getExpandedItemCount() > 10);
    Screens.save(window().stage(), "matrix-light");
    int all = seen(() -> table().getExpandedItemCount());
    showsARowOfTheTree();
    looksIntoACell();
    walksAndNarrows(all);
    drawsThemOverEachOther();
    push(KeyCode.CONTROL, KeyCode.DIGIT3);
    waitUntil(() -> there("#table"));
    push(KeyCode.D);
    waitUntil(() -> table().getExpandedItemCount() < all);
    interact(() -> window().theme().choice().set(Theme.Choice.DARK));
    Screens.save(window().stage(), "matrix-dark");
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitUntil(() -> there("#viewedLabel"));
    Screens.save(window().stage(), "compare-dark");
    interact(() -> window().theme().choice().set(Theme.Choice.LIGHT));
  }

  /** Keys alone lead to the next environment, to other groups and to fewer rows. */
  private void walksAndNarrows(int all) throws Exception {
    interact(() -> focus(1, 2));
    interact(() -> table().requestFocus());
    push(KeyCode.RIGHT);
    waitUntil(() -> table().getFocusModel().getFocusedCell().getColumn() == 3);
    push(KeyCode.LEFT);
    waitUntil(() -> table().getFocusModel().getFocusedCell().getColumn() == 2);
    push(KeyCode.SLASH);
    waitUntil(() -> lookup("#filter").query().isFocused());
    write("team:aur");
    waitUntil(() -> table().getExpandedItemCount() < 5);
    assertThat(seen(() -> lookup("#filter").queryAs(TextInputControl.class).getText()))
        .as("the key that leads there is not typed")
        .isEqualTo("team:aur");
    push(KeyCode.ESCAPE);
    waitUntil(() -> table().getExpandedItemCount() == all);
    keepsTheEnvironmentWhenAllIsReadAgain(all);
    for (String group : new String[] {"TEAM", "REPOSITORY", "NONE", "LAYER"}) {
      interact(() -> {
        ComboBox<?> by = lookup("#groupBy").queryAs(ComboBox.class);
        by.getSelectionModel()
            .select(by.getItems().stream().map(String::valueOf).toList().indexOf(group));
      });
      String top = "by=" + group;
      waitUntil(() -> String.valueOf(table().getRoot().getValue()).contains(top));
    }
    waitUntil(() -> table().getExpandedItemCount() == all);
  }

  private void keepsTheEnvironmentWhenAllIsReadAgain(int all) throws Exception {
    interact(() -> focus(1, 3));
    interact(() -> lookup("#rootChoice").queryAs(ComboBox.class).getSelectionModel().select(1));
    waitUntil(() -> table().getExpandedItemCount() < all);
    waitUntil(() -> table().getFocusModel().getFocusedCell().getColumn() == 3);
    interact(() -> lookup("#rootChoice").queryAs(ComboBox.class).getSelectionModel().selectFirst());
    waitUntil(() -> table().getExpandedItemCount() == all);
    waitUntil(() -> table().getFocusModel().getFocusedCell().getColumn() == 3);
  }

  /** From a difference to its row among all environments. */
  private void showsARowOfTheTree() throws Exception {
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitUntil(() -> there("#viewedLabel"));
    choose("apps/Deployment/aurora");
    interact(() -> {
      var menu = lookup("#tree").queryAs(TreeView.class).getContextMenu();
      menu.getItems().get(1).fire();
    });
    waitUntil(() -> there("#table"));
    waitUntil(() -> String.valueOf(table().getFocusModel().getFocusedItem()).contains("aurora"));
  }

  /** The pane beside the matrix tells what a cell differs in. */
  private void looksIntoACell() throws Exception {
    interact(() -> {
      int row = 0;
      while (!String.valueOf(table().getTreeItem(row).getValue()).contains("name=aurora")) {
        row++;
      }
      focus(row, 2);
    });
    waitUntil(() -> there(".matrix-difference"));
    Screens.save(window().stage(), "matrix-pane-light");
    interact(() -> lookup("#matrixCommits").queryAs(ToggleButton.class).fire());
    waitUntil(() -> !lookup(".matrix-difference .diff-removed").queryAll().isEmpty());
    Screens.save(window().stage(), "matrix-commits-light");
    asksWhoAnswersForIt();
  }

  /** Drift is acknowledged with a reason only; leaving the question writes nothing. */
  private void asksWhoAnswersForIt() throws Exception {
    interact(() -> table().requestFocus());
    push(KeyCode.A);
    waitUntil(() -> there(".dialog-pane .text-field"));
    assertThat(seen(this::mayAgree)).as("without a reason").isFalse();
    waitUntil(() ->
        lookup(".dialog-pane .text-field").queryAllAs(TextField.class).stream()
            .anyMatch(field ->
                field.isFocused()
                    && field.getPromptText().equals(Messages.text("compare.ackreason"))));
    interact(() ->
        lookup(".dialog-pane .text-field").queryAllAs(TextField.class).stream()
            .filter(field -> field.getPromptText().equals(Messages.text("compare.ackreason")))
            .forEach(field -> field.setText("until the vendor answers")));
    waitUntil(this::mayAgree);
    // What is no day is not taken for "for ever".
    interact(() -> day().setText("in spring"));
    waitUntil(() -> !mayAgree());
    interact(() -> day().setText("2027-03-31"));
    waitUntil(this::mayAgree);
    push(KeyCode.ESCAPE);
    waitUntil(() -> !there(".dialog-pane .text-field"));
    assertThat(seen(() -> there("#undoRule"))).isFalse();
  }

  private TextField day() {
    return lookup(".dialog-pane .date-picker").queryAs(DatePicker.class).getEditor();
  }

  private boolean mayAgree() {
    return lookup(".dialog-pane .button").queryAllAs(Button.class).stream()
        .filter(Button::isDefaultButton)
        .noneMatch(Button::isDisabled);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void focus(int row, int column) {
    TreeTableView any = table();
    any.getFocusModel()
        .focus(row, (javafx.scene.control.TreeTableColumn) any.getColumns().get(column));
  }

  /** What is typed into a side is no command to the page. */
  private void typesASide() throws Exception {
    interact(() -> lookup("#base").queryAs(ComboBox.class).requestFocus());
    String before = seen(() -> side().getText());
    write("u");
    waitUntil(() -> !side().getText().equals(before));
    assertThat(seen(() -> chosen("Unified"))).isFalse();
    interact(() -> {
      lookup("#base").queryAs(ComboBox.class).hide();
      side().setText(before);
      lookup("#tree").queryAs(TreeView.class).requestFocus();
    });
    waitUntil(() -> lookup("#tree").queryAs(TreeView.class).isFocused());
  }

  private void swapsTheSides() throws Exception {
    String base = seen(() -> side().getText());
    push(KeyCode.X);
    waitUntil(() ->
        !side().getText().equals(base) && words("#summary").contains(side().getText() + " is "));
    push(KeyCode.X);
    waitUntil(() -> side().getText().equals(base) && rows() > 0);
  }

  /** What is declared is no environment: nothing comes into it by a promotion. */
  private void promisesNoPromotionOfWhatIsNone() throws Exception {
    String base = seen(() -> side().getText());
    assertThat(seen(() -> words("#toSide"))).endsWith("what a promotion brings");
    into("declared");
    waitUntil(() -> words("#toSide").endsWith("what comes in"));
    waitUntil(() -> lookup("#promote").queryButton().isDisabled());
    into(base);
    waitUntil(() -> words("#toSide").endsWith("what a promotion brings") && rows() > 0);
  }

  @SuppressWarnings("unchecked")
  private void into(String side) {
    interact(() -> ((ComboBox<String>) lookup("#base").queryAs(ComboBox.class)).setValue(side));
    interact(() -> lookup("#tree").queryAs(TreeView.class).requestFocus());
  }

  /** The same two environments, the same Application: on the page, then in the picture. */
  private void drawsThemOverEachOther() throws Exception {
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitUntil(() -> there("#viewedLabel"));
    choose("apps/Deployment/aurora");
    interact(() -> lookup("#tree").queryAs(TreeView.class).requestFocus());
    push(KeyCode.O);
    waitUntil(() -> there("#modeRow") && there("#differences"));
    waitUntil(() -> modes().contains("dev drawn over prod"));
    waitUntil(() ->
        window().hierarchy().selectedNode().map(node -> node.name()).equals(Optional.of("aurora")));
    // What a rule hides is no difference here either: 7 of the 12 objects that are not alike.
    waitUntil(() -> listed().stream().anyMatch(words -> words.contains("7 manifests differ")));
    assertThat(seen(this::listed)).noneMatch(words -> words.contains("12 manifests differ"));
  }

  private List<String> listed() {
    return lookup("#differences .list-cell").queryAll().stream()
        .map(cell -> String.valueOf(cell.getAccessibleText()))
        .toList();
  }

  private List<String> modes() {
    return lookup("#modeRow .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  private TextField side() {
    return lookup("#base").queryAs(ComboBox.class).getEditor();
  }

  private void searches() throws Exception {
    push(KeyCode.CONTROL, KeyCode.F);
    waitUntil(() -> there("#findField"));
    write("image");
    waitUntil(() -> words("#findCount").matches("\\d+ rows?"));
    push(KeyCode.ENTER);
    waitUntil(() -> words("#findCount").contains(" of "));
    push(KeyCode.ESCAPE);
    searchesAllTexts();
  }

  /** What is in no name and not in this text is found in another one; where it is nowhere, said. */
  private void searchesAllTexts() throws Exception {
    push(KeyCode.CONTROL, KeyCode.F);
    interact(() -> lookup("#findField").queryAs(TextInputControl.class).setText("notifications"));
    waitUntil(() -> words("#findCount").matches("\\d+ rows?"));
    String title = seen(() -> words("#textTitle"));
    push(KeyCode.ENTER);
    waitUntil(() -> !words("#textTitle").equals(title) && words("#findCount").contains(" of "));
    interact(() -> lookup("#findField").queryAs(TextInputControl.class).setText("in-no-text"));
    push(KeyCode.ENTER);
    waitUntil(() -> words("#findCount").startsWith("0 "));
    push(KeyCode.ESCAPE);
  }

  /** What is ticked becomes a plan; nothing is written. */
  private void ticks() throws Exception {
    interact(() -> lookup("#tree").queryAs(TreeView.class).requestFocus());
    push(KeyCode.SPACE);
    waitUntil(() -> "Promote 1…".equals(lookup("#promote").queryButton().getText()));
    interact(() -> lookup("#promote").queryButton().fire());
    waitUntil(() -> there("#commit"));
  }

  /** Chooses the first row of the tree whose key has the words. */
  private void choose(String words) {
    interact(() -> {
      TreeView<?> tree = lookup("#tree").queryAs(TreeView.class);
      for (int row = 0; row < tree.getExpandedItemCount(); row++) {
        if (tree.getTreeItem(row).getValue().toString().contains(words)
            && tree.getTreeItem(row).isLeaf()) {
          tree.getSelectionModel().clearAndSelect(row);
          tree.scrollTo(row - 5);
          return;
        }
      }
    });
  }

  private TreeTableView<?> table() {
    return lookup("#table").queryAs(TreeTableView.class);
  }

  private int rows() {
    return lookup("#diffPane .code-list").queryAllAs(ListView.class).stream()
        .mapToInt(list -> list.getItems().size())
        .max()
        .orElse(0);
  }

  private String words(String query) {
    return lookup(query).queryAllAs(Label.class).stream()
        .map(Label::getText)
        .findFirst()
        .orElse("");
  }

  private boolean chosen(String text) {
    return lookup(".toggle-button").queryAllAs(ToggleButton.class).stream()
        .anyMatch(button -> button.isSelected() && text.equals(button.getText()));
  }
}
