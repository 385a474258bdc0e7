package dev.layerscope.ui.compare.matrix;

import java.util.stream.Stream;
import javafx.util.StringConverter;

/** What the rows are put together by, as somebody chooses it. */
final class MatrixGroupWords extends StringConverter<MatrixGroup> {
  @Override
  public String toString(MatrixGroup group) {
    return group.words();
  }

  @Override
  public MatrixGroup fromString(String words) {
    return Stream.of(MatrixGroup.values())
        .filter(group -> group.words().equals(words))
        .findFirst()
        .orElse(MatrixGroup.LAYER);
  }
}
