package dev.layerscope.edit.application;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.origin.GeneratedBy;
import dev.layerscope.edit.origin.GeneratedTarget;
import dev.layerscope.edit.origin.Patches;
import dev.layerscope.edit.origin.TemplateValues;
import dev.layerscope.edit.text.TemplateText;
import dev.layerscope.edit.text.Yaml;
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
public final class RetargetingPlanner {
  private RetargetingPlanner() {}

  public static Plan plan(Retargeting wish, List<Ground> grounds) throws RefusedException {
    if (wish.revision().isEmpty() && wish.path().isEmpty()) {
      throw new RefusedException("Nothing would change.", "Give a revision or a path.");
    }
    var draft = new PlanDraft();
    var branches = new ArrayList<BranchChange>();
    String what =
        wish.revision().map(r -> "at " + r).orElse("")
            + wish.path().map(p -> " from " + p).orElse("");
    for (Ground ground : grounds) {
      Optional<GeneratedBy> generated = GeneratedBy.of(ground, wish.application());
      if (generated.isPresent()) {
        refuseUnresolved(ground, source(generated.get()), wish);
        for (BranchChange change : new GeneratedTarget(generated.get(), draft).changes(wish)) {
          PlanDraft.add(branches, change);
        }
        draft.reach(ground, generated.get().applications(), "changes on");
        continue;
      }
      Declaration declared = Declaration.find(ground, wish.application());
      YamlPath source = source(declared, wish.source());
      refuseUnresolved(ground, Yaml.at(declared.text(), source), wish);
      var files = new FileDraft(declared.described(), Optional.of(declared.snapshot()));
      if (wish.revision().isPresent()) {
        set(declared, files, source.down("targetRevision"), wish.revision().get(), draft);
      }
      if (wish.path().isPresent()) {
        set(declared, files, source.down("path"), wish.path().get(), draft);
      }
      PlanDraft.add(branches, change(ground, declared, files));
      draft.reach(ground, declared.nodes(), "changes on");
    }
    return draft.single("Read " + wish.application() + " " + what.strip(), "", branches);
  }

  /** Where the value comes from: a patch over the declaration, else the declaration. */
  private static void set(
      Declaration declared, FileDraft files, YamlPath field, String value, PlanDraft draft)
      throws RefusedException {
    String reason = "reads " + (field.toString().endsWith("path") ? "from " : "at ") + value;
    if (declared.template()) {
      String key = field.toString().replaceFirst(".*\\.", "");
      String now = current(declared, field).orElse("");
      String text = files.text(declared.path());
      if (new TemplateValues(declared, files, draft).set(key, now, value, reason)) {
        return;
      }
      files.change(
          declared.path(), TemplateText.set(text, key, now, value, declared.described()), reason);
      return;
    }
    if (declared.host().filter(Host::isKustomized).isPresent()) {
      var patches = new Patches(files, declared.snapshot(), declared.host().orElseThrow().folder());
      Optional<Patches.Place> over =
          patches.strongest("Application", declared.node().name(), field);
      if (over.isPresent()) {
        patches.set(over.get(), Scalar.of(value), reason);
        draft.comes(field.toString(), "a patch in " + over.get().file());
        return;
      }
    }
    String text =
        Yaml.set(files.text(declared.path()), field, Scalar.of(value), declared.described());
    files.change(declared.path(), text, reason);
  }

  /** What it says now, as it is rendered. */
  private static Optional<String> current(Declaration declared, YamlPath field) {
    Node node = declared.node().manifest().root();
    for (YamlPath.Step step : field.steps()) {
      Optional<Node> below =
          switch (step) {
            case YamlPath.Step.Key key -> node.at(key.name());
            case YamlPath.Step.Index index ->
                node instanceof Sequence list
                    ? Optional.of(list.items().get(index.at()))
                    : Optional.empty();
          };
      if (below.isEmpty()) {
        return Optional.empty();
      }
      node = below.get();
    }
    return node.asText();
  }

  private static BranchChange change(Ground ground, Declaration declared, FileDraft files)
      throws RefusedException {
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

  private static Optional<Node> source(GeneratedBy generated) {
    return generated.application().manifest().root().at("spec", "source");
  }

  /** The one source that can be meant. */
  public static YamlPath source(Declaration declared) throws RefusedException {
    return source(declared, Optional.empty());
  }

  /** The source that is meant. */
  private static YamlPath source(Declaration declared, Optional<String> wanted)
      throws RefusedException {
    YamlPath spec = YamlPath.root(declared.document()).down("spec");
    Optional<Node> several =
        declared.template()
            ? declared.node().manifest().root().at("spec", "sources")
            : Yaml.at(declared.text(), spec.down("sources"));
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
