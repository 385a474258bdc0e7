package dev.layerscope.ui.compare;

import dev.layerscope.edit.intention.Tick;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import java.util.List;
import java.util.stream.Stream;

/**
 * How ticks name Applications: by their root, for on other roots others of that name may differ in
 * other files. A result that is the same on several roots is ticked once and promoted on each.
 */
public final class TickNames {
  private TickNames() {}

  /** The Application of a result, on the first of its roots. */
  public static String of(ComparedApplication application) {
    var change = application.change();
    return change.roots().isEmpty()
        ? change.id().namespace() + "/" + change.node().name()
        : on(change.roots().getFirst(), change.id().namespace(), change.node().name());
  }

  /** {@code ROOT//NAMESPACE/NAME}. */
  public static String on(String root, String namespace, String name) {
    return root + "//" + namespace + "/" + name;
  }

  /** A tick on every root whose result it was ticked at. */
  public static Stream<Tick> everywhere(Tick tick, Comparison comparison) {
    return switch (tick) {
      case Tick.Application(String name) ->
          names(name, comparison).stream().map(Tick.Application::new);
      case Tick.Resource(String name, var key) ->
          names(name, comparison).stream().map(each -> new Tick.Resource(each, key));
      case Tick.Field(String name, var key, String path) ->
          names(name, comparison).stream().map(each -> new Tick.Field(each, key, path));
      case Tick.File file -> Stream.of(file);
      case Tick.Lines lines -> Stream.of(lines);
    };
  }

  private static List<String> names(String name, Comparison comparison) {
    return comparison.applications().stream()
        .filter(application -> of(application).equals(name))
        .findFirst()
        .map(application ->
            application.change().roots().stream()
                .map(root ->
                    on(
                        root,
                        application.change().id().namespace(),
                        application.change().node().name()))
                .toList())
        .filter(names -> !names.isEmpty())
        .orElse(List.of(name));
  }
}
