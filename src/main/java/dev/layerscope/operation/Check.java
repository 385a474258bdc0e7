package dev.layerscope.operation;

import dev.layerscope.export.FindingsDocument;
import dev.layerscope.work.Progress;

/** Looks for every mistake the program knows in what a selection shows. */
public final class Check {
  private Check() {}

  /** The findings, and what could not be looked at. */
  public static FindingsDocument check(Opened opened, Selection selection, Progress progress) {
    return FindingsDocument.of(
        Resolve.resolve(opened, selection, progress), opened.repositories().all());
  }
}
