package dev.layerscope.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.layerscope.edit.EarlierPlan;
import dev.layerscope.git.RepoUrl;
import java.util.ArrayList;
import java.util.Optional;

/** Reads a plan that {@link PlanJson} wrote. */
public final class PlanReader {
  private PlanReader() {}

  /** The plan; empty when the text is no such document. */
  public static Optional<EarlierPlan> read(String text) {
    JsonNode json;
    try {
      json = JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (json.path("schema").asInt() != Json.SCHEMA || !json.path("changeSets").isArray()) {
      return Optional.empty();
    }
    var branches = new ArrayList<EarlierPlan.Branch>();
    for (JsonNode set : json.path("changeSets")) {
      set.path("repositories").forEach(branch -> branches.add(branch(branch)));
    }
    return Optional.of(new EarlierPlan(json.path("title").asText(), branches));
  }

  private static EarlierPlan.Branch branch(JsonNode json) {
    var files = new ArrayList<EarlierPlan.ChangedFile>();
    for (JsonNode file : json.path("files")) {
      files.add(
          new EarlierPlan.ChangedFile(file.path("path").asText(), file.path("diff").asText()));
    }
    return new EarlierPlan.Branch(
        new RepoUrl(json.path("repoURL").asText()),
        json.path("branch").asText(),
        Optional.ofNullable(json.path("base").textValue()),
        files);
  }
}
