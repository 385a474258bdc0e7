package dev.layerscope.operation.resolve;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Gently;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks at what somebody may ask for next while nothing else is asked. What comes of it is not
 * shown and not kept; what it was made from is remembered, and held against git when it is asked
 * for.
 */
public final class ReadAhead {
  private ReadAhead() {}

  /**
   * The environments around what is shown, the nearest in promotion order first, as many as are
   * remembered beside it. Nothing beside what is looked at otherwise than by environment.
   */
  public static List<Selection> around(Opened opened, Selection shown, Hierarchy hierarchy) {
    List<Selection> all = new ArrayList<>(List.of(Selection.DECLARED));
    for (Workspace.Environment one : opened.workspace().environments()) {
      all.add(Selection.environment(one.name()));
    }
    int here = all.indexOf(shown);
    if (here < 0) {
      return List.of();
    }
    int room = opened.renderer().room(hierarchy.nodes().size());
    return IntStream.range(0, all.size())
        .filter(i -> i != here)
        .boxed()
        .sorted(Comparator.comparingInt(i -> Math.abs(i - here)))
        .limit(Math.max(0, room - 1))
        .map(all::get)
        .toList();
  }

  /**
   * Looks, with one core and without saying how far it is.
   *
   * @param progress of which only cancelling is heard
   */
  public static void at(Opened opened, Selection selection, Progress progress) throws Exception {
    Gently.call(() -> Resolve.resolve(opened, selection, onlyCancelled(progress)));
  }

  private static Progress onlyCancelled(Progress progress) {
    return new Progress() {
      @Override
      public void report(String what, long done, long total) {}

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }
}
