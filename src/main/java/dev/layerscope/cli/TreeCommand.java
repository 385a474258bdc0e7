package dev.layerscope.cli;

import dev.layerscope.export.TreeCsv;
import dev.layerscope.export.TreeDocument;
import dev.layerscope.export.TreeGraphs;
import dev.layerscope.export.TreeJson;
import dev.layerscope.export.TreeText;
import dev.layerscope.export.picture.Drawing;
import dev.layerscope.export.picture.MapDrawing;
import dev.layerscope.export.picture.Stamp;
import dev.layerscope.export.picture.Svg;
import dev.layerscope.export.picture.TreeDrawing;
import dev.layerscope.export.raster.Pdf;
import dev.layerscope.export.raster.Png;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.place.Unreached;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.operation.resolve.Resolve;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
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

  @Mixin private RootsOption roots = new RootsOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, dot, mermaid, svg, png, pdf or csv (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--picture",
      paramLabel = "PICTURE",
      description =
          "With --format svg, png or pdf: tree, fleet (roots and the layers they share) or layers"
              + " (directories of repositories) (default: tree).")
  private Picture picture = Picture.TREE;

  @Option(
      names = "--unreached",
      description =
          "Lists the Applications that a repository declares and no root reaches, instead of the"
              + " tree; as text.")
  private boolean unreached;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "With --format png: 1 to 4 times the size (default: 1).")
  private double scale = 1;

  /** What is drawn. */
  enum Picture {
    TREE,
    FLEET,
    LAYERS
  }

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
      Set<String> wanted = roots.in(opened.workspace());
      Hierarchy hierarchy = Resolve.resolve(opened, selection, wanted, new TerminalProgress());
      if (unreached) {
        output.write(unreached(opened, selection, hierarchy));
      } else {
        write(DescribeTree.of(opened, selection, hierarchy));
      }
      return hierarchy.nothingRead() ? ExitStatus.WORLD : ExitStatus.DONE;
    }
  }

  private String unreached(Opened opened, Selection selection, Hierarchy hierarchy)
      throws UsageException {
    if (format != Format.TEXT) {
      throw new UsageException("--unreached is written as text.");
    }
    var out = new StringBuilder();
    for (Unreached.One one : Unreached.of(opened, selection, hierarchy, new TerminalProgress())) {
      out.append(one.kind() + " " + one.name() + "  ")
          .append(new RepoUrl(one.place().repoUrl()).display() + " ")
          .append(one.place().pathAndLine() + "\n");
    }
    return out.isEmpty() ? "Everything the repositories declare is reached.\n" : out.toString();
  }

  private Drawing drawing(TreeDocument document) {
    return switch (picture) {
      case TREE -> TreeDrawing.whole(document, today());
      case FLEET -> MapDrawing.fleet(document, today());
      case LAYERS -> MapDrawing.layers(document, today());
    };
  }

  private void write(TreeDocument document) throws IOException, UsageException {
    boolean drawn = format == Format.SVG || format == Format.PNG || format == Format.PDF;
    if (picture != Picture.TREE && !drawn) {
      throw new UsageException("--picture wants --format svg, png or pdf.");
    }
    if (format == Format.PNG) {
      if (!(scale >= 1 && scale <= 4)) {
        throw new UsageException("--scale takes a number from 1 to 4.");
      }
      Png.Pixels pixels = Png.print(drawing(document), scale);
      if (pixels.scale() < scale) {
        String shown = String.format(Locale.ROOT, "%.2f", pixels.scale());
        Terminal.remark(
            "layerscope: the picture is too large for pixels and was drawn at "
                + shown
                + " of its size; --format svg has no such limit, --root draws less");
      }
      output.write(pixels.png());
    } else if (format == Format.PDF) {
      output.write(Pdf.print(drawing(document), document.workspace()));
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
      case CSV -> TreeCsv.print(document, today());
      case SVG, PNG, PDF -> Svg.print(drawing(document), document.workspace());
    };
  }
}
