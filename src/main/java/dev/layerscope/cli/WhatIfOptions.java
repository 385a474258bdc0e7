package dev.layerscope.cli;

import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Selection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which environment a command looks at, and whether everything below is imagined at its branch. */
final class WhatIfOptions {
  @Mixin private EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--follow-branch",
      description = "What if everything below followed the environment's branch?")
  private boolean followBranch;

  Selection selection(Opened opened) throws UsageException {
    return environment.selection(opened, followBranch);
  }
}
