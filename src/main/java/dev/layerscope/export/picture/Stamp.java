package dev.layerscope.export.picture;

import dev.layerscope.export.TreeDocument;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every picture says of itself: of what, at what, when. */
public final class Stamp {
  private Stamp() {}

  /** "environment prod · 61 nodes · 3 roots · drawn 2026-02-01 by Layerscope". */
  public static String line(TreeDocument document, String date) {
    String at = document.environment().map(e -> "environment " + e).orElse("as declared");
    return String.join(
        " · ",
        at,
        Said.count(document.hierarchy().nodes().size(), "node", "nodes"),
        Said.count(document.roots().size(), "root", "roots"),
        "drawn " + date + " by Layerscope");
  }

  /**
   * What a text for other programs says of itself, line by line, without anything that breaks one.
   */
  public static List<String> lines(TreeDocument document, String date) {
    var lines = new ArrayList<String>();
    lines.add(document.workspace() + " · " + line(document, date));
    lines.addAll(revisions(document));
    lines.add(Said.GRAPHS);
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
  }

  /**
   * One line for each repository that something was read from, with every commit it was read at;
   * then those that could not be had.
   */
  public static List<String> revisions(TreeDocument document) {
    return read(document).stream().map(read -> read.repository() + ": " + read.at()).toList();
  }

  /**
   * What was read of one repository.
   *
   * @param at the commits, in words
   * @param missing whether it could not be had
   */
  record Read(String repository, String at, boolean missing) {}

  static List<Read> read(TreeDocument document) {
    var read = new TreeMap<String, Set<String>>();
    for (HierarchyNode node : document.hierarchy().nodes()) {
      for (ResolvedSource source : node.sources()) {
        source
            .revision()
            .ifPresent(revision ->
                read.computeIfAbsent(source.repository(), ignored -> new TreeSet<>())
                    .add(revision.asked() + " at " + revision.abbreviated()));
      }
    }
    var lines = new ArrayList<Read>();
    read.forEach((url, commits) ->
        lines.add(new Read(new RepoUrl(url).display(), String.join(", ", commits), false)));
    document.repositories().stream()
        .map(TreeDocument.RepositoryState::access)
        .filter(Access.Unavailable.class::isInstance)
        .map(Access.Unavailable.class::cast)
        .forEach(
            missing -> lines.add(new Read(missing.url().display(), "could not be read", true)));
    return lines;
  }
}
