package dev.layerscope.operation.open;

import dev.layerscope.finding.Certainty;
import dev.layerscope.render.helm.installed.InstalledHelm;
import dev.layerscope.render.helm.worker.Answer;
import dev.layerscope.render.helm.worker.Helm;
import dev.layerscope.render.helm.worker.HelmWorker;
import dev.layerscope.render.helm.worker.Request;
import dev.layerscope.workspace.Workspace;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The Helm that renders the charts of an open workspace: the one that comes with the program, or
 * the user's own where the workspace prefers it. What a person should know about the choice is said
 * once, when the first chart is met, and not for every chart.
 */
final class ChartEngine implements Helm {
  private static final String NOT_INSTALLED =
      "workspace.yaml prefers the installed helm, and no helm of version 3 or newer is on the PATH:"
          + " charts are rendered by the one that comes with the program";

  private final Helm helm;
  private final Optional<String> instead;
  private final Consumer<String> listener;
  private final AtomicReference<Optional<String>> said = new AtomicReference<>(Optional.empty());

  private ChartEngine(Helm helm, Optional<String> instead, Consumer<String> listener) {
    this.helm = helm;
    this.instead = instead;
    this.listener = listener;
  }

  /**
   * @param path folders to look for programs in, as in the variable {@code PATH}
   * @param listener is told what a person should know
   */
  static ChartEngine of(Workspace workspace, String path, Consumer<String> listener) {
    if (!workspace.charts().installedHelm()) {
      return over(HelmWorker.shared(), listener);
    }
    Optional<InstalledHelm> own = InstalledHelm.find(path);
    return own.isPresent()
        ? over(own.get(), listener)
        : new ChartEngine(HelmWorker.shared(), Optional.of(NOT_INSTALLED), listener);
  }

  /** One that has made its choice. */
  static ChartEngine over(Helm helm, Consumer<String> listener) {
    return new ChartEngine(helm, Optional.empty(), listener);
  }

  @Override
  public Answer render(Request request) {
    instead.ifPresent(this::sayOnce);
    Answer answer = helm.render(request);
    if (answer instanceof Answer.Absent(String why)) {
      sayOnce(
          why
              + ": sources that are charts are opaque, everything else is as ever. With a helm of"
              + " your own, write helm: installed into workspace.yaml");
    }
    return answer;
  }

  private void sayOnce(String remark) {
    if (said.getAndSet(Optional.of(remark)).isEmpty()) {
      listener.accept(remark);
    }
  }

  @Override
  public Certainty sure() {
    return helm.sure();
  }

  /** What was said; empty while there was nothing to say. */
  Optional<String> said() {
    return Objects.requireNonNull(said.get(), "it starts empty");
  }
}
