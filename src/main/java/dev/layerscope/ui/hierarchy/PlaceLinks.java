package dev.layerscope.ui.hierarchy;

import dev.layerscope.finding.Location;
import dev.layerscope.git.HostPage;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.place.EditorCopy;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/**
 * Links to places in repositories. Each says what can be done there: copy it, open it on the git
 * host, open a copy of the file in the editor.
 */
final class PlaceLinks {
  private final WorkspaceViewModel workspace;

  PlaceLinks(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  /** A file and line. */
  Hyperlink file(Location place) {
    return link(FindingRow.place(place), place, "code");
  }

  /** A folder or file under another name. */
  Hyperlink file(String shown, Location place) {
    return link(shown, place, "value");
  }

  private Hyperlink link(String shown, Location place, String style) {
    return link(shown, () -> items(place), style);
  }

  private List<MenuItem> items(Location place) {
    var items = new ArrayList<MenuItem>();
    items.add(item("place.copy", place.pathAndLine(), () -> CodeList.copy(place.pathAndLine())));
    if (place.line() > 0 && workspace.desk().isThere()) {
      items.add(item("place.editor", "", () -> edit(place)));
    }
    onHost(
            new RepoUrl(place.repoUrl()),
            host ->
                place.revision().isEmpty()
                    ? host.repository()
                    : host.file(place.revision(), place.path(), place.line()))
        .forEach(items::add);
    return items;
  }

  /** A repository's address. */
  Hyperlink repository(RepoUrl url) {
    return link(
        url.display(),
        () -> {
          var items = new ArrayList<MenuItem>();
          items.add(item("place.copy", url.display(), () -> CodeList.copy(url.display())));
          items.addAll(onHost(url, HostPage::repository));
          return items;
        },
        "value");
  }

  /**
   * A commit.
   *
   * @param id 40 hex digits
   */
  Hyperlink commit(RepoUrl url, String id, String shown) {
    return link(
        shown,
        () -> {
          var items = new ArrayList<MenuItem>();
          items.add(item("place.copy", id.substring(0, 12), () -> CodeList.copy(id)));
          items.addAll(onHost(url, host -> host.commit(id)));
          return items;
        },
        "code");
  }

  private List<MenuItem> onHost(RepoUrl url, Function<HostPage, String> page) {
    Optional<String> address = HostPage.of(url).map(page);
    if (address.isEmpty()) {
      return List.of();
    }
    String host = URI.create(address.get()).getHost();
    var items = new ArrayList<MenuItem>();
    if (workspace.desk().isThere()) {
      items.add(item("place.host", host, () -> workspace.desk().open(address.get())));
    }
    items.add(item("place.copyhost", host, () -> CodeList.copy(address.get())));
    return items;
  }

  /**
   * A menu and a tooltip are windows of their own with all their styles: they are made when
   * somebody wants them, not for every link of a node that is passed by.
   */
  private static Hyperlink link(String shown, Supplier<List<MenuItem>> items, String style) {
    var link = new Hyperlink(shown);
    link.getStyleClass().add(style);
    link.setMinWidth(0);
    link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    link.setAccessibleText(Messages.text("place.named", shown));
    link.setOnMouseEntered(ignored -> {
      if (link.getTooltip() == null) {
        link.setTooltip(new Tooltip(Messages.text("place.named", shown)));
      }
    });
    link.setOnContextMenuRequested(event -> {
      menu(items).show(link, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    link.setOnAction(ignored -> {
      link.setVisited(false);
      menu(items).show(link, Side.BOTTOM, 0, 2);
    });
    return link;
  }

  private static ContextMenu menu(Supplier<List<MenuItem>> items) {
    return new ContextMenu(items.get().toArray(MenuItem[]::new));
  }

  private static MenuItem item(String key, String of, Runnable action) {
    var item = new MenuItem(Messages.text(key, of), Pieces.icon(sign(key), 13));
    item.setMnemonicParsing(false);
    item.setOnAction(ignored -> action.run());
    return item;
  }

  private static String sign(String key) {
    return switch (key) {
      case "place.editor" -> "fth-edit-2";
      case "place.host" -> "fth-external-link";
      default -> "fth-copy";
    };
  }

  private void edit(Location place) {
    workspace
        .shown()
        .get()
        .ifPresent(shown ->
            workspace
                .background()
                .ask(
                    "editor",
                    Messages.text("place.reading", place.path()),
                    progress -> EditorCopy.write(shown.opened(), place),
                    copy ->
                        copy.map(Path::toUri).map(URI::toString).ifPresent(workspace.desk()::open),
                    error -> workspace.fail(error, () -> edit(place))));
  }
}
