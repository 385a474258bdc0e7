package dev.layerscope.cli;

import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which environment a command looks at, and whether everything below is imagined at its branch. */
final class WhatIfOptions {
  @Mixin private EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--follow-branch",
      description = "What if everything below followed the environment's branch?")
  private boolean followBranch;

  /** Whether everything below is imagined at its environment's branch. */
  boolean follows() {
    return followBranch;
  }

  /** A side that is an environment, with everything below at its branch if that was asked for. */
  Selection of(Selection side) {
    return side.base() instanceof Selection.Base.Environment(String name, boolean ignored)
        ? new Selection(new Selection.Base.Environment(name, followBranch), side.overrides())
        : side;
  }

  Selection selection(Opened opened) throws UsageException {
    return environment.selection(opened, followBranch);
  }
}
