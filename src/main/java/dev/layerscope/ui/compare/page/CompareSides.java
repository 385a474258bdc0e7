package dev.layerscope.ui.compare.page;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.compare.RefSomewhere;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.FetchOverrides;
import dev.layerscope.operation.side.Forks;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the two pickers offer, and what is written in them as a question. */
final class CompareSides {
  /** As everything declares its revisions. */
  static final String DECLARED = "declared";

  private static final String ROOT = "root:";
  private static final String FORK = "fork:";
  private static final int MOST_BRANCHES = 60;

  private final Opened opened;
  private final Path clones;
  private final Selection both;

  /**
   * @param clones the folder of the managed clones
   * @param both at which revisions one root is compared with another
   */
  CompareSides(Opened opened, Path clones, Selection both) {
    this.opened = opened;
    this.clones = clones;
    this.both = both;
  }

  /** Environments first, in the order of promotion; then as declared, roots, forks and branches. */
  static List<String> offered(Opened opened) {
    var words = new ArrayList<String>();
    opened.workspace().environments().forEach(environment -> words.add(environment.name()));
    words.add(DECLARED);
    opened.workspace().roots().forEach(root -> words.add(ROOT + root.name()));
    Forks.of(opened.workspace()).forEach(fork -> words.add(FORK + fork.repository().text()));
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

  /** What is asked, and what a reader should know: which refs may be newer than what is read. */
  record Asked(Question question, List<String> remarks) {
    Asked {
      remarks = List.copyOf(remarks);
    }

    private static Asked plain(Question question) {
      return new Asked(question, List.of());
    }
  }

  /**
   * What is asked when two sides are written so; what is not here yet is fetched.
   *
   * @throws SelectionText.Unreadable when a side is none
   * @throws GitException when what it names cannot be had
   */
  Asked question(String base, String incoming, Progress progress)
      throws SelectionText.Unreadable, GitException {
    Workspace workspace = opened.workspace();
    if (base.startsWith(ROOT) && incoming.startsWith(ROOT)) {
      return Asked.plain(
          Question.tips(both, both)
              .between(base.substring(ROOT.length()), incoming.substring(ROOT.length())));
    }
    Selection here = SelectionText.read(base.strip(), workspace);
    if (incoming.startsWith(FORK)) {
      return Asked.plain(upstream(here, incoming.substring(FORK.length()).strip(), progress));
    }
    Selection there = SelectionText.read(incoming.strip(), workspace);
    var remarks = new ArrayList<String>();
    for (Selection side : List.of(here, there)) {
      remarks.addAll(new FetchOverrides(clones).fetch(opened, side, progress));
      RefSomewhere.check(opened, side);
    }
    return new Asked(Question.tips(here, there), remarks);
  }

  /** What a fork's upstream has that the fork has not, and the reverse. */
  private Question upstream(Selection here, String fork, Progress progress)
      throws SelectionText.Unreadable, GitException {
    Forks.Fork known =
        Forks.of(opened.workspace(), new RepoUrl(fork))
            .orElseThrow(() -> new SelectionText.Unreadable(Messages.text("compare.nofork", fork)));
    return new Forks(clones)
        .beside(opened, known, here.environmentName(), Optional.empty(), progress)
        .question(here);
  }
}
