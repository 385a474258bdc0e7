package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.AlignedLine.Numbered;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The rows of a text comparison as nodes, with colours, signs and marked words. */
final class DiffLines {
  private static final double SCROLL_BAR = 16;

  private DiffLines() {}

  static Node node(DiffRow row, boolean unified, ObservableNumberValue width) {
    return switch (row) {
      case DiffRow.Head head -> head(head);
      case DiffRow.Fold(var lines) -> fold(lines.size());
      case DiffRow.Pair(AlignedLine line) -> unified ? unified(line) : pair(line, width);
    };
  }

  private static Node head(DiffRow.Head head) {
    var row =
        new HBox(
            8,
            Pieces.label(head.path(), "strong", "small"),
            Pieces.label(head.note(), "muted", "caption"),
            Pieces.spring());
    if (head.added() > 0) {
      row.getChildren().add(Pieces.label("+" + head.added(), "diff-added", "caption"));
    }
    if (head.removed() > 0) {
      row.getChildren().add(Pieces.label("−" + head.removed(), "diff-removed", "caption"));
    }
    row.getStyleClass().addAll("code-row", "file-head");
    return row;
  }

  private static Node fold(int lines) {
    var row = new HBox(8, Pieces.label("⋯  " + Messages.count("count.equal", lines)));
    row.getStyleClass().addAll("code-row", "fold");
    return row;
  }

  private static Node unified(AlignedLine line) {
    var row = new HBox();
    row.getStyleClass().add("code-row");
    style(line.kind()).ifPresent(row.getStyleClass()::add);
    row.getChildren().addAll(number(line.from()), number(line.to()), sign(line.kind()));
    line.to().or(line::from).ifPresent(shown -> CodeText.append(row, shown.text()));
    return row;
  }

  private static Node pair(AlignedLine line, ObservableNumberValue width) {
    HBox left = half(line, line.from(), line.to());
    HBox right = half(line, line.to(), line.from());
    left.getStyleClass().add("left-half");
    for (HBox half : new HBox[] {left, right}) {
      half.setMinWidth(0);
      half.prefWidthProperty().bind(Bindings.subtract(width, SCROLL_BAR).divide(2));
      half.maxWidthProperty().bind(half.prefWidthProperty());
      var clip = new Rectangle(0, 20);
      clip.widthProperty().bind(half.widthProperty());
      half.setClip(clip);
    }
    var row = new HBox(left, right);
    row.getStyleClass().add("code-row");
    return row;
  }

  private static HBox half(AlignedLine line, Optional<Numbered> here, Optional<Numbered> there) {
    var half = new HBox();
    half.getStyleClass().addAll("code-row", "half");
    if (here.isEmpty()) {
      half.getStyleClass().add("missing");
      return half;
    }
    style(line.kind()).ifPresent(half.getStyleClass()::add);
    half.getChildren().addAll(number(here), sign(line.kind()));
    String text = here.get().text();
    if (line.kind() == AlignedLine.Kind.CHANGED && there.isPresent()) {
      marked(half, text, there.get().text());
    } else {
      CodeText.append(half, text);
    }
    return half;
  }

  /**
   * Marks what differs between two versions of a line: all between the common beginning and the
   * common end.
   */
  private static void marked(HBox half, String text, String other) {
    int head = 0;
    while (head < Math.min(text.length(), other.length())
        && text.charAt(head) == other.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(text.length(), other.length()) - head
        && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    CodeText.append(half, text.substring(0, head));
    String word = text.substring(head, text.length() - tail);
    if (!word.isEmpty()) {
      var mark = new HBox();
      mark.getStyleClass().addAll("word", "changed");
      CodeText.append(mark, word);
      mark.setMinWidth(Region.USE_PREF_SIZE);
      half.getChildren().add(mark);
    }
    if (tail > 0) {
      CodeText.append(half, text.substring(text.length() - tail));
    }
  }

  private static Label number(Optional<Numbered> line) {
    return Pieces.label(
        line.filter(n -> n.number() > 0).map(n -> Integer.toString(n.number())).orElse(""),
        "line-number");
  }

  private static Label sign(AlignedLine.Kind kind) {
    String sign =
        switch (kind) {
          case EQUAL, CHANGED -> "";
          case ADDED -> "+";
          case REMOVED -> "−";
        };
    return Pieces.label(sign, "sign");
  }

  private static Optional<String> style(AlignedLine.Kind kind) {
    return kind == AlignedLine.Kind.EQUAL
        ? Optional.empty()
        : Optional.of(kind.name().toLowerCase(Locale.ROOT));
  }
}
