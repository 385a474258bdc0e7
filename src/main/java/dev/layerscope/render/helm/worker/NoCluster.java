package dev.layerscope.render.helm.worker;

/** The cluster that Helm is told of, whoever runs it. */
public final class NoCluster {
  /** A scheme nobody speaks: whoever asks for the cluster gets an error and opens no socket. */
  public static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: none, cluster: {server: "offline://nowhere"}}]
      contexts: [{name: none, context: {cluster: none, user: none}}]
      users: [{name: none, user: {}}]
      current-context: none
      """;

  private NoCluster() {}
}
