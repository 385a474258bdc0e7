package dev.layerscope.render;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.InstanceName;
import dev.layerscope.argocd.Settings;
import java.util.Optional;

/**
 * What a source is rendered for: the parts of the Application that rendering can see.
 *
 * @param instanceName the name in the control plane's namespace, {@code namespace_name} elsewhere
 *     (specification §1.11)
 * @param project {@code default} when the Application names none
 * @param destinationNamespace as declared
 */
public record Context(String instanceName, String project, Optional<String> destinationNamespace) {
  /** The context of an Application whose effective namespace is known. */
  public static Context of(Application application, String effectiveNamespace, Settings settings) {
    return new Context(
        InstanceName.of(application.name(), effectiveNamespace, settings.namespace()).text(),
        application.project(),
        application.destination().namespace());
  }
}
