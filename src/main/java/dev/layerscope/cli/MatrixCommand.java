package dev.layerscope.cli;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.MatrixHtml;
import dev.layerscope.export.MatrixJson;
import dev.layerscope.export.MatrixText;
import dev.layerscope.operation.compare.BuildMatrix;
import dev.layerscope.operation.open.Opened;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope matrix}: Applications by environment. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description = "Shows every Application in every environment, each beside the one on its left.")
final class MatrixCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private Output output = new Output();

  @Mixin private RootsOption roots = new RootsOption();

  @Option(names = "--only-what-differs", description = "Leave out what is equal everywhere.")
  private boolean onlyWhatDiffers;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, csv, markdown or html (default: text).")
  private Format format = Format.TEXT;

  /** How the matrix is written. */
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN,
    HTML
  }

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      MatrixDocument whole =
          BuildMatrix.build(opened, roots.in(opened.workspace()), new TerminalProgress());
      MatrixDocument shown = onlyWhatDiffers ? whole.onlyWhatDiffers() : whole;
      output.write(
          switch (format) {
            case TEXT -> MatrixText.text(shown);
            case JSON -> MatrixJson.print(shown);
            case CSV -> MatrixText.csv(shown);
            case MARKDOWN -> MatrixText.markdown(shown);
            case HTML -> MatrixHtml.print(shown);
          });
      return whole.rows().isEmpty() && whole.anythingUnknown() ? ExitStatus.WORLD : ExitStatus.DONE;
    }
  }
}
