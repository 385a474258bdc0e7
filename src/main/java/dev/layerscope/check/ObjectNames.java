package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of Argo CD's kinds that the API server refuses: they have to be DNS subdomains
 * (specification §1.14). A folder's or cluster's name put into one often is none. What a
 * placeholder left is told by another check.
 */
public final class ObjectNames implements Rule.OfNode {
  private static final int LONGEST = 253;
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    String name = node.name();
    if (node.kind() == NodeKind.GROUP || isPlaceholder(name) || isTaken(name)) {
      return List.of();
    }
    String rule =
        name.length() > LONGEST
            ? "must be no more than 253 characters"
            : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
                + " '-' or '.', and must start and end with an alphanumeric character";
    return List.of(
        Finding.of(
            FindingCode.INVALID_APPLICATION_ERROR,
            "metadata.name: Invalid value: \"" + name + "\": " + rule,
            node.manifest().locationOf("metadata", "name")));
  }

  private static boolean isTaken(String name) {
    return name.length() <= LONGEST && SUBDOMAIN.matcher(name).matches();
  }

  private static boolean isPlaceholder(String name) {
    return name.isEmpty() || name.contains("{{") || name.contains("<no value>");
  }
}
