package dev.layerscope.operation.finding;

import dev.layerscope.export.FindingsDocument;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for every mistake the program knows in what a selection shows. */
public final class Check {
  private Check() {}

  /** The findings, and what could not be looked at. */
  public static FindingsDocument check(Opened opened, Selection selection, Progress progress) {
    return FindingsDocument.of(
        Resolve.resolve(opened, selection, progress), opened.repositories().all());
  }

  /**
   * The findings of a selection with only those as news that an environment does not have as well:
   * what is only in prod.
   */
  public static FindingsDocument check(
      Opened opened, Selection selection, String against, Progress progress) {
    Hierarchy here = Resolve.resolve(opened, selection, progress);
    Hierarchy there = Resolve.resolve(opened, Selection.environment(against), progress);
    Set<CompareFindings.Located> only = CompareFindings.onlyIn(opened.workspace(), here, there);
    FindingsDocument document = FindingsDocument.of(here, opened.repositories().all());
    Set<String> also =
        document.entries().stream()
            .filter(e -> !only.contains(new CompareFindings.Located(e.node(), e.finding())))
            .map(FindingsDocument.Entry::fingerprint)
            .collect(Collectors.toSet());
    return document.notAlso(also, "also in " + against);
  }
}
