package dev.layerscope.render.kustomize;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.file.GeneratorArguments;
import dev.layerscope.render.kustomize.file.HelmChart;
import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.render.kustomize.generate.Generator;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.load.UnavailableException;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a kustomization generates by fields of its own: config maps, secrets, charts.
 *
 * @param by who makes something of a kind, for annotations; empty when nobody wants to know
 */
record OwnGenerators(
    Loader loader, Origin origin, Build build, Function<String, Optional<String>> by) {
  void generate(Kustomization kustomization, Accumulator into) throws BuildException {
    for (GeneratorArguments arguments : kustomization.configMapGenerator()) {
      generate(complete(kustomization, arguments), "ConfigMapGenerator", into);
    }
    for (GeneratorArguments arguments : kustomization.secretGenerator()) {
      generate(complete(kustomization, arguments), "SecretGenerator", into);
    }
    for (HelmChart chart : kustomization.helmCharts().charts()) {
      inflate(chart, kustomization.helmCharts().home(), into);
    }
  }

  private static GeneratorArguments complete(
      Kustomization kustomization, GeneratorArguments arguments) {
    var options = kustomization.generatorOptions();
    return options.isPresent() ? arguments.with(options.get()) : arguments;
  }

  private void inflate(HelmChart chart, String home, Accumulator into) throws BuildException {
    try {
      for (Resource made : build.charts().inflate(chart, home, loader, build.inexact())) {
        into.resources().absorb(made);
      }
    } catch (UnavailableException e) {
      build.inexact().withoutObjects(e);
    }
  }

  private void generate(GeneratorArguments complete, String kind, Accumulator into)
      throws BuildException {
    try {
      Resource made = Generator.generate(complete, loader, origin);
      Optional<String> maker = by.apply(kind);
      if (maker.isPresent()) {
        Provenance.note(List.of(made), maker.get());
      }
      into.resources().absorb(made);
    } catch (UnavailableException e) {
      build.inexact().missing(e);
    } catch (BuildException e) {
      throw e.in("merging from generator");
    }
  }
}
