package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.operation.Compare;
import dev.layerscope.operation.Comparison;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Question;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** Two environments compared: the base, as it is now, and what comes in. */
public final class CompareViewModel {
  private final WorkspaceViewModel workspace;
  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<CompareTexts.Mode> mode =
      new SimpleObjectProperty<>(CompareTexts.Mode.STRUCTURED);
  private final ObjectProperty<Question.Since> since =
      new SimpleObjectProperty<>(Question.Since.TIPS);
  private final BooleanProperty showHidden = new SimpleBooleanProperty();
  private final ObservableSet<String> viewed = FXCollections.observableSet();
  private final ReadOnlyObjectWrapper<Text> text = new ReadOnlyObjectWrapper<>(Text.NOTHING);

  /**
   * The text looked at.
   *
   * @param from what the left side is, in words
   * @param to what the right side is
   */
  public record Text(String title, String from, String to, List<DiffRow> rows) {
    static final Text NOTHING = new Text("", "", "", List.of());
  }

  public CompareViewModel(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  public ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
    return comparison.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Text> text() {
    return text.getReadOnlyProperty();
  }

  /** How the chosen difference is looked at. */
  public ObjectProperty<CompareTexts.Mode> mode() {
    return mode;
  }

  /** What the base is compared by: what it is now, or what it was when the other side left it. */
  public ObjectProperty<Question.Since> since() {
    return since;
  }

  /** Whether what the workspace expects to differ is shown, too. */
  public BooleanProperty showHidden() {
    return showHidden;
  }

  /** The rows somebody has looked at, by key. */
  public ObservableSet<String> viewed() {
    return viewed;
  }

  /** Compares; the picture before stays until the new one is there. */
  public void compare(String base, String incoming) {
    workspace.opened().get().ifPresent(opened -> compare(opened, base, incoming));
  }

  private void compare(Opened opened, String base, String incoming) {
    var tips = Question.tips(Selection.environment(base), Selection.environment(incoming));
    Question question = since.get() == Question.Since.DIVERGED ? tips.sinceDiverged() : tips;
    boolean everything = showHidden.get();
    workspace
        .background()
        .ask(
            "compare",
            Messages.text("status.comparing", incoming, base),
            progress ->
                everything
                    ? Compare.compare(opened, question, Expectations.none(), progress)
                    : Compare.compare(opened, question, progress),
            answer -> {
              text.set(Text.NOTHING);
              viewed.clear();
              comparison.set(Optional.of(answer));
            },
            error -> workspace.fail(error, () -> compare(base, incoming)));
  }

  /** Forgets what was compared, as when another workspace is opened. */
  public void clear() {
    comparison.set(Optional.empty());
    text.set(Text.NOTHING);
    viewed.clear();
  }

  /** Shows the texts behind a row; rows without texts show none. */
  public void look(CompareRow row) {
    Optional<Opened> opened = workspace.opened().get();
    if (!row.looksAtSomething() || opened.isEmpty()) {
      text.set(Text.NOTHING);
      return;
    }
    var texts = new CompareTexts(opened.get(), mode.get());
    workspace
        .background()
        .ask(
            "text",
            Messages.text("status.reading", ""),
            progress -> texts.of(row),
            text::set,
            error -> workspace.fail(error, () -> {}));
  }

  /** How many nodes differ in one way. */
  public static long count(Comparison comparison, Change change) {
    return comparison.applications().stream().filter(a -> a.change().change() == change).count();
  }
}
