package dev.layerscope.operation.compare;

import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.function.Consumer;

/**
 * Two pictures of an estate over each other: the nodes of both and what they render, but neither
 * files nor commits, which a picture does not show. It is told in two steps, for what is declared
 * is known long before everything that is rendered has been compared.
 */
public final class LayOver {
  private LayOver() {}

  /**
   * What is known so far.
   *
   * @param applications every node of either side; equal results over several roots are one entry
   * @param whole whether what they render has been compared, too; before that, what is called the
   *     same may differ there
   */
  public record Known(
      Hierarchy before, Hierarchy after, List<ComparedApplication> applications, boolean whole) {
    public Known {
      applications = List.copyOf(applications);
    }
  }

  /**
   * Compares what is shown with another look at the same estate.
   *
   * @param shown the second side, as it was resolved
   * @param over how the second side is looked at
   * @param base how the first one is
   * @param early gets what is declared, on the thread that works
   */
  public static Known compare(
      Opened asked,
      Hierarchy shown,
      Selection over,
      Selection base,
      Consumer<Known> early,
      Progress progress) {
    Opened opened = asked.settled();
    Question question = Question.tips(base, over);
    Hierarchy before = Resolve.kept(opened, base, progress);
    Expectations expected = Expectations.of(opened.workspace().expected());
    var compare = Compare.of(opened, question, expected, before, shown, progress);
    early.accept(new Known(before, shown, SharedResults.together(compare.declared(shown)), false));
    return new Known(before, shown, SharedResults.together(compare.applications(shown)), true);
  }
}
