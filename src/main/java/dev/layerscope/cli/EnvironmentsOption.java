package dev.layerscope.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The environments an edit is made for. */
final class EnvironmentsOption {
  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "An environment; may be given several times.")
  private List<String> names = List.of();

  List<String> names() {
    return names;
  }
}
