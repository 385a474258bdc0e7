package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.WaivedFinding;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** {@code layerscope check --format json}, which is what a baseline is made of as well. */
public final class FindingsJson {
  private FindingsJson() {}

  public static String of(FindingsDocument document) {
    ObjectNode json = Json.object();
    json.put("schema", Json.SCHEMA);
    ArrayNode findings = json.putArray("findings");
    for (FindingsDocument.Entry entry : document.entries()) {
      ObjectNode one = finding(entry.finding(), entry.node());
      one.put("fingerprint", entry.fingerprint());
      one.put("known", document.isKnown(entry));
      findings.add(one);
    }
    ArrayNode waived = json.putArray("waived");
    for (WaivedFinding one : document.waived()) {
      ObjectNode entry = finding(one.finding(), one.node());
      entry.put("reason", one.reason());
      Json.put(entry, "until", one.until().map(LocalDate::toString));
      waived.add(entry);
    }
    json.set("looked", looked(document));
    return Json.print(json);
  }

  private static ObjectNode finding(Finding finding, Optional<NodeId> node) {
    ObjectNode json = Json.finding(finding, node.map(NodeId::text));
    json.put("state", finding.certainty().level().word());
    json.set("why", Json.texts(finding.certainty().why()));
    return json;
  }

  static ObjectNode looked(FindingsDocument document) {
    FindingsDocument.Looked looked = document.looked();
    ObjectNode json = Json.object();
    json.put("nodes", looked.nodes());
    json.put("notExact", looked.notExact());
    ObjectNode states = json.putObject("states");
    for (Certainty.Level level : Certainty.Level.values()) {
      states.put(level.word(), looked.states().getOrDefault(level, 0));
    }
    json.put("unresolved", looked.unresolved());
    json.set("unknownRoots", Json.texts(looked.unknownRoots().keySet()));
    json.set("unreadable", reasons(looked.unreadable()));
    json.put("failedChecks", document.failedChecks());
    return json;
  }

  private static ArrayNode reasons(Map<String, String> unreadable) {
    ArrayNode array = Json.array();
    unreadable.forEach((url, reason) -> {
      ObjectNode one = array.addObject();
      one.put("repoURL", url);
      one.put("reason", reason);
    });
    return array;
  }
}
