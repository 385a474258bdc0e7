package dev.layerscope.ui.findings;

import dev.layerscope.export.Baseline;
import dev.layerscope.finding.Fingerprint;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.finding.CompareFindings;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What findings are held against: what has them as well is no news. */
sealed interface HeldAgainst {
  /** Nothing: all of them. */
  record Nothing() implements HeldAgainst {
    @Override
    public String toString() {
      return Messages.text("findings.all");
    }
  }

  /** Another environment. */
  record Environment(String name) implements HeldAgainst {
    @Override
    public String toString() {
      return Messages.text("findings.notin", name);
    }
  }

  /** What an earlier check wrote. */
  record File() implements HeldAgainst {
    @Override
    public String toString() {
      return Messages.text("findings.notinbaseline");
    }
  }

  /** The choices there are for what is shown. */
  static List<HeldAgainst> choices(Workspace workspace, Selection shown) {
    var choices = new ArrayList<HeldAgainst>();
    choices.add(new Nothing());
    for (Workspace.Environment environment : workspace.environments()) {
      if (!shown.equals(Selection.environment(environment.name()))) {
        choices.add(new Environment(environment.name()));
      }
    }
    choices.add(new File());
    return choices;
  }

  /** Which rows an environment does not have as well. */
  static Predicate<Row.Seen> notIn(
      String environment,
      Opened opened,
      dev.layerscope.hierarchy.Hierarchy here,
      Progress progress) {
    var there = Resolve.resolve(opened, Selection.environment(environment), progress);
    Set<CompareFindings.Located> only = CompareFindings.onlyIn(opened.workspace(), here, there);
    return seen ->
        only.contains(new CompareFindings.Located(seen.node(), seen.finding()))
            || only.contains(new CompareFindings.Located(Optional.empty(), seen.finding()));
  }

  /**
   * Which rows an earlier check did not write down.
   *
   * @throws IOException when the file cannot be read, or is none
   */
  static Predicate<Row.Seen> notIn(Path baseline) throws IOException {
    Set<String> known =
        Baseline.read(Files.readString(baseline))
            .orElseThrow(() ->
                new IOException(Messages.text("findings.nobaseline", baseline.getFileName())));
    return seen ->
        !known.contains(Fingerprint.of(seen.finding(), seen.node().map(NodeId::text).orElse("")))
            && !known.contains(Fingerprint.of(seen.finding()));
  }
}
