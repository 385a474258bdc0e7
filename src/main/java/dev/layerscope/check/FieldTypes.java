package dev.layerscope.check;

import dev.layerscope.argocd.TypedFields;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.How;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Mapping;
import java.util.List;

/**
 * Switches and numbers written as texts. The definitions of Argo CD's kinds have types, also inside
 * the template of an ApplicationSet, where a placeholder in quotes is a text whatever it stands
 * for: the API server refuses the object (specification §1.7, §6.2).
 */
public final class FieldTypes implements Rule.OfNode {
  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    Mapping spec = node.manifest().root().mapping("spec").orElse(Mapping.EMPTY);
    List<TypedFields.Wrong> wrong =
        switch (node.kind()) {
          // What is wrong with a generated one stands in the set's template.
          case APPLICATION ->
              isGenerated(node, estate) ? List.of() : TypedFields.ofApplication("spec", spec);
          case APPLICATION_SET -> TypedFields.ofApplicationSet(spec);
          case APP_PROJECT, GROUP -> List.of();
        };
    return wrong.stream().map(one -> refused(one, node.manifest())).toList();
  }

  private static boolean isGenerated(HierarchyNode node, Estate estate) {
    List<Edge> declarations = estate.hierarchy().declarationsOf(node.id());
    return !declarations.isEmpty()
        && declarations.stream().allMatch(edge -> edge.how() == How.GENERATED);
  }

  private static Finding refused(TypedFields.Wrong wrong, Manifest manifest) {
    int line = wrong.value().place().line();
    return Finding.of(
        FindingCode.INVALID_APPLICATION_ERROR,
        "%s must be of type %s, and is \"%s\""
            .formatted(wrong.field(), wrong.type(), wrong.value().text()),
        line > 0 ? manifest.origin().line(line) : manifest.location());
  }
}
