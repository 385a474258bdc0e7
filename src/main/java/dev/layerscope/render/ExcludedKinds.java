package dev.layerscope.render;

import dev.layerscope.manifest.Gvk;
import java.util.Map;
import java.util.Set;

/**
 * Kinds that Argo CD leaves alone: its own fixed ones and the defaults of {@code
 * resource.exclusions} since 3.0 (specification §3.9). What a control plane adds to them is not
 * known here.
 */
final class ExcludedKinds {
  private static final Set<String> GROUPS = Set.of("events.k8s.io", "metrics.k8s.io");
  private static final Set<String> REVIEWS =
      Set.of(
          "SelfSubjectReview",
          "TokenReview",
          "LocalSubjectAccessReview",
          "SelfSubjectAccessReview",
          "SelfSubjectRulesReview",
          "SubjectAccessReview");
  private static final Set<String> REPORTS =
      Set.of(
          "PolicyReport",
          "ClusterPolicyReport",
          "EphemeralReport",
          "ClusterEphemeralReport",
          "AdmissionReport",
          "ClusterAdmissionReport",
          "BackgroundScanReport",
          "ClusterBackgroundScanReport",
          "UpdateRequest");
  private static final Map<String, Set<String>> KINDS =
      Map.ofEntries(
          Map.entry("", Set.of("Event", "Node", "Endpoints")),
          Map.entry("coordination.k8s.io", Set.of("Lease")),
          Map.entry("discovery.k8s.io", Set.of("EndpointSlice")),
          Map.entry("authentication.k8s.io", REVIEWS),
          Map.entry("authorization.k8s.io", REVIEWS),
          Map.entry("certificates.k8s.io", Set.of("CertificateSigningRequest")),
          Map.entry("cert-manager.io", Set.of("CertificateRequest")),
          Map.entry("cilium.io", Set.of("CiliumIdentity", "CiliumEndpoint", "CiliumEndpointSlice")),
          Map.entry("kyverno.io", REPORTS),
          Map.entry("reports.kyverno.io", REPORTS),
          Map.entry("wgpolicyk8s.io", REPORTS));

  private ExcludedKinds() {}

  static boolean contains(Gvk gvk) {
    return GROUPS.contains(gvk.group())
        || KINDS.getOrDefault(gvk.group(), Set.of()).contains(gvk.kind());
  }
}
