package dev.layerscope.cli;

import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope promote}: from one environment to the next. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = "Brings what one environment has to another, with its own revisions.")
final class PromoteCommand implements Callable<Integer> {
  private static final Pattern FILE = Pattern.compile("(?<url>(?:[a-z+]+://)?.+?)//(?<path>.+)");

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(names = "--from", required = true, paramLabel = "ENV", description = "Where it is.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "ENV", description = "Where it goes.")
  private String to = "";

  @Option(
      names = "--app",
      paramLabel = "[ROOT//][NAMESPACE/]NAME",
      description = "Only this Application; may be given several times. Default: everything.")
  private List<String> applications = List.of();

  @Option(
      names = "--file",
      paramLabel = "REPO_URL//PATH",
      description = "Only this file or folder; may be given several times.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws Exception {
    var ticks = new ArrayList<Tick>();
    applications.forEach(name -> ticks.add(new Tick.Application(name)));
    for (String file : files) {
      ticks.add(file(file));
    }
    return edit.plan(workspace, new Promotion(from, to, ticks));
  }

  private static Tick file(String text) throws UsageException {
    Matcher parts = FILE.matcher(text);
    Optional<TreePath> path =
        parts.matches() ? TreePath.clean(parts.group("path")) : Optional.empty();
    if (path.isEmpty()) {
      throw new UsageException("“" + text + "” is not REPO_URL//PATH.");
    }
    return new Tick.File(new RepoUrl(parts.group("url")), path.get());
  }
}
