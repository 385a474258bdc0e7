package dev.layerscope.cli;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.compare.RefSomewhere;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Forks;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which two sides {@code diff} compares: two selections, or two roots of one. */
final class DiffSides {
  @Option(
      names = "--from",
      paramLabel = "X",
      description =
          "env:E, ref:R, declared or folder:REPO_URL//PATH@REF, then overrides ,REPO_URL=REF. A"
              + " bare word is an environment or a ref.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "Y", description = "The other side, written the same way.")
  private @Nullable String to;

  @Option(
      names = "--from-root",
      paramLabel = "A",
      description = "Compare one root with another, in one environment (--env).")
  private @Nullable String fromRoot;

  @Option(names = "--to-root", paramLabel = "B", description = "The other root.")
  private @Nullable String toRoot;

  @Mixin private RootsOption roots = new RootsOption();

  @Option(
      names = "--fork",
      paramLabel = "REPO_URL",
      description =
          "Compare a repository with the one it was forked from (forkOf), in one environment or as"
              + " declared.")
  private @Nullable String fork;

  @Option(
      names = "--upstream-branch",
      paramLabel = "BRANCH",
      description =
          "With --fork: the branch of the other one. Default: of the same name, else its default"
              + " branch.")
  private @Nullable String upstreamBranch;

  @Option(
      names = "--since-diverged",
      description =
          "What the second side changed since it left the first: what a merge would bring.")
  private boolean sinceDiverged;

  @Mixin private WhatIfOptions environment = new WhatIfOptions();

  /** What is asked, and what its sides are called. */
  record Asked(Question question, String from, String to) {}

  /**
   * @param clones the folder of the managed clones
   */
  Asked asked(Opened opened, Path clones, Progress progress) throws UsageException, GitException {
    Asked asked =
        fork != null
            ? fork(opened, new RepoUrl(fork), new Forks(clones), progress)
            : fromRoot != null || toRoot != null ? roots(opened) : selections(opened);
    return sinceDiverged
        ? new Asked(asked.question().sinceDiverged(), asked.from(), asked.to())
        : asked;
  }

  private Asked fork(Opened opened, RepoUrl url, Forks forks, Progress progress)
      throws UsageException, GitException {
    if (from != null || to != null || fromRoot != null || toRoot != null) {
      throw new UsageException("--fork stands alone, with --env and --upstream-branch.");
    }
    Forks.Fork asked = ForkOption.fork(opened.workspace(), url);
    Selection side = environment.selection(opened);
    Forks.Beside beside =
        forks.beside(
            opened, asked, side.environmentName(), Optional.ofNullable(upstreamBranch), progress);
    Question question = beside.question(side).about(roots.in(opened.workspace()));
    return new Asked(question, asked.repository().display(), beside.words());
  }

  private Asked selections(Opened opened) throws UsageException {
    if (from == null || to == null) {
      throw new UsageException(
          "diff needs --from X and --to Y, or --from-root A and --to-root B, or --fork URL.");
    }
    Selection here = side(from, opened.workspace());
    Selection there = side(to, opened.workspace());
    if (environment.follows() && !(isEnvironment(here) && isEnvironment(there))) {
      throw new UsageException(
          "--follow-branch needs environments on both sides: it reads everything at their"
              + " branches.");
    }
    var question =
        Question.tips(environment.of(here), environment.of(there))
            .about(roots.in(opened.workspace()));
    return new Asked(question, from, to);
  }

  private static boolean isEnvironment(Selection side) {
    return side.base() instanceof Selection.Base.Environment;
  }

  private Asked roots(Opened opened) throws UsageException {
    if (fromRoot == null || toRoot == null || from != null || to != null) {
      throw new UsageException("--from-root and --to-root go together, without --from and --to.");
    }
    WorkspaceOptions.roots(opened.workspace(), List.of(fromRoot, toRoot));
    Selection both = environment.selection(opened);
    return new Asked(Question.tips(both, both).between(fromRoot, toRoot), fromRoot, toRoot);
  }

  /** Whether what is asked for was fetched when it was looked up. */
  boolean areFetched() {
    return fork != null;
  }

  /** Whether what is asked for is anywhere, now that everything is fetched. */
  void check(Opened opened, Question question) throws UsageException {
    try {
      RefSomewhere.check(opened, question.from());
      RefSomewhere.check(opened, question.to());
    } catch (SelectionText.Unreadable e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Selection side(String text, Workspace workspace) throws UsageException {
    try {
      return SelectionText.read(text, workspace);
    } catch (SelectionText.Unreadable e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
