package dev.layerscope.operation;

import dev.layerscope.export.DiffDocument;
import dev.layerscope.export.DiffJson;
import dev.layerscope.export.DiffText;

/** Puts a comparison into the words of an export. */
public final class DescribeDiff {
  private DescribeDiff() {}

  /** {@code layerscope diff --format json}. */
  public static String json(Comparison comparison, String from, String to) {
    return DiffJson.print(document(comparison, from, to));
  }

  /** For a terminal. */
  public static String text(Comparison comparison, String from, String to) {
    return DiffText.print(document(comparison, from, to));
  }

  private static DiffDocument document(Comparison comparison, String from, String to) {
    return new DiffDocument(
        from,
        to,
        comparison.applications().stream()
            .map(a -> new DiffDocument.Application(a.change(), a.resources()))
            .toList(),
        comparison.repositories().stream()
            .map(r ->
                new DiffDocument.Repository(
                    r.url(), r.files(), r.onlyFrom(), r.onlyTo(), r.unknown()))
            .toList());
  }
}
