package dev.layerscope.render.helm.values;

import dev.layerscope.git.TreePath;
import dev.layerscope.render.helm.worker.ChartContent;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Value files that lie in a chart of a Helm repository (specification §5.3): Argo CD unpacks the
 * chart, and its folder is all there is.
 *
 * @param environment puts in the variables of the build environment
 */
public record OwnFiles(ChartContent chart, UnaryOperator<String> environment) {
  /** What came of a name. */
  public sealed interface Resolved {
    /**
     * @param name what Helm calls the file
     */
    record Text(String name, String text) implements Resolved {}

    record Missing(String error) implements Resolved {}

    record Refused(String error) implements Resolved {}

    record Unknown(String why) implements Resolved {}
  }

  /** The file of a name. */
  public Resolved one(String written) {
    String name = environment.apply(written);
    if (name.contains("://")) {
      return new Resolved.Unknown("values from " + name.replaceAll("//[^/@]*@", "//"));
    }
    if (ValueFiles.isGlob(name)) {
      return new Resolved.Unknown("the pattern " + name + " in a chart of a Helm repository");
    }
    Optional<TreePath> path =
        name.startsWith("/") ? TreePath.clean(name) : TreePath.ROOT.walk(name);
    if (path.isEmpty()) {
      return new Resolved.Refused("file '" + name + "' resolved to outside repository root");
    }
    return chart
        .text(path.get().value())
        .<Resolved>map(text -> new Resolved.Text(path.get().name(), text))
        .orElseGet(() ->
            new Resolved.Missing(
                "helm template failed: Error: open " + name + ": no such file or directory"));
  }
}
