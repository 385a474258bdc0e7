package dev.layerscope.render.kustomize;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.file.GeneratorArguments;
import dev.layerscope.render.kustomize.file.Unread;
import dev.layerscope.render.kustomize.generate.Generator;
import dev.layerscope.render.kustomize.generate.ServiceAccounts;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.List;
import java.util.Set;

/** The tool's own generators as {@code generators} configures them: each an object of its own. */
record BuiltinGenerators(Loader loader, Origin origin, Inexact inexact) {
  private static final Set<String> KINDS =
      Set.of(
          "ConfigMapGenerator",
          "SecretGenerator",
          "IAMPolicyGenerator",
          "HelmChartInflationGenerator");

  static boolean has(String kind) {
    return KINDS.contains(kind);
  }

  /** What one configuration makes. */
  List<Resource> generate(Resource configuration) throws BuildException {
    Mapping root = (Mapping) configuration.root().toNode();
    return switch (configuration.id().kind()) {
      case "ConfigMapGenerator" -> List.of(fromFiles(configuration, root, false));
      case "SecretGenerator" -> List.of(fromFiles(configuration, root, true));
      case "IAMPolicyGenerator" -> List.of(ServiceAccounts.generate(root, configuration.origin()));
      default -> {
        inexact.withoutChart(Inexact.HELM_CHARTS);
        yield List.of();
      }
    };
  }

  private Resource fromFiles(Resource configuration, Mapping root, boolean secret)
      throws BuildException {
    GeneratorArguments written;
    try {
      written = GeneratorArguments.read(new Unread(root, false), secret);
    } catch (BuildException e) {
      throw e.in("plugin " + configuration.originalId() + " fails configuration");
    }
    var named = written.or(configuration.name(), configuration.namespace());
    return Generator.generate(named, loader, origin);
  }
}
