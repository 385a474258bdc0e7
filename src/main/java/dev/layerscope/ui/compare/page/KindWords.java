package dev.layerscope.ui.compare.page;

import java.util.Map;

/** Kinds as {@code kubectl} has them in short, where a name needs the room. */
final class KindWords {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("Application", "app"),
          Map.entry("ApplicationSet", "appset"),
          Map.entry("AppProject", "appproj"),
          Map.entry("CatalogSource", "catsrc"),
          Map.entry("Certificate", "cert"),
          Map.entry("ClusterServiceVersion", "csv"),
          Map.entry("ConfigMap", "cm"),
          Map.entry("CronJob", "cj"),
          Map.entry("CustomResourceDefinition", "crd"),
          Map.entry("DaemonSet", "ds"),
          Map.entry("Deployment", "deploy"),
          Map.entry("HorizontalPodAutoscaler", "hpa"),
          Map.entry("Ingress", "ing"),
          Map.entry("LimitRange", "limits"),
          Map.entry("Namespace", "ns"),
          Map.entry("NetworkPolicy", "netpol"),
          Map.entry("OperatorGroup", "og"),
          Map.entry("PersistentVolume", "pv"),
          Map.entry("PersistentVolumeClaim", "pvc"),
          Map.entry("PodDisruptionBudget", "pdb"),
          Map.entry("PriorityClass", "pc"),
          Map.entry("PrometheusRule", "promrule"),
          Map.entry("ReplicaSet", "rs"),
          Map.entry("ResourceQuota", "quota"),
          Map.entry("Service", "svc"),
          Map.entry("ServiceAccount", "sa"),
          Map.entry("ServiceMonitor", "smon"),
          Map.entry("StatefulSet", "sts"),
          Map.entry("StorageClass", "sc"),
          Map.entry("Subscription", "sub"));

  private KindWords() {}

  /** The short name; the kind itself where there is none. */
  static String brief(String kind) {
    return SHORT.getOrDefault(kind, kind);
  }
}
