package dev.layerscope.ui.compare;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Question;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the two pickers offer, and what is written in them as a question. */
final class CompareSides {
  private static final String ROOT = "root:";
  private static final int MOST_BRANCHES = 60;

  private CompareSides() {}

  /** Environments first, in the order of promotion; then as declared, roots and branches. */
  static List<String> offered(Opened opened) {
    var words = new ArrayList<String>();
    opened.workspace().environments().forEach(environment -> words.add(environment.name()));
    words.add("declared");
    opened.workspace().roots().forEach(root -> words.add(ROOT + root.name()));
    var branches = new TreeSet<String>();
    for (Access access : opened.access().all()) {
      if (access instanceof Access.Available(RepoUrl url, Clone clone)) {
        branches.addAll(clone.branches());
      }
    }
    branches.stream()
        .filter(branch -> !words.contains(branch))
        .limit(MOST_BRANCHES)
        .forEach(branch -> words.add("ref:" + branch));
    return words;
  }

  /**
   * What is asked when two sides are written so.
   *
   * @param both at which revisions one root is compared with another
   */
  static Question question(Opened opened, String base, String incoming, Selection both)
      throws SelectionText.Unreadable {
    Workspace workspace = opened.workspace();
    if (base.startsWith(ROOT) && incoming.startsWith(ROOT)) {
      return Question.tips(both, both)
          .between(base.substring(ROOT.length()), incoming.substring(ROOT.length()));
    }
    return Question.tips(
        SelectionText.read(base.strip(), workspace),
        SelectionText.read(incoming.strip(), workspace));
  }
}
