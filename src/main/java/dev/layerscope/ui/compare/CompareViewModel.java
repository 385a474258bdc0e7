package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.Compare;
import dev.layerscope.operation.Comparison;
import dev.layerscope.operation.FileText;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Question;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.yaml.YamlPrinter;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Two environments compared: the base, as it is now, and what comes in. */
public final class CompareViewModel {
  private final WorkspaceViewModel workspace;
  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
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

  /** Compares; the picture before stays until the new one is there. */
  public void compare(String base, String incoming) {
    workspace.opened().get().ifPresent(opened -> compare(opened, base, incoming));
  }

  private void compare(Opened opened, String base, String incoming) {
    workspace
        .background()
        .ask(
            "compare",
            Messages.text("status.comparing", incoming, base),
            progress ->
                Compare.compare(
                    opened,
                    Question.tips(Selection.environment(base), Selection.environment(incoming)),
                    progress),
            answer -> {
              text.set(Text.NOTHING);
              comparison.set(Optional.of(answer));
            },
            error -> workspace.fail(error, () -> compare(base, incoming)));
  }

  /** Forgets what was compared, as when another workspace is opened. */
  public void clear() {
    comparison.set(Optional.empty());
    text.set(Text.NOTHING);
  }

  /** Shows the texts behind a row; rows without texts show none. */
  public void look(CompareRow row) {
    switch (row) {
      case CompareRow.OfFile file -> file(file);
      case CompareRow.OfResource(ResourceChange resource) ->
          ask(
              resource.key().text(),
              "",
              "",
              () -> yaml(resource.from()),
              () -> yaml(resource.to()));
      case CompareRow.OfApplication(Comparison.ComparedApplication application) ->
          ask(
              application.change().node().label(),
              place(application.change().from().map(n -> n.manifest())),
              place(application.change().to().map(n -> n.manifest())),
              () -> yaml(application.change().from().map(n -> n.manifest())),
              () -> yaml(application.change().to().map(n -> n.manifest())));
      case CompareRow.Group ignored -> text.set(Text.NOTHING);
      case CompareRow.OfRepository ignored -> text.set(Text.NOTHING);
    }
  }

  private void file(CompareRow.OfFile row) {
    Optional<TreeEntry> before =
        switch (row.file()) {
          case ChangedFile.Added ignored -> Optional.empty();
          case ChangedFile.Removed(TreeEntry entry) -> Optional.of(entry);
          case ChangedFile.Modified(TreeEntry entry, TreeEntry ignored) -> Optional.of(entry);
          case ChangedFile.Renamed(TreeEntry entry, TreeEntry ignored, int similarity) ->
              Optional.of(entry);
        };
    Optional<TreeEntry> after =
        switch (row.file()) {
          case ChangedFile.Added(TreeEntry entry) -> Optional.of(entry);
          case ChangedFile.Removed ignored -> Optional.empty();
          case ChangedFile.Modified(TreeEntry ignored, TreeEntry entry) -> Optional.of(entry);
          case ChangedFile.Renamed(TreeEntry ignored, TreeEntry entry, int similarity) ->
              Optional.of(entry);
        };
    var repository = row.repository();
    ask(
        repository.url().shortName() + " · " + row.file().path().value(),
        before
            .map(e ->
                e.path()
                    + " @ "
                    + repository.from().map(s -> s.commit().substring(0, 7)).orElse(""))
            .orElse(""),
        after
            .map(e ->
                e.path() + " @ " + repository.to().map(s -> s.commit().substring(0, 7)).orElse(""))
            .orElse(""),
        () -> FileText.of(repository.from(), before).shown(),
        () -> FileText.of(repository.to(), after).shown());
  }

  private static String place(Optional<Manifest> manifest) {
    return manifest
        .map(m ->
            m.origin().path()
                + (m.origin().commit().isEmpty()
                    ? ""
                    : " @ " + m.origin().commit().substring(0, 7)))
        .orElse("");
  }

  private static String yaml(Optional<Manifest> manifest) {
    return manifest.map(m -> YamlPrinter.print(m.root())).orElse("");
  }

  private void ask(
      String title,
      String from,
      String to,
      java.util.function.Supplier<String> before,
      java.util.function.Supplier<String> after) {
    workspace
        .background()
        .ask(
            "text",
            Messages.text("status.reading", title),
            progress -> new Text(title, from, to, DiffRow.of(before.get(), after.get())),
            text::set,
            error -> workspace.fail(error, () -> {}));
  }

  /** How many nodes differ in one way. */
  public static long count(Comparison comparison, Change change) {
    return comparison.applications().stream().filter(a -> a.change().change() == change).count();
  }
}
