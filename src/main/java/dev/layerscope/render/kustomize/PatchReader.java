package dev.layerscope.render.kustomize;

import dev.layerscope.git.TreeEntry;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.file.Replacement;
import dev.layerscope.render.kustomize.file.Unread;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.merge.JsonPatch;
import dev.layerscope.render.kustomize.merge.Schema;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceReader;
import dev.layerscope.render.kustomize.transform.Patches;
import dev.layerscope.render.kustomize.transform.Transformer;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonReader;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.TextEncoding;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patches and replacements as a kustomization names them: inline, or in files. */
record PatchReader(Loader loader, Origin origin, Schema schema) {

  /** {@code patchesStrategicMerge}: each entry is tried as a patch, then as a file. */
  Transformer byName(List<String> entries) throws BuildException {
    return byName(entries, "");
  }

  /** The same, with patches that stand in one text. */
  Transformer byName(List<String> entries, String text) throws BuildException {
    if (entries.isEmpty() && text.isEmpty()) {
      throw new BuildException("empty file path and empty patch content");
    }
    var patches = new ArrayList<Resource>();
    for (String entry : entries) {
      Optional<List<Resource>> inline = inline(entry);
      if (inline.isPresent()) {
        patches.addAll(inline.get());
      } else {
        TreeEntry file = loader.file(entry);
        patches.addAll(
            ResourceReader.read(loader.documents(file, Reading.KYAML), loader.origin(file), false));
      }
    }
    patches.addAll(ResourceReader.read(YamlReader.read(text, Reading.KYAML), origin, false));
    if (patches.isEmpty()) {
      throw new BuildException(
          "patch appears to be empty; files=%s, Patch=%s".formatted(entries, text));
    }
    return new Patches.ByName(patches, schema);
  }

  /** The objects a text consists of; empty when it is something else, such as a path. */
  Optional<List<Resource>> inline(String text) {
    try {
      return Optional.of(ResourceReader.read(YamlReader.read(text, Reading.KYAML), origin, false));
    } catch (BuildException notAPatch) {
      return Optional.empty();
    }
  }

  /** {@code patches}: either kind of patch. */
  Transformer any(Arguments.Patch patch) throws BuildException {
    String inline = patch.patch().strip();
    if (inline.isEmpty() == patch.path().isEmpty()) {
      throw new BuildException(
          inline.isEmpty()
              ? "must specify one of patch and path in\n"
              : "patch and path can't be set at the same time\n");
    }
    String source =
        inline.isEmpty() ? "[path: \"" + patch.path() + "\"]" : "[patch: \"" + inline + "\"]";
    String text;
    try {
      text = inline.isEmpty() ? text(patch.path()) : inline;
    } catch (dev.layerscope.render.kustomize.load.UnavailableException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in("failed to get the patch file from path(" + patch.path() + ")");
    }
    Optional<List<Resource>> strategic = inline(text);
    Optional<JsonPatch> json = strategic.isPresent() ? Optional.empty() : operations(text);
    if (strategic.isEmpty() && json.isEmpty()) {
      throw new BuildException("unable to parse SM or JSON patch from " + source);
    }
    if (strategic.isPresent()) {
      if (strategic.get().isEmpty()) {
        return resources -> {};
      }
      strategic
          .get()
          .forEach(resource -> resource.allow(patch.allowNameChange(), patch.allowKindChange()));
      return new Patches.Strategic(strategic.get(), patch.target(), source, schema);
    }
    return new Patches.Json(json.get(), patch.target(), true, source);
  }

  /** {@code patchesJson6902}. */
  Transformer json(Arguments.Patch patch) throws BuildException {
    if (patch.target().isEmpty() || patch.target().get().name().isEmpty()) {
      throw new BuildException("must specify the target name");
    }
    if (patch.path().isEmpty() && patch.patch().isEmpty()) {
      throw new BuildException("empty file path and empty jsonOp");
    }
    if (!patch.path().isEmpty() && !patch.patch().isEmpty()) {
      throw new BuildException("must specify a file path or jsonOp, not both");
    }
    String text = patch.path().isEmpty() ? patch.patch() : text(patch.path());
    Optional<JsonPatch> operations = operations(text);
    if (operations.isEmpty()) {
      throw new BuildException(
          "decoding " + text + ": json: cannot unmarshal into Go value of type jsonpatch.Patch");
    }
    if (operations.get().isEmpty()) {
      throw new BuildException(
          "patch appears to be empty; file=%s, JsonOp=%s".formatted(patch.path(), text));
    }
    return new Patches.Json(
        operations.get(), patch.target(), false, "[path: \"" + patch.path() + "\"]");
  }

  private String text(String path) throws BuildException {
    return TextEncoding.decode(loader.bytes(loader.file(path)));
  }

  /** What begins as a list of JSON has to be JSON; everything else is read as YAML. */
  private static Optional<JsonPatch> operations(String text) {
    if (text.startsWith("[")) {
      JsonReader.Read read = JsonReader.read(text);
      return !read.more() && read.document() instanceof Document.Content content
          ? JsonPatch.read(content.root())
          : Optional.empty();
    }
    for (Document document : YamlReader.read(text, Reading.ARGO)) {
      if (document instanceof Document.Content content) {
        return JsonPatch.read(content.root());
      }
      if (document instanceof Document.Broken) {
        return Optional.empty();
      }
    }
    return JsonPatch.read(Sequence.of(List.of()));
  }

  /** Replacements in files are read; one file holds one or several. */
  List<Replacement> replacements(List<Replacement> written) throws BuildException {
    var replacements = new ArrayList<Replacement>();
    for (Replacement replacement : written) {
      if (replacement.path().isEmpty()) {
        replacements.add(replacement);
        continue;
      }
      if (replacement.source().isPresent() || !replacement.targets().isEmpty()) {
        throw new BuildException("cannot specify both path and inline replacement");
      }
      for (Document document : loader.documents(loader.file(replacement.path()), Reading.ARGO)) {
        if (document instanceof Document.Broken broken) {
          throw new BuildException("error converting YAML to JSON: yaml: " + broken.message());
        }
        if (document instanceof Document.Content content) {
          add(content.root(), replacements);
          break;
        }
      }
    }
    return replacements;
  }

  private static void add(Node root, List<Replacement> replacements) throws BuildException {
    List<Node> items = root instanceof Sequence list ? list.items() : List.of(root);
    for (Node item : items) {
      if (!(item instanceof Mapping mapping)) {
        throw new BuildException(
            "unsupported replacement type encountered within replacement path");
      }
      replacements.add(Replacement.read(new Unread(mapping, false)));
    }
  }
}
