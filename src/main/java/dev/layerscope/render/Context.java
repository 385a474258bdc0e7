package dev.layerscope.render;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.InstanceName;
import dev.layerscope.argocd.Settings;
import dev.layerscope.render.helm.values.References;
import java.util.Optional;

/**
 * What a source is rendered for: the parts of the Application that rendering can see.
 *
 * @param instanceName the name in the control plane's namespace, {@code namespace_name} elsewhere
 *     (specification §1.11)
 * @param project {@code default} when the Application names none
 * @param destinationNamespace as declared
 * @param references sources that lend their files to this one
 */
public record Context(
    String instanceName,
    String project,
    Optional<String> destinationNamespace,
    References references) {
  /** Of an Application whose sources lend nothing to each other. */
  public Context(String instanceName, String project, Optional<String> destinationNamespace) {
    this(instanceName, project, destinationNamespace, References.NONE);
  }

  /** The context of an Application whose effective namespace is known. */
  public static Context of(Application application, String effectiveNamespace, Settings settings) {
    return new Context(
        InstanceName.of(application.name(), effectiveNamespace, settings.namespace()).text(),
        application.project(),
        application.destination().namespace());
  }

  /** The same, for sources that may use files of others. */
  public Context with(References other) {
    return new Context(instanceName, project, destinationNamespace, other);
  }

  /** The Application's name without its namespace: neither holds an underscore. */
  String applicationName() {
    return instanceName.substring(instanceName.indexOf('_') + 1);
  }
}
