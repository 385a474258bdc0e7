package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tells equal results over several roots once, with the roots they are true for. */
final class SharedResults {
  private SharedResults() {}

  private record Result(
      String namespace,
      NodeKind kind,
      String name,
      String layer,
      Change change,
      List<FieldChange> fields,
      Optional<String> reason,
      Optional<String> unknown,
      Optional<String> elsewhere,
      List<Object> resources) {}

  static List<ComparedApplication> together(List<ComparedApplication> applications) {
    Map<Result, List<ComparedApplication>> groups = new LinkedHashMap<>();
    applications.forEach(application ->
        groups.computeIfAbsent(result(application), unused -> new ArrayList<>()).add(application));
    return groups.values().stream().map(SharedResults::one).toList();
  }

  private static Result result(ComparedApplication a) {
    var change = a.change();
    return new Result(
        change.id().namespace(),
        change.id().kind(),
        change.id().name(),
        change.node().layer(),
        change.change(),
        change.fields(),
        change.reason(),
        a.unknown(),
        a.elsewhere(),
        a.resources().stream()
            .<Object>map(r -> List.of(r.key(), r.change(), r.fields(), r.hidden(), r.risks()))
            .toList());
  }

  private static ComparedApplication one(List<ComparedApplication> alike) {
    ComparedApplication first = alike.getFirst();
    var roots = new TreeSet<String>();
    alike.forEach(a -> roots.addAll(a.change().roots()));
    List<NodeId> ids = alike.stream().flatMap(a -> a.ids().stream()).toList();
    return new ComparedApplication(
        first.change().reaching(List.copyOf(roots)),
        first.resources(),
        ids,
        first.unknown(),
        first.elsewhere(),
        first.declared());
  }
}
