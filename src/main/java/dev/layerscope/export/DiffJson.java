package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;

/** {@code layerscope diff --format json}: see {@code docs/json/diff.md}. */
public final class DiffJson {
  private DiffJson() {}

  /** The document, ending with a line feed. */
  public static String print(DiffDocument document) {
    ObjectNode json = Json.object();
    json.put("schema", Json.SCHEMA);
    json.put("from", document.from());
    json.put("to", document.to());
    json.put("since", document.sinceDiverged() ? "diverged" : "tips");
    ArrayNode applications = json.putArray("applications");
    document.applications().forEach(application -> applications.add(application(application)));
    ArrayNode files = json.putArray("files");
    ArrayNode commits = json.putArray("commits");
    ArrayNode unknown = json.putArray("unknownRepositories");
    for (DiffDocument.Repository repository : document.repositories()) {
      repository.files().forEach(file -> files.add(file(repository.url(), file)));
      commits(repository, "from", repository.commits().onlyFrom(), commits);
      commits(repository, "to", repository.commits().onlyTo(), commits);
      repository
          .unknown()
          .ifPresent(reason ->
              unknown.addObject().put("repoURL", repository.url().text()).put("reason", reason));
    }
    json.set("unknownRoots", Json.texts(document.unknownRoots()));
    json.set("remarks", Json.texts(document.remarks()));
    json.set("revisions", revisions(document.revisions()));
    json.set("hidden", hidden(document));
    return Json.print(json);
  }

  private static ObjectNode hidden(DiffDocument document) {
    ObjectNode hidden = Json.object();
    hidden.put("count", document.hiddenCount());
    hidden.put("acknowledged", document.acknowledged());
    ObjectNode byRule = hidden.putObject("byRule");
    document.hidden().forEach(byRule::put);
    return hidden;
  }

  private static ObjectNode application(DiffDocument.Application application) {
    var change = application.change();
    ObjectNode json = Json.object();
    json.put("id", change.id().text());
    json.set("ids", Json.texts(application.ids().stream().map(NodeId::text).toList()));
    json.set("roots", Json.texts(change.roots()));
    json.put("change", application.effective().word());
    Json.put(json, "reason", change.reason().or(application::unknown).or(application::elsewhere));
    Json.put(json, "renamedFrom", change.renamedFrom().map(NodeId::text));
    json.put("retargeted", change.retargeted());
    json.set("fields", fields(change.fields()));
    json.set("hidden", expected(change.hidden()));
    json.set("risks", application.elsewhere().isPresent() ? Json.array() : risks(change.risks()));
    ArrayNode resources = json.putArray("resources");
    application.resources().forEach(resource -> resources.add(resource(resource)));
    return json;
  }

  private static ObjectNode resource(ResourceChange resource) {
    ObjectNode json = Json.object();
    json.put("key", resource.key().text());
    json.put("change", resource.change().word());
    json.set("fields", fields(resource.fields()));
    json.set("hidden", expected(resource.hidden()));
    json.put("formattingOnly", resource.formattingOnly());
    json.set("risks", risks(resource.risks()));
    return json;
  }

  private static ArrayNode risks(List<Risk> risks) {
    return Json.texts(risks.stream().map(risk -> risk.kind().word()).distinct().toList());
  }

  private static ArrayNode fields(List<FieldChange> changes) {
    ArrayNode array = Json.array();
    changes.forEach(change -> array.add(field(change)));
    return array;
  }

  private static ObjectNode field(FieldChange change) {
    ObjectNode json = Json.object();
    json.put("path", change.path());
    Json.put(json, "from", change.from());
    Json.put(json, "to", change.to());
    json.put("kind", change.kind().word());
    Json.put(json, "note", change.note());
    return json;
  }

  private static ArrayNode expected(List<ExpectedChange> changes) {
    ArrayNode array = Json.array();
    for (ExpectedChange change : changes) {
      ObjectNode json = field(change.field());
      json.put("rule", change.rule());
      Json.put(json, "acknowledged", change.acknowledged());
      array.add(json);
    }
    return array;
  }

  private static ObjectNode file(RepoUrl url, ChangedFile file) {
    ObjectNode json = Json.object();
    json.put("repoURL", url.text());
    json.put("path", file.path().value());
    json.put("change", DiffWords.word(file));
    Json.put(json, "from", DiffWords.before(file).map(TreeEntry::path).map(p -> p.value()));
    Json.put(json, "to", DiffWords.after(file).map(TreeEntry::path).map(p -> p.value()));
    return json;
  }

  private static void commits(
      DiffDocument.Repository repository, String only, CommitsApart.Side side, ArrayNode array) {
    if (side.count() == 0) {
      return;
    }
    ObjectNode json = array.addObject();
    json.put("repoURL", repository.url().text());
    json.put("only", only);
    json.put("count", side.count());
    if (repository.commits().shallow()) {
      json.put("shallow", true);
    }
    Json.put(json, "mergeBase", repository.commits().mergeBase());
    ArrayNode commits = json.putArray("commits");
    side.newest().forEach(told -> commits.add(commit(told)));
  }

  private static ObjectNode commit(CommitsApart.Told told) {
    Commit commit = told.commit();
    ObjectNode one = Json.object();
    one.put("id", commit.id());
    one.put("author", commit.author().name());
    one.put("date", commit.author().when().toString());
    one.put("subject", commit.subject());
    Json.put(one, "equivalent", told.equivalent());
    one.set("files", Json.texts(told.files().stream().map(path -> path.value()).toList()));
    one.set("applications", Json.texts(told.applications()));
    ArrayNode effects = one.putArray("effects");
    for (CommitsApart.Effect effect : told.effects()) {
      ObjectNode json = effects.addObject();
      json.put("change", effect.change().word());
      json.put("kind", effect.kind());
      json.put("name", effect.name());
      json.set("fields", fields(effect.fields()));
    }
    return one;
  }

  static ArrayNode revisions(List<RevisionInventory.Row> rows) {
    ArrayNode array = Json.array();
    for (RevisionInventory.Row row : rows) {
      ObjectNode json = array.addObject();
      json.put("repoURL", row.repository());
      json.put("revision", row.commit());
      json.put("asked", row.asked());
      json.set("roots", Json.texts(row.roots()));
    }
    return array;
  }
}
