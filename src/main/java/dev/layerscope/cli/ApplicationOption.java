package dev.layerscope.cli;

import picocli.CommandLine.Option;

/** The one Application a command is about. */
final class ApplicationOption {
  @Option(
      names = "--app",
      required = true,
      paramLabel = "[ROOT//][NAMESPACE/]NAME",
      description = "The Application.")
  private String name = "";

  String name() {
    return name;
  }
}
