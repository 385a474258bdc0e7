package dev.layerscope.cli;

import dev.layerscope.export.TreeCsv;
import dev.layerscope.export.TreeDocument;
import dev.layerscope.export.TreeGraphs;
import dev.layerscope.export.TreeJson;
import dev.layerscope.export.TreeText;
import dev.layerscope.export.picture.Stamp;
import dev.layerscope.export.picture.Svg;
import dev.layerscope.export.picture.TreeDrawing;
import dev.layerscope.export.raster.Pdf;
import dev.layerscope.export.raster.Png;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.DescribeTree;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Resolve;
import dev.layerscope.operation.Selection;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope tree}: the whole hierarchy. */
@Command(
    name = "tree",
    mixinStandardHelpOptions = true,
    description = "Prints the complete hierarchy of a workspace.")
final class TreeCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private WhatIfOptions whatIf = new WhatIfOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = "--root",
      paramLabel = "NAME",
      description = "Only this root; may be given several times.")
  private List<String> roots = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, dot, mermaid, svg, png, pdf or csv (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "With --format png: 1 to 4 times the size (default: 1).")
  private double scale = 1;

  /** How the tree is written. */
  enum Format {
    TEXT,
    JSON,
    DOT,
    MERMAID,
    SVG,
    PNG,
    PDF,
    CSV
  }

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      Selection selection = whatIf.selection(opened);
      Set<String> wanted = WorkspaceOptions.roots(opened.workspace(), roots);
      Hierarchy hierarchy = Resolve.resolve(opened, selection, wanted, new TerminalProgress());
      write(DescribeTree.of(opened, selection, hierarchy));
      return hierarchy.nothingRead() ? ExitStatus.WORLD : ExitStatus.DONE;
    }
  }

  private void write(TreeDocument document) throws IOException, UsageException {
    if (format == Format.PNG) {
      if (!(scale >= 1 && scale <= 4)) {
        throw new UsageException("--scale takes a number from 1 to 4.");
      }
      Png.Pixels pixels = Png.print(TreeDrawing.whole(document, today()), scale);
      if (pixels.scale() < scale) {
        String shown = String.format(Locale.ROOT, "%.2f", pixels.scale());
        System.err.println(
            "layerscope: the picture is too large for pixels and was drawn at "
                + shown
                + " of its size; --format svg has no such limit, --root draws less");
      }
      output.write(pixels.png());
    } else if (format == Format.PDF) {
      output.write(Pdf.print(TreeDrawing.whole(document, today()), document.workspace()));
    } else {
      output.write(print(document));
    }
  }

  private static String today() {
    return LocalDate.now(ZoneId.systemDefault()).toString();
  }

  private String print(TreeDocument document) {
    return switch (format) {
      case TEXT -> TreeText.print(document);
      case JSON -> TreeJson.print(document);
      case DOT -> TreeGraphs.dot(document, Stamp.lines(document, today()));
      case MERMAID -> TreeGraphs.mermaid(document, Stamp.lines(document, today()));
      case CSV -> TreeCsv.print(document);
      case SVG, PNG, PDF -> Svg.print(TreeDrawing.whole(document, today()), document.workspace());
    };
  }
}
