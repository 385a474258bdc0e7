package dev.layerscope.render.kustomize;

import dev.layerscope.git.TreeEntry;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.load.UnavailableException;
import dev.layerscope.render.kustomize.merge.Schema;
import dev.layerscope.render.kustomize.resource.NoTargetException;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceReader;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kustomization being built: its resources, its bases, its generators and transformers, in the
 * tool's order.
 */
final class Target {
  private final Loader loader;
  private final KustomizationFile file;
  private final Kustomization kustomization;
  private final Origin origin;
  private final Build build;
  private final Optional<Provenance> provenance;

  private Target(
      Loader loader, KustomizationFile file, Build build, Optional<Provenance> provenance) {
    this.loader = loader;
    this.file = file;
    this.kustomization = file.content();
    this.origin = loader.origin(file.entry());
    this.build = build;
    this.provenance = provenance;
  }

  Kustomization kustomization() {
    return kustomization;
  }

  /** The kustomization a build begins with, after an edit. */
  static Target load(Loader loader, KustomizationEdit edit, Build build) throws BuildException {
    KustomizationFile file = KustomizationFile.read(loader, edit);
    Schema schema = new SchemaFile(loader, file.content().openapi(), build.inexact()).ofTheFirst();
    boolean annotated = !file.content().buildMetadata().isEmpty();
    return new Target(
        loader,
        file,
        build.with(schema),
        annotated ? Optional.of(Provenance.TOP) : Optional.empty());
  }

  /**
   * Everything below and in this kustomization.
   *
   * @param into empty, or what the parent has gathered when this is a component
   */
  Accumulator accumulate(Accumulator into) throws BuildException {
    unsupported();
    try {
      resources(into, kustomization.resources());
    } catch (UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in("accumulating resources");
    }
    into.configure(new Configuration(loader).table(kustomization));
    generate(into);
    Accumulator all = components(into);
    transform(all);
    all.variables().declare(kustomization.vars(), all.resources());
    return all;
  }

  private void unsupported() {
    if (kustomization.helmCharts().deprecated()) {
      build.inexact().withoutChart(Inexact.HELM_CHARTS);
    }
  }

  private void resources(Accumulator into, List<String> paths) throws BuildException {
    for (String path : paths) {
      try {
        resource(into, path);
      } catch (UnavailableException e) {
        build.inexact().withoutObjects(e);
      }
    }
  }

  /** A path is tried as a file, then as a folder or a repository. */
  private void resource(Accumulator into, String path) throws BuildException {
    Optional<BuildException> asFile = Optional.empty();
    try {
      into.resources().addAll(read(path));
      return;
    } catch (UnavailableException e) {
      if (path.matches(".*\\.(ya?ml|json)(\\?.*)?")) {
        throw e;
      }
      asFile = Optional.of(e);
    } catch (ResourceReader.MalformedException e) {
      throw e.in("accumulating resources from '" + path + "'");
    } catch (BuildException e) {
      asFile = Optional.of(e);
    }
    String trouble =
        "accumulation err='accumulating resources from '"
            + path
            + "': "
            + asFile.get().text()
            + "'";
    try {
      into.merge(folder(path, new Accumulator(), false));
    } catch (UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in(trouble);
    }
  }

  private List<Resource> read(String path) throws BuildException {
    TreeEntry file = loader.file(path);
    List<Resource> resources =
        ResourceReader.read(loader.documents(file, Reading.KYAML), loader.origin(file), true);
    annotate(resources, path);
    return resources;
  }

  private void annotate(List<Resource> resources, String path) throws BuildException {
    if (provenance.isPresent()) {
      String from = provenance.get().append(path).ofFile();
      for (Resource resource : resources) {
        Map<String, String> annotations = resource.texts("metadata", "annotations");
        annotations.put(Provenance.ORIGIN, from);
        resource.setMetadata("annotations", annotations);
      }
    }
  }

  private Accumulator folder(String path, Accumulator into, boolean component)
      throws BuildException {
    Loader below = loader.descend(path);
    Target target;
    try {
      target =
          new Target(
              below,
              KustomizationFile.read(below, KustomizationEdit.NONE),
              build,
              provenance.map(p -> p.append(path)));
    } catch (UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in("couldn't make target for path '" + below.shownRoot() + "'");
    }
    new SchemaFile(below, target.kustomization.openapi(), build.inexact()).ofABase(build.schema());
    boolean isComponent = target.kustomization.kind().equals(Kustomization.COMPONENT);
    if (component && !isComponent) {
      throw new BuildException(
          "expected kind 'Component' for path '%s' but got '%s'"
              .formatted(below.shownRoot(), target.kustomization.kind()));
    }
    if (!component && isComponent) {
      throw new BuildException("expected kind != 'Component' for path '" + below.shownRoot() + "'");
    }
    try {
      return target.accumulate(into);
    } catch (UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in("recursed accumulation of path '" + below.shownRoot() + "'");
    }
  }

  /** A component works on what its parent has gathered so far. */
  private Accumulator components(Accumulator into) throws BuildException {
    Accumulator all = into;
    for (String path : kustomization.components()) {
      try {
        Accumulator next = new Accumulator();
        next.merge(folder(path, all, true));
        all = next;
      } catch (UnavailableException e) {
        build.inexact().missing(e);
      } catch (BuildException e) {
        throw e.in("accumulating components: accumulateDirectory");
      }
    }
    return all;
  }

  private void generate(Accumulator into) throws BuildException {
    new OwnGenerators(loader, origin, build, this::by).generate(kustomization, into);
    try {
      plugins().generate(configurations(kustomization.generators()), into);
    } catch (UnavailableException e) {
      build.inexact().missing(e);
    }
  }

  private void transform(Accumulator into) throws BuildException {
    var steps =
        new ArrayList<>(
            new Transformers(patches(), build.inexact())
                .of(kustomization, into.fields(), this::by));
    steps.addAll(plugins().steps(configurations(kustomization.transformers())));
    for (Step step : steps) {
      try {
        step.apply(into.resources());
      } catch (NoTargetException e) {
        if (!build.inexact().leftOut()) {
          throw e;
        }
        build.inexact().withoutTarget(e.text());
        into.resources().dropEmpty();
      }
    }
    plugins().validate(configurations(kustomization.validators()), into);
  }

  /** Who does something of a kind because this file says so, for annotations. */
  private Optional<String> by(String kind) {
    return provenance.map(p -> p.ofPlugin(file.entry().name(), kind));
  }

  private PatchReader patches() {
    return new PatchReader(loader, origin, build.schema());
  }

  private Plugins plugins() {
    return new Plugins(
        new BuiltinGenerators(loader, origin, build.inexact()),
        new BuiltinTransformers(patches(), build.inexact()),
        build);
  }

  /** The objects that configure plugins: inline, or in files and folders like any resource. */
  private List<Resource> configurations(List<String> entries) throws BuildException {
    var gathered = new Accumulator();
    var paths = new ArrayList<String>();
    for (String entry : entries) {
      Optional<List<Resource>> inline = patches().inline(entry);
      if (inline.isEmpty()) {
        paths.add(entry);
      } else {
        annotate(inline.get(), file.entry().name());
        gathered.resources().addAll(inline.get());
      }
    }
    resources(gathered, paths);
    return gathered.resources().all();
  }
}
