package dev.layerscope.ui.common;

import dev.layerscope.export.picture.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The named colours of the theme in force, for painters: a canvas cannot read style sheets. An
 * invisible region that style sheets fill; a change of theme calls back once, after all colours
 * have changed.
 */
public final class CanvasPalette extends Region {
  private static final Map<Tone, CssMetaData<CanvasPalette, Color>> CSS = metaData();
  private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

  private final Map<Tone, StyleableObjectProperty<Color>> colors = new EnumMap<>(Tone.class);
  private final Map<Tone, Color> now = new EnumMap<>(Tone.class);
  private Runnable whenChanged = () -> {};
  private boolean told;

  public CanvasPalette() {
    getStyleClass().add("canvas-palette");
    setManaged(false);
    setVisible(false);
    for (Tone tone : Tone.values()) {
      var property =
          new SimpleStyleableObjectProperty<Color>(CSS.get(tone), this, tone.cssName(), Color.GRAY);
      now.put(tone, Color.GRAY);
      property.addListener((ignored, before, fresh) -> changed(tone, fresh));
      colors.put(tone, property);
    }
  }

  /** Called once after colours have changed. */
  public void onChange(Runnable action) {
    whenChanged = action;
  }

  public Color get(Tone tone) {
    return now.getOrDefault(tone, Color.GRAY);
  }

  private void changed(Tone tone, Color fresh) {
    now.put(tone, fresh);
    if (!told) {
      told = true;
      Background.soon(() -> {
        told = false;
        whenChanged.run();
      });
    }
  }

  private static Map<Tone, CssMetaData<CanvasPalette, Color>> metaData() {
    var map = new EnumMap<Tone, CssMetaData<CanvasPalette, Color>>(Tone.class);
    for (Tone tone : Tone.values()) {
      map.put(tone, new ToneMeta(tone));
    }
    return map;
  }

  private static List<CssMetaData<? extends Styleable, ?>> all() {
    var list = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
    list.addAll(CSS.values());
    return List.copyOf(list);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ALL;
  }

  private static final class ToneMeta extends CssMetaData<CanvasPalette, Color> {
    private final Tone tone;

    ToneMeta(Tone tone) {
      super("-palette" + tone.cssName(), ColorConverter.getInstance(), Color.GRAY);
      this.tone = tone;
    }

    @Override
    public boolean isSettable(CanvasPalette palette) {
      return true;
    }

    @Override
    public StyleableProperty<Color> getStyleableProperty(CanvasPalette palette) {
      StyleableObjectProperty<Color> property = palette.colors.get(tone);
      if (property == null) {
        throw new IllegalStateException("no colour " + tone);
      }
      return property;
    }
  }
}
