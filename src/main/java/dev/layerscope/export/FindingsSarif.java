package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.finding.Explanation;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Fingerprint;
import dev.layerscope.finding.Location;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.WaivedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code layerscope check --format sarif}: one run of the Static Analysis Results Interchange
 * Format 2.1.0, each distinct finding one result, waived ones suppressed, those of the baseline
 * unchanged, and what could not be looked at among the notifications.
 */
public final class FindingsSarif {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private final FindingsDocument document;
  private final SarifPlaces places = new SarifPlaces();
  private final List<FindingCode> rules;

  private FindingsSarif(FindingsDocument document) {
    this.document = document;
    var used = new TreeSet<FindingCode>();
    document.entries().forEach(entry -> used.add(entry.finding().code()));
    document.waived().forEach(waived -> used.add(waived.finding().code()));
    this.rules = List.copyOf(used);
  }

  public static String of(FindingsDocument document, String version) {
    return Json.print(new FindingsSarif(document).report(version));
  }

  private ObjectNode report(String version) {
    ObjectNode report = Json.object();
    report.put("$schema", SCHEMA);
    report.put("version", "2.1.0");
    ObjectNode run = report.putArray("runs").addObject();
    run.putObject("tool").set("driver", driver(version));
    ArrayNode results = Json.array();
    document
        .distinct(document.entries())
        .forEach((finding, entries) -> results.add(result(finding, entries)));
    document.waived().forEach(waived -> results.add(waived(waived)));
    run.set("originalUriBaseIds", places.bases());
    if (!places.provenance().isEmpty()) {
      run.set("versionControlProvenance", places.provenance());
    }
    run.set("invocations", invocations());
    run.put("columnKind", "utf16CodeUnits");
    run.set("results", results);
    return report;
  }

  private ObjectNode driver(String version) {
    ObjectNode driver = Json.object();
    driver.put("name", "Layerscope");
    driver.put("version", version);
    ArrayNode described = driver.putArray("rules");
    for (FindingCode code : rules) {
      Explanation explanation = code.explanation();
      ObjectNode rule = described.addObject();
      rule.put("id", code.text());
      described(rule, "shortDescription", code.sentence());
      described(rule, "fullDescription", explanation.cause());
      described(rule, "help", explanation.cure());
      rule.putObject("defaultConfiguration").put("level", level(code.severity()));
    }
    return driver;
  }

  /** SARIF wants a text without marks, and takes one with them beside it. */
  private static void described(ObjectNode rule, String field, String markdown) {
    ObjectNode message = rule.putObject(field);
    String plain = Explanation.plain(markdown);
    message.put("text", plain);
    if (!plain.equals(markdown)) {
      message.put("markdown", markdown);
    }
  }

  private ObjectNode result(Finding finding, List<FindingsDocument.Entry> entries) {
    ObjectNode result = plain(finding);
    if (document.baseline()) {
      boolean known = entries.stream().allMatch(document::isKnown);
      result.put("baselineState", known ? "unchanged" : "new");
    }
    ObjectNode properties = result.putObject("properties");
    properties.put("certainty", finding.certainty().level().word());
    properties.set("why", Json.texts(finding.certainty().why()));
    properties.set(
        "nodes",
        Json.texts(entries.stream().flatMap(e -> e.node().stream()).map(NodeId::text).toList()));
    return result;
  }

  private ObjectNode plain(Finding finding) {
    ObjectNode result = Json.object();
    result.put("ruleId", finding.code().text());
    result.put("ruleIndex", rules.indexOf(finding.code()));
    result.put("level", level(finding.severity()));
    result.putObject("message").put("text", finding.message());
    ArrayNode first = result.putArray("locations");
    finding.locations().stream().findFirst().ifPresent(place -> first.add(places.of(place)));
    if (finding.locations().size() > 1) {
      ArrayNode others = result.putArray("relatedLocations");
      List<Location> rest = finding.locations().subList(1, finding.locations().size());
      rest.forEach(place -> others.add(places.of(place)));
    }
    result.putObject("partialFingerprints").put("layerscope/v1", Fingerprint.of(finding));
    return result;
  }

  private ObjectNode waived(WaivedFinding waived) {
    ObjectNode result = plain(waived.finding());
    ObjectNode suppression = result.putArray("suppressions").addObject();
    suppression.put("kind", "external");
    suppression.put("status", "accepted");
    suppression.put("justification", waived.reason());
    return result;
  }

  /** What could not be looked at: a run without it would say more than it knows. */
  private ArrayNode invocations() {
    ObjectNode invocation = Json.object();
    invocation.put("executionSuccessful", document.failedChecks() == 0);
    var notes = new ArrayList<Map.Entry<String, String>>();
    notes.add(
        Map.entry(
            document.looked().everything() ? "note" : "warning",
            "Looked for findings" + FindingsText.lookedAt(document)));
    document
        .looked()
        .unreadable()
        .forEach((url, why) -> notes.add(Map.entry("warning", url + " could not be read: " + why)));
    document
        .looked()
        .unknownRoots()
        .forEach((root, why) ->
            notes.add(Map.entry("warning", "root " + root + " could not be looked at: " + why)));
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    for (Map.Entry<String, String> note : notes) {
      ObjectNode notification = notifications.addObject();
      notification.put("level", note.getKey());
      notification.putObject("message").put("text", note.getValue());
    }
    invocation.putObject("properties").set("looked", FindingsJson.looked(document));
    return Json.array().add(invocation);
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
