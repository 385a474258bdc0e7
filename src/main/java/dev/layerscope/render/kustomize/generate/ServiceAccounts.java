package dev.layerscope.render.kustomize.generate;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.Mapping;

/** {@code IAMPolicyGenerator}: a ServiceAccount that stands for an account of a cloud. */
public final class ServiceAccounts {
  private static final String ANNOTATION = "iam.gke.io/gcp-service-account";

  private ServiceAccounts() {}

  /** The object a configuration asks for; the one cloud the tool knows is {@code gke}. */
  public static Resource generate(Mapping configuration, Origin origin) throws BuildException {
    String cloud = text(configuration, "cloud");
    if (!cloud.equals("gke")) {
      throw new BuildException("cloud provider " + cloud + " not supported yet");
    }
    Mapping inCluster = configuration.mapping("kubernetesService").orElse(Mapping.EMPTY);
    Mapping inCloud = configuration.mapping("serviceAccount").orElse(Mapping.EMPTY);
    Tree annotations = Tree.map();
    annotations.set(
        ANNOTATION,
        Tree.scalar(
            "%s@%s.iam.gserviceaccount.com"
                .formatted(text(inCloud, "name"), text(inCloud, "projectId"))));
    Tree metadata = Tree.map();
    metadata.set("annotations", annotations);
    metadata.set("name", Tree.scalar(text(inCluster, "name")));
    String namespace = text(inCluster, "namespace");
    if (!namespace.isEmpty()) {
      metadata.set("namespace", Tree.scalar(namespace));
    }
    Tree root = Tree.map();
    root.set("apiVersion", Tree.scalar("v1"));
    root.set("kind", Tree.scalar("ServiceAccount"));
    root.set("metadata", metadata);
    return new Resource(root, origin);
  }

  private static String text(Mapping mapping, String key) {
    return mapping.textAt(key).orElse("");
  }
}
