package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Templates of ApplicationSets that say something else than they seem to (mistakes 42 to 44,
 * specification §6.2).
 */
public final class ApplicationSetTemplates implements Rule.OfNode {
  private static final Pattern GO_SYNTAX = Pattern.compile("\\{\\{-?\\s*(\\.\\w|if |range |with )");
  private static final Pattern LEFT = Pattern.compile("\\{\\{.*\\}\\}");

  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    var findings = new ArrayList<Finding>();
    if (node.kind() == NodeKind.APPLICATION_SET) {
      template(node, findings);
    }
    if (node.application().filter(ApplicationSetTemplates::hasPlaceholder).isPresent()) {
      findings.add(
          Finding.of(
              FindingCode.UNRESOLVED_PLACEHOLDER_WARNING,
              node.name() + " has a placeholder that nothing filled in",
              node.manifest().location()));
    }
    return findings;
  }

  /** Asked of every Application, where no template of the chart's own could be meant. */
  private static boolean hasPlaceholder(Application application) {
    for (Source source : application.sources()) {
      if (isPlaceholder(source.repoURL().text())
          || isPlaceholder(source.path().orElse(""))
          || isPlaceholder(source.targetRevision().orElse(""))) {
        return true;
      }
    }
    return isPlaceholder(application.name())
        || isPlaceholder(application.project())
        || isPlaceholder(application.destination().cluster())
        || isPlaceholder(application.destination().namespace().orElse(""));
  }

  private static boolean isPlaceholder(String text) {
    return text.contains("{{") && LEFT.matcher(text).find();
  }

  private static void template(HierarchyNode node, List<Finding> findings) {
    Mapping spec = node.manifest().root().mapping("spec").orElse(Mapping.EMPTY);
    String text = spec.get("template").map(JsonText::of).orElse("");
    boolean goTemplate =
        spec.get("goTemplate").orElse(Scalar.plain("null")) instanceof Scalar scalar
            && ArgoScalars.read(scalar) instanceof Value.Bool bool
            && bool.value();
    if (!goTemplate && GO_SYNTAX.matcher(text).find()) {
      findings.add(
          Finding.of(
              FindingCode.GO_TEMPLATE_OFF_WARNING,
              node.name()
                  + " is written in Go templates, and goTemplate is not true: it stays as it"
                  + " stands",
              node.manifest().locationOf("spec", "template")));
    }
    boolean strict =
        spec.sequence("goTemplateOptions").map(Sequence::items).orElse(List.of()).stream()
            .flatMap(option -> option.asText().stream())
            .anyMatch(option -> option.equals("missingkey=error"));
    if (goTemplate && !strict) {
      findings.add(
          Finding.of(
              FindingCode.MISSING_KEY_OPTION_INFO,
              node.name() + " writes “<no value>” where a parameter is missing",
              node.manifest().locationOf("spec", "goTemplate")));
    }
  }
}
