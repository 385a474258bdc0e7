package dev.layerscope.render;

import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.values.OwnFiles;
import dev.layerscope.render.helm.values.Parameters;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.render.helm.values.ValueFiles;
import dev.layerscope.render.helm.worker.Request;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The values of a chart of a Helm repository, in Argo CD's order: files of other sources and files
 * of the chart itself, then what stands in the source.
 *
 * @param lent the files of other sources; empty when there are none at hand
 * @param own the files of the chart; empty when nobody has it, and then they do not matter
 */
record ChartValues(
    Mapping block,
    References references,
    Optional<ValueFiles> lent,
    Optional<OwnFiles> own,
    UnaryOperator<String> environment) {

  private static final class StopException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Gathered why;

    StopException(Gathered why) {
      this.why = why;
    }
  }

  Gathered gather() {
    try {
      return new Gathered.Values(new HelmRenderer.Values(files(), parameters()));
    } catch (StopException e) {
      return e.why;
    }
  }

  private List<Request.Values> files() throws StopException {
    List<String> names = HelmSources.texts(block, "valueFiles");
    boolean ignoreMissing = HelmSources.flag(block, "ignoreMissingValueFiles");
    // All of them at once first: some errors are about two names together.
    lent(names.stream().filter(ChartValues::isLent).toList(), ignoreMissing);
    var found = new ArrayList<Request.Values>();
    for (String name : names) {
      found.addAll(isLent(name) ? lent(List.of(name), ignoreMissing) : own(name, ignoreMissing));
    }
    HelmSources.inline(block).ifPresent(found::add);
    return found;
  }

  private Parameters parameters() throws StopException {
    Parameters parameters = Parameters.of(block, environment);
    for (Node node : HelmSources.items(block, "fileParameters")) {
      String path = node.textAt("path").orElse("");
      List<Request.Values> one = isLent(path) ? lent(List.of(path), false) : own(path, false);
      for (Request.Values file : one) {
        parameters = parameters.and(node.textAt("name").orElse(""), file.text());
      }
    }
    return parameters;
  }

  private static boolean isLent(String name) {
    return name.startsWith("$");
  }

  private List<Request.Values> lent(List<String> names, boolean ignoreMissing)
      throws StopException {
    if (names.isEmpty()) {
      return List.of();
    }
    if (lent.isEmpty()) {
      String name = names.getFirst();
      throw new StopException(
          new Gathered.Unknown(
              "values " + name + references.whyNot(name).map(why -> ": " + why).orElse("")));
    }
    return switch (lent.get().all(names, ignoreMissing)) {
      case ValueFiles.Resolved.Files(var all) ->
          all.stream().map(file -> new Request.Values(file.path().name(), file.text())).toList();
      case ValueFiles.Resolved.Refused(String error) ->
          throw new StopException(new Gathered.Refused(error));
      case ValueFiles.Resolved.Unknown(String why) ->
          throw new StopException(new Gathered.Unknown(why));
    };
  }

  private List<Request.Values> own(String name, boolean ignoreMissing) throws StopException {
    if (own.isEmpty()) {
      return List.of();
    }
    return switch (own.get().one(name)) {
      case OwnFiles.Resolved.Text(String file, String text) ->
          List.of(new Request.Values(file, text));
      case OwnFiles.Resolved.Missing(String error) -> {
        if (!ignoreMissing) {
          throw new StopException(new Gathered.Refused(error));
        }
        yield List.of();
      }
      case OwnFiles.Resolved.Refused(String error) ->
          throw new StopException(new Gathered.Refused(error));
      case OwnFiles.Resolved.Unknown(String why) ->
          throw new StopException(new Gathered.Unknown(why));
    };
  }
}
