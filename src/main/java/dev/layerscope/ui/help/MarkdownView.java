package dev.layerscope.ui.help;

import dev.layerscope.ui.common.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * A page of Markdown as controls: text that can be read aloud, links that lead on, code to copy.
 */
final class MarkdownView {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Links links;
  private final Function<String, Optional<String>> pictures;

  /** What a link does, given where it leads and what it says. */
  @FunctionalInterface
  interface Links {
    Hyperlink link(String destination, String text);
  }

  /**
   * @param pictures where a picture is, as a URL; empty leaves it out
   */
  MarkdownView(Links links, Function<String, Optional<String>> pictures) {
    this.links = links;
    this.pictures = pictures;
  }

  /** The page, one control for each block. */
  VBox view(String markdown) {
    var box = new VBox(12);
    box.getStyleClass().add("help-page");
    blocks(PARSER.parse(markdown), box);
    return box;
  }

  private void blocks(org.commonmark.node.Node parent, VBox into) {
    for (org.commonmark.node.Node child : children(parent)) {
      switch (child) {
        case Heading heading -> into.getChildren().add(heading(heading));
        case Paragraph paragraph -> into.getChildren().add(flow(paragraph));
        case FencedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
        case IndentedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
        case BulletList list -> into.getChildren().add(list(list, false));
        case OrderedList list -> into.getChildren().add(list(list, true));
        case TableBlock table -> into.getChildren().add(table(table));
        default -> blocks(child, into);
      }
    }
  }

  private static Label heading(Heading heading) {
    Label label = Pieces.label(text(heading), heading.getLevel() == 1 ? "title" : "heading");
    label.setWrapText(true);
    return label;
  }

  private static Label code(String text) {
    Label label = Pieces.label(text.stripTrailing(), "code", "help-code");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private VBox list(org.commonmark.node.Node list, boolean numbered) {
    var box = new VBox(6);
    int number = 1;
    for (org.commonmark.node.Node item : children(list)) {
      if (item instanceof ListItem) {
        Label mark = Pieces.label(numbered ? number++ + "." : "•", "muted");
        mark.setMinWidth(22);
        var content = new VBox(6);
        blocks(item, content);
        HBox.setHgrow(content, Priority.ALWAYS);
        box.getChildren().add(new HBox(mark, content));
      }
    }
    return box;
  }

  private GridPane table(TableBlock table) {
    var grid = new GridPane(18, 8);
    grid.getStyleClass().add("help-table");
    int row = 0;
    for (org.commonmark.node.Node part : children(table)) {
      for (org.commonmark.node.Node line : children(part)) {
        if (line instanceof TableRow && !text(line).isBlank()) {
          int column = 0;
          for (org.commonmark.node.Node cell : children(line)) {
            if (cell instanceof TableCell) {
              TextFlow flow = flow(cell);
              flow.setMaxWidth(column == 0 ? 260 : 480);
              grid.add(flow, column++, row);
            }
          }
          row++;
        }
      }
    }
    return grid;
  }

  private TextFlow flow(org.commonmark.node.Node paragraph) {
    var flow = new TextFlow();
    inline(paragraph, "", flow);
    return flow;
  }

  private void inline(org.commonmark.node.Node parent, String style, TextFlow into) {
    for (org.commonmark.node.Node child : children(parent)) {
      switch (child) {
        case org.commonmark.node.Text text ->
            into.getChildren().add(piece(text.getLiteral(), style));
        case SoftLineBreak ignored -> into.getChildren().add(piece(" ", style));
        case Code code -> into.getChildren().add(piece(code.getLiteral(), "code"));
        case StrongEmphasis strong -> inline(strong, "strong", into);
        case Emphasis emphasis -> inline(emphasis, "strong", into);
        case Link link -> into.getChildren().add(links.link(link.getDestination(), text(link)));
        case org.commonmark.node.Image image -> picture(image).ifPresent(into.getChildren()::add);
        default -> inline(child, style, into);
      }
    }
  }

  private Optional<Node> picture(org.commonmark.node.Image image) {
    return pictures
        .apply(image.getDestination())
        .map(url -> {
          var view = new ImageView(new Image(url, true));
          view.setPreserveRatio(true);
          view.setFitWidth(720);
          view.setAccessibleText(text(image));
          return view;
        });
  }

  private static Text piece(String text, String style) {
    var piece = new Text(text);
    piece.getStyleClass().add("text");
    if (!style.isEmpty()) {
      piece.getStyleClass().add(style);
    }
    return piece;
  }

  /** All text below a node, without its style. */
  private static String text(org.commonmark.node.Node node) {
    var text = new StringBuilder();
    for (org.commonmark.node.Node child : children(node)) {
      text.append(
          switch (child) {
            case org.commonmark.node.Text literal -> literal.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak ignored -> " ";
            default -> text(child);
          });
    }
    return text.toString();
  }

  private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
    var children = new ArrayList<org.commonmark.node.Node>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
