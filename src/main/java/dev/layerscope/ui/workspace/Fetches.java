package dev.layerscope.ui.workspace;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.FetchAll.Fetched;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks the remotes of the open workspace what is new, and keeps what each of them said last. */
final class Fetches {
  private final WorkspaceViewModel workspace;
  private final ReadOnlyObjectWrapper<Map<RepoUrl, Fetched>> news =
      new ReadOnlyObjectWrapper<>(Map.of());

  Fetches(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  ReadOnlyObjectProperty<Map<RepoUrl, Fetched>> news() {
    return news.getReadOnlyProperty();
  }

  /** Another workspace is open. */
  void forget() {
    news.set(Map.of());
  }

  /** The same workspace was opened again. */
  void remember(Map<RepoUrl, Fetched> known) {
    news.set(known);
  }

  void all() {
    ask(
        Messages.text("status.fetching"),
        (opened, progress) -> new FetchAll(workspace.clones()).fetch(opened, progress),
        this::all);
  }

  void one(RepoUrl url) {
    ask(
        Messages.text("status.fetching.one", url.shortName()),
        (opened, progress) ->
            List.of(new FetchAll(workspace.clones()).fetchOne(opened, url, progress)),
        () -> one(url));
  }

  private void ask(String what, OpenedWork.Work<List<Fetched>> work, Runnable retry) {
    new OpenedWork(workspace).ask(WorkspaceViewModel.FETCH, what, work, this::fetched, retry);
  }

  private void fetched(List<Fetched> all) {
    var known = new HashMap<>(news.get());
    all.forEach(one -> known.put(one.url(), one));
    news.set(Map.copyOf(known));
    boolean lacking = all.stream().anyMatch(one -> one.readOf().isEmpty());
    if (lacking) {
      workspace.openAgain(); // what has no clone yet is cloned now, if it can be
    } else if (all.stream().anyMatch(one -> !one.moved().isEmpty())) {
      workspace.fetched();
    }
    tellTrouble(all);
  }

  private void tellTrouble(List<Fetched> all) {
    List<Fetched> failed = all.stream().filter(f -> f.trouble().isPresent()).toList();
    if (!failed.isEmpty()) {
      String first = failed.getFirst().trouble().orElse("");
      String details =
          failed.stream()
              .map(f -> f.url().display() + ": " + f.trouble().orElse(""))
              .collect(Collectors.joining("\n"));
      String message =
          Messages.text("fetch.trouble", failed.size(), all.size(), first) + kept(failed);
      workspace.problem().set(Optional.of(new Problem(message, details, this::all)));
    }
  }

  /** How old the oldest of what is read in spite of trouble is. */
  private static String kept(List<Fetched> failed) {
    return failed.stream()
        .flatMap(one -> one.readOf().stream())
        .min(Comparator.naturalOrder())
        .map(oldest -> " " + Messages.text("fetch.kept", Ages.text(oldest, Instant.now())))
        .orElse("");
  }
}
