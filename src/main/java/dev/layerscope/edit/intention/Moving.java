package dev.layerscope.edit.intention;

import java.util.List;

/**
 * An Application is to be declared by another root or layer.
 *
 * @param application as {@code [ROOT//][NAMESPACE/]NAME}
 */
public record Moving(String application, String to, List<String> environments)
    implements Intention {
  public Moving {
    environments = List.copyOf(environments);
  }
}
