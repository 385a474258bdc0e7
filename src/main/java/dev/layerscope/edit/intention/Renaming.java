package dev.layerscope.edit.intention;

import java.util.List;

/**
 * An Application is to have another name, which to Argo CD is another Application.
 *
 * @param application as {@code [ROOT//][NAMESPACE/]NAME}
 */
public record Renaming(String application, String name, List<String> environments)
    implements Intention {
  public Renaming {
    environments = List.copyOf(environments);
  }
}
