package dev.layerscope.bench.estate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a team keeps in its folder: manifests as people write them, of a believable size. */
final class TeamFiles {
  private TeamFiles() {}

  /** Plain manifests. */
  static Map<String, String> plain(String folder, String name, String tag, Random random) {
    var files = new LinkedHashMap<String, String>();
    files.put(folder + "/deployment.yaml", deployment(name, tag, 1 + random.nextInt(5)));
    files.put(folder + "/service.yaml", service(name));
    files.put(folder + "/config.yaml", config(name, 4 + random.nextInt(20), random));
    files.put(folder + "/policy.yaml", policy(name));
    return files;
  }

  /** A base, and an overlay for each environment. */
  static Map<String, String> kustomize(
      String folder, String name, String tag, Random random, List<String> environments) {
    var files = new LinkedHashMap<>(plain(folder + "/base", name, tag, random));
    files.put(
        folder + "/base/kustomization.yaml",
        "resources: [deployment.yaml, service.yaml, config.yaml, policy.yaml]\n");
    for (String environment : environments) {
      files.put(
          folder + "/overlays/" + environment + "/kustomization.yaml",
          """
          resources: [../../base]
          commonAnnotations: {environment: %s}
          images: [{name: registry.example.com/%s, newTag: "%s-%s"}]
          patches:
          - path: replicas.yaml
          """
              .formatted(environment, name, tag, environment));
      files.put(
          folder + "/overlays/" + environment + "/replicas.yaml",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: %s}
          spec: {replicas: %d}
          """
              .formatted(name, environment.equals("prod") ? 6 : 2));
    }
    return files;
  }

  static String deployment(String name, String tag, int replicas) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %1$s
      labels: {app.kubernetes.io/name: %1$s, app.kubernetes.io/part-of: shop}
    spec:
      replicas: %3$d
      selector:
        matchLabels: {app.kubernetes.io/name: %1$s}
      template:
        metadata:
          labels: {app.kubernetes.io/name: %1$s}
        spec:
          serviceAccountName: %1$s
          containers:
          - name: main
            image: registry.example.com/%1$s:%2$s
            ports:
            - {name: http, containerPort: 8080}
            - {name: metrics, containerPort: 9090}
            envFrom:
            - configMapRef: {name: %1$s}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 256Mi}
            readinessProbe:
              httpGet: {path: /ready, port: http}
              periodSeconds: 5
            livenessProbe:
              httpGet: {path: /live, port: http}
              initialDelaySeconds: 20
    """
        .formatted(name, tag, replicas);
  }

  private static String service(String name) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %1$s}
    spec:
      selector: {app.kubernetes.io/name: %1$s}
      ports:
      - {name: http, port: 80, targetPort: http}
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: %1$s}
    """
        .formatted(name);
  }

  private static String config(String name, int keys, Random random) {
    var text =
        new StringBuilder(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata:\n");
    for (int i = 0; i < keys; i++) {
      text.append("  SETTING_%d: \"%08x\"\n".formatted(i, random.nextInt()));
    }
    return text.toString();
  }

  private static String policy(String name) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: %1$s}
    spec:
      podSelector:
        matchLabels: {app.kubernetes.io/name: %1$s}
      policyTypes: [Ingress]
      ingress:
      - ports:
        - {port: 8080}
    """
        .formatted(name);
  }

  /** A chart of three templates, rendered with a handful of value files. */
  static Map<String, String> chart(String folder, String name) {
    var files = new LinkedHashMap<String, String>();
    files.put(folder + "/Chart.yaml", "apiVersion: v2\nname: " + name + "\nversion: 1.0.0\n");
    files.put(folder + "/values.yaml", "replicas: 1\ntag: \"1.0\"\ningress: false\n");
    files.put(
        folder + "/templates/deployment.yaml",
        deployment("{{ .Release.Name }}", "{{ .Values.tag }}", 1)
            .replace("replicas: 1", "replicas: {{ .Values.replicas }}"));
    files.put(folder + "/templates/service.yaml", service("{{ .Release.Name }}"));
    for (int i = 0; i < 20; i++) {
      files.put(
          folder + "/values-" + i + ".yaml",
          "replicas: %d\ntag: \"2.%d\"\n".formatted(1 + i % 5, i));
    }
    return files;
  }
}
