package dev.layerscope.cli;

import dev.layerscope.edit.EarlierPlan;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.PlanConflicts;
import dev.layerscope.export.PlanDocument;
import dev.layerscope.export.PlanReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Plans made earlier and kept as files, beside which a new one is looked at. */
final class BesideOption {
  @Option(
      names = "--beside",
      paramLabel = "FILE",
      description =
          "A plan kept with --dry-run --format json; say where both change the same lines. Several "
              + "times for several.")
  private List<Path> files = List.of();

  /** Where a plan meets those that were kept. */
  List<PlanDocument.Meets> meets(Plan plan) throws UsageException, IOException {
    var meets = new ArrayList<PlanDocument.Meets>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new UsageException("There is no file " + file + ".");
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      EarlierPlan earlier =
          PlanReader.read(text)
              .orElseThrow(() ->
                  new UsageException(file + " is no plan as --dry-run --format json prints it."));
      PlanConflicts.between(plan, earlier)
          .forEach(place -> meets.add(new PlanDocument.Meets(earlier.title(), place)));
    }
    return meets;
  }
}
