package dev.layerscope.argocd;

import dev.layerscope.glob.GobwasGlob;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The kinds that Argo CD leaves alone (specification §3.9): a few it never looks at, those that
 * {@code resource.exclusions} names, and with {@code resource.inclusions} all that those do not
 * name. Immutable.
 */
public record ResourceFilter(List<Rule> exclusions, List<Rule> inclusions) {
  private static final List<Rule> ALWAYS =
      List.of(
          Rule.of(List.of("events.k8s.io", "metrics.k8s.io")),
          Rule.of(List.of(""), "Event", "Node"),
          Rule.of(List.of("coordination.k8s.io"), "Lease"));

  private static final String[] REPORTS = {
    "PolicyReport",
    "ClusterPolicyReport",
    "EphemeralReport",
    "ClusterEphemeralReport",
    "AdmissionReport",
    "ClusterAdmissionReport",
    "BackgroundScanReport",
    "ClusterBackgroundScanReport",
    "UpdateRequest"
  };

  /** What Argo CD is installed with since 3.0. */
  public static final ResourceFilter DEFAULT =
      new ResourceFilter(
          List.of(
              Rule.of(List.of("", "discovery.k8s.io"), "Endpoints", "EndpointSlice"),
              Rule.of(
                  List.of("authentication.k8s.io", "authorization.k8s.io"),
                  "SelfSubjectReview",
                  "TokenReview",
                  "LocalSubjectAccessReview",
                  "SelfSubjectAccessReview",
                  "SelfSubjectRulesReview",
                  "SubjectAccessReview"),
              Rule.of(List.of("certificates.k8s.io"), "CertificateSigningRequest"),
              Rule.of(List.of("cert-manager.io"), "CertificateRequest"),
              Rule.of(
                  List.of("cilium.io"), "CiliumIdentity", "CiliumEndpoint", "CiliumEndpointSlice"),
              Rule.of(List.of("kyverno.io", "reports.kyverno.io", "wgpolicyk8s.io"), REPORTS)),
          List.of());

  public ResourceFilter {
    exclusions = List.copyOf(exclusions);
    inclusions = List.copyOf(inclusions);
  }

  /**
   * Kinds of some clusters; an empty list stands for all.
   *
   * @param groups,clusters patterns
   * @param kinds names, or {@code *}
   */
  public record Rule(List<String> groups, List<String> kinds, List<String> clusters) {
    public Rule {
      groups = List.copyOf(groups);
      kinds = List.copyOf(kinds);
      clusters = List.copyOf(clusters);
    }

    static Rule of(List<String> groups, String... kinds) {
      return new Rule(groups, List.of(kinds), List.of());
    }

    boolean matches(Gvk gvk, String server) {
      // Asked of every object of an estate: what costs least goes first.
      return (kinds.isEmpty() || kinds.contains("*") || kinds.contains(gvk.kind()))
          && any(groups, gvk.group())
          && any(clusters, server);
    }

    private static boolean any(List<String> patterns, String text) {
      for (String pattern : patterns) {
        if (matches(pattern, text)) {
          return true;
        }
      }
      return patterns.isEmpty();
    }

    private static boolean plain(String pattern) {
      for (int i = 0; i < pattern.length(); i++) {
        if ("*?[]{}\\,".indexOf(pattern.charAt(i)) >= 0) {
          return false;
        }
      }
      return true;
    }

    private static boolean matches(String pattern, String text) {
      return plain(pattern)
          ? pattern.equals(text)
          : GobwasGlob.compile(pattern).filter(glob -> glob.matches(text)).isPresent();
    }
  }

  /**
   * Whether Argo CD leaves objects of a kind alone.
   *
   * @param server of the cluster they go to; empty when not known
   */
  public boolean excludes(Gvk gvk, String server) {
    return any(ALWAYS, gvk, server)
        || any(exclusions, gvk, server)
        || !inclusions.isEmpty() && !any(inclusions, gvk, server);
  }

  private static boolean any(List<Rule> rules, Gvk gvk, String server) {
    for (Rule rule : rules) {
      if (rule.matches(gvk, server)) {
        return true;
      }
    }
    return false;
  }

  /** Rules as {@code argocd-cm} writes them: a YAML list in a text. Empty when it is none. */
  public static Optional<List<Rule>> rules(String text) {
    List<Document> documents = YamlReader.read(text.getBytes(StandardCharsets.UTF_8), Reading.ARGO);
    if (documents.isEmpty() || documents.getFirst() instanceof Document.Empty) {
      return Optional.of(List.of());
    }
    if (documents.getFirst() instanceof Document.Content(int line, Sequence list, var notices)
        && list.items().stream().allMatch(Mapping.class::isInstance)) {
      return Optional.of(
          list.items().stream().map(Mapping.class::cast).map(ResourceFilter::rule).toList());
    }
    return Optional.empty();
  }

  private static Rule rule(Mapping rule) {
    return new Rule(texts(rule, "apiGroups"), texts(rule, "kinds"), texts(rule, "clusters"));
  }

  private static List<String> texts(Mapping rule, String key) {
    return rule.sequence(key).map(Sequence::items).orElse(List.of()).stream()
        .flatMap(item -> item.asText().stream())
        .toList();
  }
}
