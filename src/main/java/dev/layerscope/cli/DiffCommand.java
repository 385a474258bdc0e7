package dev.layerscope.cli;

import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.export.DiffDocument;
import dev.layerscope.export.DiffHtml;
import dev.layerscope.export.DiffJson;
import dev.layerscope.export.DiffMarkdown;
import dev.layerscope.export.DiffText;
import dev.layerscope.git.GitException;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.DescribeDiff;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.FetchOverrides;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope diff}: two sides of the estate. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Compares two environments, refs, folders, roots, or a pull request with what is.")
final class DiffCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private Output output = new Output();
  @Mixin private DiffSides sides = new DiffSides();

  @Option(
      names = "--exit-code",
      description =
          "Exit 1 when a node or what it renders differs; files that change neither do not count.")
  private boolean exitCode;

  @Option(names = "--show-hidden", description = "Show what the workspace expects to differ, too.")
  private boolean showHidden;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, markdown or html (default: text).")
  private Format format = Format.TEXT;

  /** How differences are written. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    HTML
  }

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      var progress = new TerminalProgress();
      DiffSides.Asked asked = sides.asked(opened, workspace.clonesFolder(), progress);
      if (!sides.areFetched()) {
        fetch(opened, asked.question(), progress);
      }
      sides.check(opened, asked.question());
      Comparison comparison =
          showHidden
              ? Compare.compare(opened, asked.question(), Expectations.none(), progress)
              : Compare.compare(opened, asked.question(), progress);
      output.write(print(DescribeDiff.of(comparison, asked.from(), asked.to())));
      if (comparison.anythingUnknown()) {
        return ExitStatus.NOT_EXACT;
      }
      return exitCode && comparison.differences() > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }
  }

  private void fetch(Opened opened, Question question, Progress progress) throws GitException {
    var fetching = new FetchOverrides(workspace.clonesFolder());
    for (Selection side : List.of(question.from(), question.to())) {
      fetching
          .fetch(opened, side, progress)
          .forEach(remark -> Terminal.remark("layerscope: " + remark));
    }
  }

  private String print(DiffDocument document) {
    return switch (format) {
      case TEXT -> DiffText.print(document);
      case JSON -> DiffJson.print(document);
      case MARKDOWN -> DiffMarkdown.print(document);
      case HTML -> DiffHtml.print(document);
    };
  }
}
