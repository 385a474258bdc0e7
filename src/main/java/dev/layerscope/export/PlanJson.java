package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.diff.Change;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Step;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code layerscope new --format json}: see {@code docs/json/plan.md}. */
public final class PlanJson {
  private PlanJson() {}

  /** The document, ending with a line feed. */
  public static String print(PlanDocument document) {
    Plan plan = document.edit().plan();
    ObjectNode json = Json.object();
    json.put("schema", Json.SCHEMA);
    json.put("title", plan.title());
    ArrayNode sets = json.putArray("changeSets");
    int branch = 0;
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      sets.add(set(document, step, i, branch));
      branch += step.branches().size();
    }
    List<Preview> previews = document.edit().previews();
    json.set("hierarchy", hierarchy(previews));
    ArrayNode environments = json.putArray("environments");
    for (Preview preview : previews) {
      ObjectNode one = environments.addObject().put("environment", preview.environment());
      one.set("hierarchy", hierarchy(List.of(preview)));
    }
    ArrayNode origins = json.putArray("comesFrom");
    plan.origins().forEach(o -> origins.addObject().put("value", o.what()).put("place", o.where()));
    ObjectNode findings = json.putObject("findings");
    findings.set("new", findings(previews, Preview::newFindings));
    findings.set("gone", findings(previews, Preview::goneFindings));
    ArrayNode conflicts = json.putArray("conflicts");
    document
        .meets()
        .forEach(m -> conflicts.addObject().put("with", m.title()).put("place", m.place()));
    ObjectNode workspace = json.putObject("workspace");
    workspace.set(
        "repositories",
        Json.texts(plan.additions().repositories().stream().map(r -> r.url().text()).toList()));
    workspace.set(
        "roots", Json.texts(plan.additions().roots().stream().map(r -> r.name()).toList()));
    Json.put(json, "apply", plan.apply().flatMap(FileChange::after));
    json.set("warnings", Json.texts(plan.warnings()));
    json.set("notes", Json.texts(plan.notes()));
    return Json.print(json);
  }

  private static ObjectNode set(PlanDocument document, Step step, int number, int first) {
    ObjectNode json = Json.object();
    Json.put(json, "id", document.written().stream().skip(number).findFirst().map(ChangeSet::id));
    json.put("title", step.title());
    Json.put(json, "release", Optional.of(step.release()).filter(text -> !text.isEmpty()));
    ArrayNode repositories = json.putArray("repositories");
    for (int i = 0; i < step.branches().size(); i++) {
      BranchChange change = step.branches().get(i);
      int index = first + i;
      Optional<String> commit =
          index < document.commits().size()
              ? Optional.of(document.commits().get(index).after().commit())
              : Optional.empty();
      repositories.add(branch(change, commit));
    }
    if (document.edit().plan().steps().size() > 1) {
      json.set("environments", between(document.edit().steps().get(number).previews()));
    }
    return json;
  }

  /** What a step does by itself: so the estate stays until somebody releases the next. */
  private static ArrayNode between(List<Preview> previews) {
    ArrayNode json = Json.array();
    for (Preview preview : previews) {
      ObjectNode one = json.addObject().put("environment", preview.environment());
      one.set("hierarchy", hierarchy(List.of(preview)));
      ObjectNode findings = one.putObject("findings");
      findings.set("new", findings(List.of(preview), Preview::newFindings));
      findings.set("gone", findings(List.of(preview), Preview::goneFindings));
    }
    return json;
  }

  private static ObjectNode branch(BranchChange change, Optional<String> commit) {
    ObjectNode json = Json.object();
    json.put("repoURL", change.repository().text());
    json.put("branch", change.branch());
    Json.put(json, "base", change.base().known());
    Json.put(json, "commit", commit);
    ArrayNode files = json.putArray("files");
    for (FileChange file : change.files()) {
      files
          .addObject()
          .put("path", file.path().value())
          .put("change", file.kind().word())
          .put("reason", file.reason())
          .put("diff", file.diff());
    }
    return json;
  }

  private static ObjectNode hierarchy(List<Preview> previews) {
    ObjectNode json = Json.object();
    for (Change change : List.of(Change.ADDED, Change.REMOVED, Change.CHANGED, Change.MOVED)) {
      json.set(
          change.word(),
          Json.texts(
              previews.stream()
                  .flatMap(p -> p.ids(change).stream())
                  .map(NodeId::text)
                  .collect(Collectors.toCollection(TreeSet::new))));
    }
    return json;
  }

  private static ArrayNode findings(
      List<Preview> previews, Function<Preview, List<Preview.Seen>> which) {
    ArrayNode json = Json.array();
    for (Preview preview : previews) {
      for (Preview.Seen seen : which.apply(preview)) {
        json.add(Json.finding(seen.finding(), seen.node().map(NodeId::text)));
      }
    }
    return json;
  }
}
