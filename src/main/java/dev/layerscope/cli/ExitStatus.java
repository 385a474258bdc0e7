package dev.layerscope.cli;

/** What a shell learns. */
public final class ExitStatus {
  public static final int DONE = 0;

  /** Findings at or above the level asked for, or differences where they were asked for. */
  public static final int FINDINGS = 1;

  /** The command line or the workspace file is wrong. */
  public static final int USAGE = 2;

  /** Network, credentials, disk. */
  public static final int WORLD = 3;

  /** The result is not exact where exactness was asked for, or a side is unknown. */
  public static final int NOT_EXACT = 4;

  /** A fault of ours. */
  public static final int OURS = 70;

  private ExitStatus() {}
}
