package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.Words;
import dev.layerscope.ui.common.Messages;
import java.util.Optional;

/**
 * What a row of the outline shows: glyph and name, then findings, the count below and how it
 * differs.
 */
final class OutlineLine extends PaintedLine<OutlineLine.Row> {
  private static final double HEIGHT = 24;
  private static final double GAP = 6;
  private static final double GLYPH = 11;
  private static final double ICON = 13;
  private static final double PILL = 16;
  private static final double NAME_SIZE = 13;
  private static final double SMALL = 11;
  private static final double LEAST_NAME = 20;

  private final CanvasBrush brush = brush();
  private boolean selected;

  /**
   * What a row says.
   *
   * @param hollow whether it is the res half of its layer
   * @param root whether it is a root of the workspace
   * @param match whether it is what somebody searches for
   * @param unresolved whether what is below it is not known
   * @param count how many are below; empty for nothing to say
   * @param mark how it differs from another environment
   */
  record Row(
      LayerLook layer,
      boolean hollow,
      String name,
      boolean root,
      boolean match,
      boolean unresolved,
      long errors,
      long warnings,
      String count,
      Optional<Mark> mark) {}

  /**
   * @param shared the brush whose colours, fonts and images this row paints with
   */
  OutlineLine(CanvasBrush shared) {
    super(shared, HEIGHT);
  }

  void show(Row row) {
    show(Optional.of(row));
  }

  /** The name of the row selected is stronger than the others. */
  void select(boolean now) {
    if (selected != now) {
      selected = now;
      paint();
    }
  }

  @Override
  void paint(Row row, double width, double middle) {
    double right = width;
    if (row.mark().isPresent()) {
      right -= TILE;
      tile(row.mark().get(), right, middle);
      right -= GAP;
    }
    if (row.unresolved()) {
      right = word("?", Tone.TEXT_MUTED, right, middle) - GAP;
    }
    double room = right - GLYPH - GAP - nameWidth(row);
    room -= badgeWidth(row.errors() > 0 ? row.errors() : row.warnings());
    boolean count = !row.count().isEmpty() && (room >= pillWidth(row.count()) || row.root());
    room -= count ? pillWidth(row.count()) : 0;
    // The name tells rows apart: where it would be cut, the lesser numbers make room.
    boolean warnings = row.errors() == 0 || room >= badgeWidth(row.warnings());
    if (count) {
      right = pill(row.count(), right, middle);
    }
    if (warnings) {
      right = badge(row.warnings(), "mdi2a-alert", Tone.FINDING_WARNING, right, middle);
    }
    right = badge(row.errors(), "mdi2a-alert-circle", Tone.FINDING_ERROR, right, middle);
    brush.glyph(row.layer(), row.hollow(), 0, middle - Math.ceil(GLYPH / 2), GLYPH);
    name(row, GLYPH + GAP, right, middle);
  }

  private Words.Type type(Row row) {
    return row.root() || selected ? Words.Type.SEMIBOLD : Words.Type.REGULAR;
  }

  private double nameWidth(Row row) {
    return Math.ceil(brush.words().width(row.name(), type(row), NAME_SIZE));
  }

  private double pillWidth(String text) {
    return Math.ceil(brush.words().width(text, Words.Type.REGULAR, SMALL)) + 12 + GAP;
  }

  private double badgeWidth(long count) {
    String text = Messages.number(count);
    double wide = Math.ceil(brush.words().width(text, Words.Type.REGULAR, SMALL));
    return count == 0 ? 0 : wide + 3 + ICON + GAP;
  }

  private double word(String text, Tone tone, double right, double middle) {
    double left = right - Math.ceil(brush.words().width(text, Words.Type.REGULAR, SMALL));
    brush.text(text, Words.Type.REGULAR, SMALL, tone, left, middle + 4);
    return left;
  }

  private double pill(String text, double right, double middle) {
    double wide = pillWidth(text) - GAP;
    brush.pill(Tone.SURFACE_HOVER, right - wide, middle - PILL / 2, wide, PILL);
    word(text, Tone.TEXT_MUTED, right - GAP, middle);
    return right - wide - GAP;
  }

  private double badge(long count, String icon, Tone tone, double right, double middle) {
    if (count == 0) {
      return right;
    }
    double left = word(Messages.number(count), tone, right, middle) - 3 - ICON;
    brush.icon(icon, ICON, tone, left, middle - ICON / 2);
    return left - GAP;
  }

  private void name(Row row, double left, double right, double middle) {
    Words.Type type = type(row);
    double room = Math.max(LEAST_NAME, right - left);
    String text = brush.words().cutMiddle(row.name(), type, NAME_SIZE, room);
    double wide = Math.ceil(brush.words().width(text, type, NAME_SIZE));
    if (row.match()) {
      brush.fill(Tone.MATCH, left, middle - 9, wide, 18);
    }
    brush.text(text, type, NAME_SIZE, Tone.TEXT, left, middle + 5);
    if (row.unresolved()) {
      brush.horizontal(Tone.TEXT_SUBTLE, left, left + wide, middle + 8, 1, 3, 2);
    }
  }
}
