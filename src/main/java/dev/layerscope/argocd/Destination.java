package dev.layerscope.argocd;

import java.util.Optional;

/** The cluster and namespace an Application delivers to (specification §1.5). */
public record Destination(
    Optional<String> server, Optional<String> name, Optional<String> namespace) {
  /** The address of the cluster an Argo CD runs in, as that Argo CD sees it. */
  public static final String IN_CLUSTER_SERVER = "https://kubernetes.default.svc";

  /** The name of that cluster. */
  public static final String IN_CLUSTER_NAME = "in-cluster";

  /** Whether this is the cluster the Argo CD itself runs in. */
  public boolean isInCluster() {
    return server.map(s -> stripSlash(s).equals(IN_CLUSTER_SERVER)).orElse(false)
        || name.map(n -> n.equals(IN_CLUSTER_NAME)).orElse(false);
  }

  /** Name or server of the cluster, as people read it. */
  public String cluster() {
    return isInCluster() ? IN_CLUSTER_NAME : name.or(() -> server).orElse("");
  }

  private static String stripSlash(String server) {
    return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
  }
}
