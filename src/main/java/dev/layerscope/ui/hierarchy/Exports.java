package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.Inert;
import dev.layerscope.export.TreeCsv;
import dev.layerscope.export.TreeDocument;
import dev.layerscope.export.TreeGraphs;
import dev.layerscope.export.TreeJson;
import dev.layerscope.export.picture.Drawing;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.MapDrawing;
import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.export.picture.Stamp;
import dev.layerscope.export.picture.Svg;
import dev.layerscope.export.picture.TreeDrawing;
import dev.layerscope.export.raster.Pdf;
import dev.layerscope.export.raster.Png;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;

/** Writes the picture, what is seen of it or the whole, into a file a person chooses. */
public final class Exports {
  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;

  /** The forms a hierarchy is written in. */
  public enum Form {
    SVG,
    PNG,
    PDF,
    MERMAID,
    DOT,
    JSON,
    CSV
  }

  /**
   * What is written.
   *
   * @param whole every root, everything open; else the root drawn as it is open
   * @param scale of a PNG, 1 to 4
   */
  public record Wish(Form form, boolean whole, int scale) {}

  /**
   * What a person sees when an export is asked for.
   *
   * @param open what shows its children
   * @param map the fleet or the layers, when they are drawn and not a tree
   */
  private record Seen(LayerLooks looks, String root, Set<NodeId> open, Optional<MapPicture> map) {}

  private Supplier<Optional<MapPicture>> map = Optional::empty;

  Exports(HierarchyViewModel model, WorkspaceViewModel workspace) {
    this.model = model;
    this.workspace = workspace;
  }

  /** What is seen when the fleet or the layers are drawn; empty for the tree. */
  void onMap(Supplier<Optional<MapPicture>> seen) {
    map = seen;
  }

  MenuButton button() {
    var button = new MenuButton("");
    button.setGraphic(Pieces.icon("fth-upload", 15));
    button.getStyleClass().add("quiet");
    button.setAccessibleText(Messages.text("export.title"));
    button.getItems().addAll(menu("export.seen", false), menu("export.whole", true));
    return button;
  }

  private Menu menu(String key, boolean whole) {
    var menu = new Menu(Messages.text(key));
    for (Form form : Form.values()) {
      boolean picture = form == Form.SVG || form == Form.PNG || form == Form.PDF;
      if (whole || picture) {
        int[] scales = form == Form.PNG ? new int[] {1, 2, 3, 4} : new int[] {1};
        for (int scale : scales) {
          String name = form == Form.PNG ? "PNG " + scale + "×" : form.name();
          var item = new MenuItem(name);
          item.setOnAction(ignored -> choose(new Wish(form, whole, scale)));
          menu.getItems().add(item);
        }
      }
    }
    return menu;
  }

  private void choose(Wish wish) {
    var chooser = new FileChooser();
    String ending = ending(wish.form());
    chooser.setTitle(Messages.text("export.title"));
    String seen = map.get().isPresent() ? "map" : model.rootName();
    chooser.setInitialFileName((wish.whole() ? "hierarchy" : seen) + "." + ending);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending, "*." + ending));
    File chosen = chooser.showSaveDialog(null);
    if (chosen != null) {
      write(wish, chosen.toPath());
    }
  }

  private static String ending(Form form) {
    return form == Form.MERMAID ? "mmd" : form.name().toLowerCase(Locale.ROOT);
  }

  /** Writes it in the background. */
  public void write(Wish wish, Path file) {
    workspace
        .shown()
        .get()
        .ifPresent(shown -> {
          Set<NodeId> open = new HashSet<>();
          model
              .picture()
              .ifPresent(picture ->
                  picture.order().stream()
                      .map(at -> picture.node(at).id())
                      .filter(model::isOpen)
                      .forEach(open::add));
          var seen = new Seen(model.looks(), model.rootName(), open, map.get());
          workspace
              .background()
              .ask(
                  "export",
                  Messages.text("export.running", String.valueOf(file.getFileName())),
                  progress -> {
                    TreeDocument document =
                        DescribeTree.of(shown.opened(), shown.selection(), shown.hierarchy());
                    Files.write(file, bytes(wish, document, seen));
                    return file;
                  },
                  done -> {},
                  error -> workspace.fail(error, () -> write(wish, file)));
        });
  }

  private static byte[] bytes(Wish wish, TreeDocument document, Seen seen) {
    return switch (wish.form()) {
      case SVG -> text(Svg.print(drawing(wish, document, seen), document.workspace()));
      case PNG -> Png.print(drawing(wish, document, seen), wish.scale()).png();
      case PDF -> Pdf.print(drawing(wish, document, seen), document.workspace());
      case MERMAID -> text(TreeGraphs.mermaid(document, Stamp.lines(document, today())));
      case DOT -> text(TreeGraphs.dot(document, Stamp.lines(document, today())));
      case JSON -> text(TreeJson.print(document));
      case CSV -> text(TreeCsv.print(document, today()));
    };
  }

  private static Drawing drawing(Wish wish, TreeDocument document, Seen seen) {
    String today = today();
    if (wish.whole()) {
      return TreeDrawing.whole(document, today);
    }
    return seen.map()
        .map(drawn -> MapDrawing.of(document, seen.looks(), drawn, today))
        .orElseGet(() ->
            TreeDrawing.of(
                document,
                seen.looks(),
                today,
                drawn -> drawn.name().equals(seen.root()),
                (picture, at) -> seen.open().contains(picture.node(at).id())));
  }

  private static String today() {
    return LocalDate.now(ZoneId.systemDefault()).toString();
  }

  private static byte[] text(String text) {
    return Inert.text(text).getBytes(StandardCharsets.UTF_8);
  }
}
