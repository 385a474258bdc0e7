package dev.layerscope.ui.workspace;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.discovery.Lookalike;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.settings.EditWorkspace;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.workspace.WorkspaceEdit;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceForm.Field;
import dev.layerscope.workspace.WorkspaceForm.Section;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The workspace file as a form: every change is written at once, in its place, and the workspace is
 * opened again; the last changes can be undone.
 */
public final class SettingsViewModel {
  private final WorkspaceViewModel workspace;
  private final ReadOnlyObjectWrapper<Optional<WorkspaceEdit>> edit =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final Deque<WorkspaceEdit> before = new ArrayDeque<>();

  /** A change of the text. */
  interface Change {
    WorkspaceEdit of(WorkspaceEdit edit) throws WorkspaceException;
  }

  SettingsViewModel(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  /** The file as it was read last. */
  ReadOnlyObjectProperty<Optional<WorkspaceEdit>> edit() {
    return edit.getReadOnlyProperty();
  }

  /** Why the last change was not made; empty when it was. */
  ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /** Reads the file as it is now. */
  void refresh() {
    Optional<Path> file = workspace.opened().get().map(Opened::workspace).map(w -> w.file());
    if (file.isPresent() && edit.get().filter(e -> e.file().equals(file.get())).isEmpty()) {
      before.clear();
    }
    try {
      edit.set(file.isPresent() ? Optional.of(EditWorkspace.read(file.get())) : Optional.empty());
    } catch (WorkspaceException e) {
      said.set(String.valueOf(e.getMessage()));
    }
  }

  boolean set(Section section, int entry, Field field, String typed) {
    return change(now -> now.set(section, entry, field, typed));
  }

  boolean add(Section section, Map<Field, String> values) {
    return change(now -> now.add(section, values));
  }

  boolean remove(Section section, int entry) {
    return change(now -> now.remove(section, entry));
  }

  /** Two entries are one repository: the second becomes a spelling of the first. */
  boolean merge(Section repositories, Lookalike pair) {
    Field url = repositories.title();
    Optional<Field> aliases =
        repositories.fields().stream().filter(f -> f.key().equals("aliases")).findFirst();
    return change(now -> {
      int one = entry(now, repositories, url, pair.one());
      int other = entry(now, repositories, url, pair.other());
      if (one < 0 || other < 0 || aliases.isEmpty()) {
        return now;
      }
      String known = now.value(repositories, one, aliases.get()).orElse("");
      WorkspaceEdit without = now.remove(repositories, other);
      return without.set(
          repositories,
          other < one ? one - 1 : one,
          aliases.get(),
          (known + "\n" + pair.other().text()).strip());
    });
  }

  private static int entry(WorkspaceEdit now, Section section, Field url, RepoUrl wanted) {
    for (int i = 0; i < now.entries(section); i++) {
      if (now.value(section, i, url).filter(wanted.text()::equals).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  boolean swap(Section section, int entry) {
    return change(now -> now.swap(section, entry));
  }

  boolean canUndo() {
    return !before.isEmpty();
  }

  /** The text before the last change. */
  void undo() {
    if (canUndo()) {
      WorkspaceEdit earlier = before.pop();
      write(earlier);
    }
  }

  private boolean change(Change change) {
    if (edit.get().isEmpty()) {
      return false;
    }
    WorkspaceEdit now = edit.get().get();
    try {
      WorkspaceEdit after = change.of(now);
      if (after.text().equals(now.text())) {
        said.set("");
        return true;
      }
      boolean written = write(after);
      if (written) {
        before.push(now);
      }
      return written;
    } catch (WorkspaceException e) {
      said.set(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private boolean write(WorkspaceEdit after) {
    try {
      EditWorkspace.write(edit.get().orElseThrow(), after);
      said.set("");
      edit.set(Optional.of(after));
      workspace.openAgain();
      return true;
    } catch (WorkspaceException e) {
      said.set(String.valueOf(e.getMessage()));
      refresh();
      said.set(String.valueOf(e.getMessage()));
      return false;
    }
  }

  /** What a section is called in the window; its key where nobody gave it a name. */
  static String title(Section section) {
    String key = "settings.section." + (section.key().isEmpty() ? "file" : section.key());
    return Messages.bundle().containsKey(key) ? Messages.text(key) : section.key();
  }
}
