package dev.layerscope.edit.intention;

import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.Set;

/** The images of a rendered object, wherever they stand in it. */
public final class ImageNames {
  private ImageNames() {}

  /** Adds the text of every {@code image:} below a node. */
  public static void in(Node node, Set<String> images) {
    switch (node) {
      case Mapping mapping -> {
        for (Mapping.Entry entry : mapping.entries()) {
          if (entry.name().equals("image") && entry.value() instanceof Scalar scalar) {
            images.add(scalar.text());
          } else {
            in(entry.value(), images);
          }
        }
      }
      case Sequence list -> list.items().forEach(item -> in(item, images));
      case Scalar ignored -> {}
    }
  }
}
