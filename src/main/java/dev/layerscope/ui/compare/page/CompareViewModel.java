package dev.layerscope.ui.compare.page;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.settings.ExpectDifference;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.RowWords;
import dev.layerscope.ui.compare.rule.RulesInForce;
import dev.layerscope.ui.compare.text.CompareRow;
import dev.layerscope.ui.compare.text.CompareText;
import dev.layerscope.ui.compare.text.CompareTexts;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
  /** Where comparisons run in the background. */
  static final String LANE = "compare";

  private final WorkspaceViewModel workspace;
  private final RulesInForce rules;
  private boolean awaited;
  private List<ExpectedEntry> entries = List.of();

  /** What was found, and the rules of the workspace file that it was found under. */
  private record Answer(Comparison comparison, List<ExpectedEntry> entries) {}

  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<CompareTexts.Mode> mode =
      new SimpleObjectProperty<>(CompareTexts.Mode.STRUCTURED);
  private final ObjectProperty<Question.Since> since =
      new SimpleObjectProperty<>(Question.Since.TIPS);
  private final BooleanProperty showHidden = new SimpleBooleanProperty();
  private final CompareTicks ticks = new CompareTicks();
  private final ReadOnlyObjectWrapper<Optional<String>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableSet<String> viewed = FXCollections.observableSet();
  private final ReadOnlyObjectWrapper<CompareText> text =
      new ReadOnlyObjectWrapper<>(CompareText.NOTHING);

  public CompareViewModel(WorkspaceViewModel workspace, RulesInForce rules) {
    this.workspace = workspace;
    this.rules = rules;
  }

  public ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
    return comparison.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<CompareText> text() {
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

  /** What is ticked to be promoted. */
  CompareTicks ticks() {
    return ticks;
  }

  /** Whether what is compared can be promoted from one side to the other. */
  public boolean canPromote() {
    return comparison.get().filter(CompareTicks::possible).isPresent();
  }

  /** What is expected to differ. */
  RulesInForce rules() {
    return rules;
  }

  /**
   * Compares two sides as people write them; the picture before stays until the new one is there.
   */
  public void compare(String base, String incoming) {
    rules.opened().ifPresent(opened -> compare(opened, base, incoming));
  }

  private void compare(Opened opened, String base, String incoming) {
    problem.set(Optional.empty());
    awaited = true;
    boolean diverged = since.get() == Question.Since.DIVERGED;
    var sides = new CompareSides(opened, workspace.clones(), workspace.wanted().get());
    Expectations expected =
        showHidden.get() ? Expectations.none() : Expectations.of(opened.workspace().expected());
    workspace
        .background()
        .ask(
            LANE,
            Messages.text("status.comparing", incoming, base),
            progress -> {
              CompareSides.Asked asked = sides.question(base, incoming, progress);
              Question question = diverged ? asked.question().sinceDiverged() : asked.question();
              return new Answer(
                  Compare.compare(opened, question, expected, progress).remarking(asked.remarks()),
                  ExpectDifference.entries(opened));
            },
            answer -> {
              awaited = false;
              entries = answer.entries();
              text.set(CompareText.NOTHING);
              if (comparison.get().filter(answer.comparison()::isAgain).isEmpty()) {
                viewed.clear();
              }
              ticks.all().clear();
              comparison.set(Optional.of(answer.comparison()));
            },
            error -> {
              awaited = false;
              if (error instanceof SelectionText.Unreadable) {
                problem.set(Optional.of(String.valueOf(error.getMessage())));
              } else {
                workspace.fail(error, () -> compare(base, incoming));
              }
            });
  }

  /** The rules of the workspace file, as they were when it was compared. */
  List<ExpectedEntry> entries() {
    return entries;
  }

  /** Whether something was asked and neither answered nor refused. */
  boolean awaited() {
    return awaited;
  }

  /** Why the sides cannot be compared as they are written. */
  public ReadOnlyObjectProperty<Optional<String>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Forgets what was compared, as when another workspace is opened. */
  public void clear() {
    awaited = false;
    comparison.set(Optional.empty());
    text.set(CompareText.NOTHING);
    viewed.clear();
    ticks.all().clear();
  }

  /** Shows the texts behind a row; rows without texts show none. */
  public void look(CompareRow row) {
    Optional<Opened> opened = workspace.opened().get();
    if (!row.looksAtSomething() || opened.isEmpty()) {
      text.set(CompareText.NOTHING);
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

  /**
   * Looks for words in the texts of rows, one after the other.
   *
   * @param found told the first row that has them; empty when none has
   */
  void find(String words, List<CompareRow> rows, Consumer<Optional<CompareRow>> found) {
    Optional<Opened> opened = workspace.opened().get();
    if (opened.isEmpty()) {
      found.accept(Optional.empty());
      return;
    }
    String lower = words.toLowerCase(Locale.ROOT);
    var texts = new CompareTexts(opened.get(), mode.get());
    workspace
        .background()
        .ask(
            "find",
            Messages.text("status.searching", words),
            progress -> {
              for (CompareRow row : rows) {
                progress.stopIfCancelled();
                if (texts.of(row).rows().stream().anyMatch(line -> RowWords.has(line, lower))) {
                  return Optional.of(row);
                }
              }
              return Optional.<CompareRow>empty();
            },
            found,
            error -> workspace.fail(error, () -> {}));
  }

  /** How many nodes differ in one way. */
  public static long count(Comparison comparison, Change change) {
    return comparison.applications().stream().filter(a -> a.change().change() == change).count();
  }
}
