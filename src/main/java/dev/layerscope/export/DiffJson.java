package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreeEntry;
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
    ArrayNode applications = json.putArray("applications");
    document.applications().forEach(application -> applications.add(application(application)));
    ArrayNode files = json.putArray("files");
    ArrayNode commits = json.putArray("commits");
    ArrayNode unknown = json.putArray("unknownRepositories");
    for (DiffDocument.Repository repository : document.repositories()) {
      repository.files().forEach(file -> files.add(file(repository.url(), file)));
      commits(repository.url(), "from", repository.onlyFrom(), commits);
      commits(repository.url(), "to", repository.onlyTo(), commits);
      repository
          .unknown()
          .ifPresent(reason ->
              unknown.addObject().put("repoURL", repository.url().text()).put("reason", reason));
    }
    ObjectNode hidden = json.putObject("hidden");
    hidden.put("count", 0);
    hidden.putObject("byRule");
    return Json.print(json);
  }

  private static ObjectNode application(DiffDocument.Application application) {
    ObjectNode json = Json.object();
    json.put("id", application.change().id().text());
    json.set("roots", Json.texts(application.change().roots()));
    json.put("change", application.effective().word());
    Json.put(json, "reason", application.change().reason());
    json.set("fields", fields(application.change().fields()));
    ArrayNode resources = json.putArray("resources");
    application.resources().forEach(resource -> resources.add(resource(resource)));
    return json;
  }

  private static ObjectNode resource(ResourceChange resource) {
    ObjectNode json = Json.object();
    json.put("key", resource.key().text());
    json.put("change", resource.change().word());
    json.set("fields", fields(resource.fields()));
    json.put("formattingOnly", false);
    json.putArray("risks");
    return json;
  }

  private static ArrayNode fields(List<FieldChange> changes) {
    ArrayNode array = Json.array();
    for (FieldChange change : changes) {
      ObjectNode json = array.addObject();
      json.put("path", change.path());
      Json.put(json, "from", change.from());
      Json.put(json, "to", change.to());
    }
    return array;
  }

  private static ObjectNode file(RepoUrl url, ChangedFile file) {
    ObjectNode json = Json.object();
    json.put("repoURL", url.text());
    json.put("path", file.path().value());
    json.put("change", DiffText.word(file));
    Json.put(json, "from", DiffText.before(file).map(TreeEntry::path).map(p -> p.value()));
    Json.put(json, "to", DiffText.after(file).map(TreeEntry::path).map(p -> p.value()));
    return json;
  }

  private static void commits(RepoUrl url, String side, Commit.Range range, ArrayNode array) {
    if (range.count() == 0) {
      return;
    }
    ObjectNode json = array.addObject();
    json.put("repoURL", url.text());
    json.put("only", side);
    json.put("count", range.count());
    ArrayNode commits = json.putArray("commits");
    for (Commit commit : range.newest()) {
      ObjectNode one = commits.addObject();
      one.put("id", commit.id());
      one.put("author", commit.author().name());
      one.put("date", commit.author().when().toString());
      one.put("subject", commit.subject());
    }
  }
}
