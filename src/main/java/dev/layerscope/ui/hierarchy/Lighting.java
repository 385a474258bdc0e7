package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.TreePicture;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What a person wants to stand out: the focus, a filter, a blast radius; and what then does. */
final class Lighting {
  private final ObjectProperty<Boolean> focused = new SimpleObjectProperty<>(false);
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
  private final ObjectProperty<Optional<Radius>> blast =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Light> light = new ReadOnlyObjectWrapper<>(Light.ALL);

  /**
   * @param relight called when something else is to stand out
   * @param layOut called after that, when something is to be left out or is back
   */
  Lighting(Runnable relight, Runnable layOut) {
    focused.addListener(ignored -> relight.run());
    blast.addListener(ignored -> relight.run());
    filter.addListener((ignored, before, now) -> {
      relight.run();
      if (before.hides() || now.hides()) {
        layOut.run();
      }
    });
  }

  ObjectProperty<Boolean> focused() {
    return focused;
  }

  ObjectProperty<Filter> filter() {
    return filter;
  }

  ObjectProperty<Optional<Radius>> blast() {
    return blast;
  }

  ReadOnlyObjectProperty<Light> light() {
    return light.getReadOnlyProperty();
  }

  /** Another estate is shown: what was said of the one before says nothing of it. */
  void begin() {
    blast.set(Optional.empty());
    filter.set(filter.get().differing(Optional.empty()));
  }

  /**
   * Works out what stands out of a picture.
   *
   * @param selected the index of the selection
   */
  void shine(Optional<TreePicture> picture, LayerLooks looks, Optional<Integer> selected) {
    light.set(
        picture
            .map(drawn ->
                Light.of(
                    drawn,
                    looks,
                    focused.get() ? selected : Optional.empty(),
                    filter.get(),
                    blast.get().map(Radius::impact)))
            .orElse(Light.ALL));
  }
}
