package dev.layerscope.edit;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans that an Application reads another revision or path: one line of one file. */
final class RetargetingPlanner {
  private RetargetingPlanner() {}

  static Plan plan(Retargeting wish, List<Ground> grounds) throws RefusedException {
    if (wish.revision().isEmpty() && wish.path().isEmpty()) {
      throw new RefusedException("Nothing would change.", "Give a revision or a path.");
    }
    var draft = new PlanDraft();
    var branches = new ArrayList<BranchChange>();
    String what =
        wish.revision().map(r -> "at " + r).orElse("")
            + wish.path().map(p -> " from " + p).orElse("");
    for (Ground ground : grounds) {
      Declaration declared = Declaration.find(ground, wish.application());
      YamlPath source = source(declared, wish.source());
      refuseUnresolved(ground, Yaml.at(declared.text(), source), wish);
      String text = declared.text();
      if (wish.revision().isPresent()) {
        text =
            Yaml.set(
                text,
                source.down("targetRevision"),
                Scalar.of(wish.revision().get()),
                declared.described());
      }
      if (wish.path().isPresent()) {
        text =
            Yaml.set(text, source.down("path"), Scalar.of(wish.path().get()), declared.described());
      }
      PlanDraft.add(branches, change(ground, declared, text, "reads " + what.strip()));
      draft.reach(ground, declared.nodes(), "changes on");
    }
    return draft.single("Read " + wish.application() + " " + what.strip(), "", branches);
  }

  static BranchChange change(Ground ground, Declaration declared, String text, String reason)
      throws RefusedException {
    var files = new FileDraft(declared.described(), Optional.of(declared.snapshot()));
    files.change(declared.path(), text, reason);
    if (files.changes().isEmpty()) {
      throw new RefusedException(
          declared.described() + " says so already in " + ground.environment() + ".", "");
    }
    return BranchChange.of(
        ground.environment(),
        declared.repository(),
        declared.branch().name(),
        new Base.At(declared.branch().commit()),
        files.changes());
  }

  /** The one source that can be meant. */
  static YamlPath source(Declaration declared) throws RefusedException {
    return source(declared, Optional.empty());
  }

  /** The source that is meant. */
  private static YamlPath source(Declaration declared, Optional<String> wanted)
      throws RefusedException {
    YamlPath spec = YamlPath.root(declared.document()).down("spec");
    Optional<Node> several = Yaml.at(declared.text(), spec.down("sources"));
    if (!(several.orElse(Scalar.of("")) instanceof Sequence list)) {
      return spec.down("source");
    }
    int found = -1;
    for (int i = 0; i < list.items().size(); i++) {
      boolean meant =
          wanted.isEmpty()
              ? list.items().size() == 1
              : isMeant(list.items().get(i), i + 1, wanted.get());
      if (meant && found >= 0) {
        throw ambiguous(declared, list);
      }
      found = meant ? i : found;
    }
    if (found < 0) {
      throw ambiguous(declared, list);
    }
    return spec.down("sources").item(found);
  }

  private static boolean isMeant(Node source, int number, String wanted) {
    boolean address =
        source
            .textAt("repoURL")
            .map(RepoUrl::new)
            .filter(
                url -> url.sameRepositoryAs(new RepoUrl(wanted)) || url.shortName().equals(wanted))
            .isPresent();
    return address
        || wanted.equals(Integer.toString(number))
        || Stream.of("ref", "name", "chart")
            .anyMatch(key -> source.textAt(key).equals(Optional.of(wanted)));
  }

  private static RefusedException ambiguous(Declaration declared, Sequence list) {
    var names = new ArrayList<String>();
    for (int i = 0; i < list.items().size(); i++) {
      Node source = list.items().get(i);
      String what =
          source
              .textAt("ref")
              .or(() -> source.textAt("chart"))
              .or(() -> source.textAt("path"))
              .map(text -> " (" + text + ")")
              .orElse("");
      names.add(
          (i + 1)
              + " "
              + source.textAt("repoURL").map(u -> new RepoUrl(u).display()).orElse("")
              + what);
    }
    return new RefusedException(
        declared.node().name() + " has several sources.",
        "Name the one meant: " + String.join(", ", names) + ".");
  }

  private static void refuseUnresolved(Ground ground, Optional<Node> source, Retargeting wish)
      throws RefusedException {
    boolean chart = source.flatMap(s -> s.textAt("chart")).isPresent();
    Optional<Clone> clone =
        source.flatMap(s -> s.textAt("repoURL")).flatMap(url -> ground.cloneOf(new RepoUrl(url)));
    if (clone.isPresent()
        && !chart
        && wish.revision().isPresent()
        && clone.get().resolve(wish.revision()) instanceof Resolution.Unresolved(String reason)) {
      throw new RefusedException(reason + " in " + clone.get().url().display() + ".", "");
    }
  }
}
