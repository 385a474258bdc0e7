package dev.layerscope.ui.compare.page;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.text.CompareRow;
import dev.layerscope.ui.compare.text.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/** What differs as a tree: layers, their repositories, Applications, objects; then the files. */
final class CompareTree {
  private static final int FILES_SHOWN_OPEN = 30;

  private CompareTree() {}

  static TreeItem<CompareRow> of(Comparison comparison) {
    var top = new TreeItem<CompareRow>(new CompareRow.Group("", false, Tally.NONE));
    Map<String, Map<String, Map<ComparedApplication, TreeItem<CompareRow>>>> layers =
        new LinkedHashMap<>();
    comparison.applications().stream()
        .filter(CompareTree::shown)
        .forEach(application ->
            layers
                .computeIfAbsent(layer(application), unused -> new LinkedHashMap<>())
                .computeIfAbsent(source(application), unused -> new LinkedHashMap<>())
                .put(application, application(application)));
    layers.forEach((layer, sources) -> top.getChildren().add(layer(layer, sources)));
    top.getChildren().add(files(comparison));
    top.getChildren().add(commits(comparison));
    return top;
  }

  /** What only one side has behind it, repository by repository. */
  private static TreeItem<CompareRow> commits(Comparison comparison) {
    var group =
        new TreeItem<CompareRow>(
            new CompareRow.Group(Messages.text("compare.commits"), false, Tally.NONE));
    for (ComparedRepository repository : comparison.repositories()) {
      CommitsApart apart = repository.commits();
      if (apart.onlyTo().count() + apart.onlyFrom().count() == 0 && apart.related()) {
        continue;
      }
      var item = new TreeItem<CompareRow>(new CompareRow.OfHistory(repository));
      commits(item, repository, apart.onlyTo().newest(), true);
      commits(item, repository, apart.onlyFrom().newest(), false);
      group.getChildren().add(item);
    }
    return group;
  }

  /** What the other side has as the same patch is folded: it is there already. */
  private static void commits(
      TreeItem<CompareRow> item,
      ComparedRepository repository,
      List<CommitsApart.Told> all,
      boolean incoming) {
    var same = new ArrayList<TreeItem<CompareRow>>();
    for (CommitsApart.Told told : all) {
      var one = new TreeItem<CompareRow>(new CompareRow.OfCommit(repository, told, incoming));
      (told.equivalent().isPresent() ? same : item.getChildren()).add(one);
    }
    if (!same.isEmpty()) {
      var fold =
          new TreeItem<CompareRow>(new CompareRow.OfSamePatches(repository, same.size(), incoming));
      fold.getChildren().setAll(same);
      item.getChildren().add(fold);
    }
  }

  private static boolean shown(ComparedApplication application) {
    return application.differs()
        || application.resources().stream().anyMatch(ResourceChange::formattingOnly);
  }

  private static String layer(ComparedApplication application) {
    String layer = application.change().node().layer();
    return layer.isEmpty() ? Messages.text("compare.nolayer") : layer;
  }

  private static String source(ComparedApplication application) {
    return application.change().node().sources().stream()
        .map(source -> new RepoUrl(source.repository()).shortName())
        .findFirst()
        .orElse(Messages.text("compare.nolayer"));
  }

  private static TreeItem<CompareRow> layer(
      String layer, Map<String, Map<ComparedApplication, TreeItem<CompareRow>>> sources) {
    Tally sum = Tally.NONE;
    var items = new LinkedHashMap<String, TreeItem<CompareRow>>();
    for (var entry : sources.entrySet()) {
      Tally tally =
          entry.getValue().keySet().stream().map(CompareTree::tally).reduce(Tally.NONE, Tally::and);
      sum = sum.and(tally);
      var item = new TreeItem<CompareRow>(new CompareRow.Source(entry.getKey(), tally));
      item.getChildren().setAll(List.copyOf(entry.getValue().values()));
      item.setExpanded(true);
      items.put(entry.getKey(), item);
    }
    var item = new TreeItem<CompareRow>(new CompareRow.Group(layer, true, sum));
    item.getChildren().setAll(List.copyOf(items.values()));
    item.setExpanded(true);
    return item;
  }

  private static Tally tally(ComparedApplication application) {
    Tally own =
        application.change().change() == Change.SAME && application.unknown().isEmpty()
            ? Tally.of(Change.SAME, application.risks().size())
            : Tally.of(application.effective(), application.risks().size());
    return application.resources().stream()
        .filter(resource -> resource.change() != Change.UNKNOWN) // the Application is
        .map(resource -> Tally.of(resource.change(), 0))
        .reduce(own, Tally::and);
  }

  private static TreeItem<CompareRow> application(ComparedApplication application) {
    var item =
        new TreeItem<CompareRow>(new CompareRow.OfApplication(application, tally(application)));
    application.resources().stream()
        .filter(resource -> resource.change() != Change.SAME || resource.formattingOnly())
        .forEach(resource ->
            item.getChildren()
                .add(new TreeItem<>(new CompareRow.OfResource(application, resource))));
    item.setExpanded(item.getChildren().size() <= 6);
    return item;
  }

  private static TreeItem<CompareRow> files(Comparison comparison) {
    Tally tally = Tally.NONE;
    var items = new ArrayList<TreeItem<CompareRow>>();
    for (ComparedRepository repository : comparison.repositories()) {
      if (repository.files().isEmpty() && repository.unknown().isEmpty()) {
        continue;
      }
      var item = new TreeItem<CompareRow>(new CompareRow.OfRepository(repository));
      for (var file : repository.files()) {
        var row = new CompareRow.OfFile(repository, file);
        tally = tally.and(Tally.of(row.change(), 0));
        item.getChildren().add(new TreeItem<>(row));
      }
      item.setExpanded(repository.files().size() < FILES_SHOWN_OPEN);
      items.add(item);
    }
    var group =
        new TreeItem<CompareRow>(
            new CompareRow.Group(Messages.text("compare.files"), false, tally));
    group.getChildren().setAll(items);
    return group;
  }

  /** Every row below one, from top to bottom, folded ones included. */
  static Stream<TreeItem<CompareRow>> all(TreeItem<CompareRow> item) {
    return Stream.concat(Stream.of(item), item.getChildren().stream().flatMap(CompareTree::all));
  }
}
