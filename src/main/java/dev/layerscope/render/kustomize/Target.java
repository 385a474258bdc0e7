package dev.layerscope.render.kustomize;

import dev.layerscope.git.TreeEntry;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.field.FieldTable;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.render.kustomize.generate.Generator;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.load.UnavailableException;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceReader;
import dev.layerscope.render.kustomize.transform.Transformer;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One kustomization being built: its resources, its bases, its generators and transformers, in the
 * tool's order.
 */
final class Target {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Loader loader;
  private final Kustomization kustomization;
  private final Origin origin;
  private final Inexact inexact;

  private Target(Loader loader, Kustomization kustomization, Origin origin, Inexact inexact) {
    this.loader = loader;
    this.kustomization = kustomization;
    this.origin = origin;
    this.inexact = inexact;
  }

  Kustomization kustomization() {
    return kustomization;
  }

  /**
   * Reads the kustomization of a loader's folder.
   *
   * @param edit what to change in the file before it is understood
   */
  static Target load(Loader loader, KustomizationEdit edit, Inexact inexact) throws BuildException {
    TreeEntry file = file(loader);
    Optional<Document> first =
        loader.documents(file, Reading.ARGO).stream()
            .filter(d -> !(d instanceof Document.Empty))
            .findFirst();
    Mapping root = Mapping.EMPTY;
    if (first.isPresent()) {
      root =
          switch (first.get()) {
            case Document.Broken broken ->
                throw new BuildException(
                    "invalid Kustomization: error converting YAML to JSON: yaml: "
                        + broken.message());
            case Document.Content content when content.root() instanceof Mapping mapping -> mapping;
            default ->
                throw new BuildException(
                    "invalid Kustomization: json: cannot unmarshal into Go value of type"
                        + " types.Kustomization");
          };
    }
    Kustomization kustomization = Kustomization.read(edit.apply(root), loader.shownRoot());
    return new Target(loader, kustomization, loader.origin(file), inexact);
  }

  /** The one file with a name that counts. */
  static TreeEntry file(Loader loader) throws BuildException {
    var found = new ArrayList<TreeEntry>();
    for (String name : NAMES) {
      loader.own(name).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw new BuildException(
          "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '%s'"
              .formatted(loader.shownRoot()));
    }
    if (found.size() > 1) {
      throw new BuildException(
          "Found multiple kustomization files under: " + loader.shownRoot() + "\n");
    }
    return found.getFirst();
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
    if (kustomization.helm()) {
      inexact.unknown("helmCharts");
    }
    if (kustomization.openapi().containsKey("path")) {
      inexact.missing("openapi");
    }
    kustomization.buildMetadata().stream()
        .filter(option -> !option.equals("managedByLabel"))
        .forEach(option -> inexact.missing("buildMetadata: " + option));
  }

  private void resources(Accumulator into, List<String> paths) throws BuildException {
    for (String path : paths) {
      try {
        resource(into, path);
      } catch (UnavailableException e) {
        inexact.missing(e);
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
      into.merge(folder(loader.descend(path), new Accumulator(), false));
    } catch (UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in(trouble);
    }
  }

  private List<Resource> read(String path) throws BuildException {
    TreeEntry file = loader.file(path);
    return ResourceReader.read(loader.documents(file, Reading.KYAML), loader.origin(file), true);
  }

  private Accumulator folder(Loader below, Accumulator into, boolean component)
      throws BuildException {
    Target target;
    try {
      target = load(below, KustomizationEdit.NONE, inexact);
    } catch (UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in("couldn't make target for path '" + below.shownRoot() + "'");
    }
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
        next.merge(folder(loader.descend(path), all, true));
        all = next;
      } catch (UnavailableException e) {
        inexact.missing(e);
      } catch (BuildException e) {
        throw e.in("accumulating components: accumulateDirectory");
      }
    }
    return all;
  }

  private void generate(Accumulator into) throws BuildException {
    var options = kustomization.generatorOptions();
    var generators = new ArrayList<>(kustomization.configMapGenerator());
    generators.addAll(kustomization.secretGenerator());
    for (Arguments.Generator arguments : generators) {
      try {
        var complete = options.isPresent() ? arguments.with(options.get()) : arguments;
        into.resources().absorb(Generator.generate(complete, loader, origin));
      } catch (UnavailableException e) {
        inexact.missing(e);
      } catch (BuildException e) {
        throw e.in("merging from generator");
      }
    }
    if (!kustomization.generators().isEmpty()) {
      inexact.missing("generators");
    }
  }

  private void transform(Accumulator into) throws BuildException {
    FieldTable fields = into.fields();
    for (Transformer transformer : new Transformers(loader, origin).of(kustomization, fields)) {
      transformer.apply(into.resources());
      into.resources().dropEmpty();
    }
    if (!kustomization.transformers().isEmpty()) {
      inexact.missing("transformers");
    }
    if (!kustomization.validators().isEmpty()) {
      inexact.missing("validators");
    }
  }
}
