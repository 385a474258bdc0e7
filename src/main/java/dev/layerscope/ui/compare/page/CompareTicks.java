package dev.layerscope.ui.compare.page;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.edit.intention.UpstreamMerge;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.side.Forks;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.TickNames;
import dev.layerscope.ui.compare.text.CompareRow;
import dev.layerscope.ui.workspace.EditWish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What somebody ticked to be promoted, and the plan it asks for. */
final class CompareTicks {
  private final ObservableSet<Tick> ticked = FXCollections.observableSet();

  ObservableSet<Tick> all() {
    return ticked;
  }

  void toggle(Tick tick) {
    if (!ticked.remove(tick)) {
      ticked.add(tick);
    }
  }

  /** What a row of the tree stands for; headings stand for nothing. */
  static Optional<Tick> of(CompareRow row) {
    return switch (row) {
      case CompareRow.Group ignored -> Optional.empty();
      case CompareRow.Source ignored -> Optional.empty();
      case CompareRow.OfRepository ignored -> Optional.empty();
      case CompareRow.OfHistory ignored -> Optional.empty();
      case CompareRow.OfSamePatches ignored -> Optional.empty();
      case CompareRow.OfCommit ignored -> Optional.empty();
      case CompareRow.OfApplication(var application, var tally) ->
          Optional.of(new Tick.Application(TickNames.of(application)));
      case CompareRow.OfResource(var application, var resource) ->
          resource.change() == Change.UNKNOWN
              ? Optional.empty() // nobody knows whether there is something to carry over
              : Optional.of(new Tick.Resource(TickNames.of(application), resource.key()));
      case CompareRow.OfFile(var repository, var file) ->
          Optional.of(new Tick.File(repository.url(), file.path()));
    };
  }

  /** The lines of one difference of a file, as places in the target's text. */
  static Tick lines(RepoUrl repository, TreePath path, List<DiffRow> all, int start, int height) {
    List<DiffRow> block = all.subList(start, start + height);
    int after = 0;
    int count = 0;
    for (DiffRow row : block) {
      if (row instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside)
          && line.from().isPresent()) {
        after = count == 0 ? line.from().get().number() - 1 : after;
        count++;
      }
    }
    if (count == 0) {
      after = lineBefore(all.subList(0, start));
    }
    return new Tick.Lines(repository, path, List.of(new Tick.LineRange(after, count)));
  }

  private static int lineBefore(List<DiffRow> above) {
    int last = 0;
    for (DiffRow row : above) {
      switch (row) {
        case DiffRow.Head ignored -> {}
        case DiffRow.Hidden ignored -> {}
        case DiffRow.Fold(var lines) ->
            last = lines.getLast().from().map(AlignedLine.Numbered::number).orElse(last);
        case DiffRow.Pair(AlignedLine line, var ignored, var beside) ->
            last = line.from().map(AlignedLine.Numbered::number).orElse(last);
      }
    }
    return last;
  }

  /** Why nothing can be promoted; empty when it can. */
  static boolean possible(Comparison comparison) {
    Question question = comparison.question();
    return question.pair().isEmpty()
        && question.from().environmentName().isPresent()
        && question.to().environmentName().isPresent()
        && !question.from().environmentName().equals(question.to().environmentName())
        && question.from().overrides().isEmpty()
        && question.to().overrides().isEmpty();
  }

  /** What a fork was forked from, where all of it can be merged into the base. */
  static Optional<Forks.Beside> merge(Comparison comparison) {
    Question question = comparison.question();
    return question
        .fork()
        .filter(beside ->
            question.from().environmentName().isPresent() && question.from().overrides().isEmpty());
  }

  /** The plan of a merge into the base, which is an environment of the fork. */
  static EditWish merging(Comparison comparison, Forks.Beside beside) {
    String into = comparison.from().environmentName().orElseThrow();
    return new EditWish.Ready(
        Messages.text("compare.mergetitle", beside.fork().repository().shortName(), into),
        new UpstreamMerge(beside.fork().repository(), beside.commit(), beside.words(), into),
        List.of(Messages.text("compare.mergeall", beside.words())));
  }

  /** The plan: from the incoming side into the base. */
  EditWish wish(Comparison comparison) {
    String into = comparison.from().environmentName().orElseThrow();
    String from = comparison.to().environmentName().orElseThrow();
    List<String> words =
        ticked.isEmpty()
            ? List.of(Messages.text("compare.promoteall", from))
            : ticked.stream().map(Tick::words).toList();
    return new EditWish.Ready(
        Messages.text("compare.promotetitle", from, into),
        new Promotion(
            from,
            into,
            joined().stream().flatMap(tick -> TickNames.everywhere(tick, comparison)).toList()),
        words);
  }

  /** Hunks of one file are one tick of several places. */
  private List<Tick> joined() {
    Map<String, Tick.Lines> files = new LinkedHashMap<>();
    var ticks = new ArrayList<Tick>();
    for (Tick tick : ticked) {
      if (tick instanceof Tick.Lines lines) {
        files.merge(
            lines.repository().text() + " " + lines.path().value(),
            lines,
            (a, b) -> {
              var hunks = new ArrayList<Tick.LineRange>(a.hunks());
              hunks.addAll(b.hunks());
              return new Tick.Lines(a.repository(), a.path(), hunks);
            });
      } else {
        ticks.add(tick);
      }
    }
    ticks.addAll(files.values());
    return ticks;
  }
}
