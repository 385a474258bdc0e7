package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.file.Replacement;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.resource.Selector;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.PathMatches;
import dev.layerscope.render.kustomize.tree.Paths;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * {@code replacements}: a value of one object copied into fields of others.
 *
 * @param inexact told what may come out otherwise
 */
public record Replacements(List<Replacement> replacements, Consumer<String> inexact)
    implements Transformer {
  @Override
  public void apply(ResourceSet resources) throws BuildException {
    for (Replacement replacement : replacements) {
      if (replacement.source().isEmpty() && replacement.sourceValue().isEmpty()
          || replacement.targets().isEmpty()) {
        throw new BuildException("replacements must specify a source and at least one target");
      }
      Tree value = value(resources, replacement);
      for (Replacement.Target target : replacement.targets()) {
        put(resources, value, target);
      }
    }
  }

  private static Tree value(ResourceSet resources, Replacement replacement) throws BuildException {
    if (replacement.source().isPresent() && replacement.sourceValue().isPresent()) {
      throw new BuildException("value and resource selectors are mutually exclusive");
    }
    if (replacement.sourceValue().isPresent()) {
      return Tree.scalar(replacement.sourceValue().get());
    }
    Replacement.Source source = replacement.source().orElseThrow();
    Resource from = source(resources, source.selector());
    Optional<Tree> found;
    try {
      found = Paths.lookup(from.root(), Paths.splitBracketed(source.fieldPath(), "."));
    } catch (BuildException e) {
      throw e.in("error looking up replacement source");
    }
    if (found.filter(t -> !t.isNullOrEmpty()).isEmpty()) {
      throw new BuildException(
          "fieldPath `%s` is missing for replacement source %s"
              .formatted(source.fieldPath(), source.selector()));
    }
    return part(found.get(), source.options());
  }

  private static Resource source(ResourceSet resources, Id selector) throws BuildException {
    var matches = new ArrayList<Resource>();
    for (Resource resource : resources.all()) {
      if (ids(resource).stream().anyMatch(id -> id.isSelectedBy(selector))) {
        matches.add(resource);
      }
    }
    if (matches.size() > 1) {
      throw new BuildException("multiple matches for selector " + selector);
    }
    if (matches.isEmpty()) {
      throw new BuildException("nothing selected by " + selector);
    }
    return matches.getFirst();
  }

  /** Here the tool does not look up scopes: the current identity counts as namespaced. */
  private static List<Id> ids(Resource resource) {
    Id now = resource.id();
    var ids = new ArrayList<Id>();
    ids.add(new Id(now.group(), now.version(), now.kind(), false, now.name(), now.namespace()));
    ids.addAll(resource.formerIds());
    return ids;
  }

  private static Tree part(Tree value, Replacement.FieldOptions options) throws BuildException {
    if (options.delimiter().isEmpty()) {
      return value;
    }
    if (!value.isScalar()) {
      throw new BuildException("delimiter option can only be used with scalar nodes");
    }
    String[] parts = value.value().split(Pattern.quote(options.delimiter()), -1);
    if (options.index() >= parts.length || options.index() < 0) {
      throw new BuildException(
          "options.index %d is out of bounds for value %s"
              .formatted(options.index(), value.value()));
    }
    Tree part = value.copy();
    part.setValue(parts[(int) options.index()]);
    return part;
  }

  private void put(ResourceSet resources, Tree value, Replacement.Target target)
      throws BuildException {
    Selector select =
        target
            .select()
            .orElseThrow(() -> new BuildException("target must specify resources to select"));
    for (Resource resource : resources.all()) {
      if (!select.matchesLabels(resource) || rejected(resource, target.reject())) {
        continue;
      }
      for (Id id : ids(resource)) {
        if (select.matches(id)) {
          copy(resource.root(), value, target);
          break;
        }
      }
    }
  }

  private static boolean rejected(Resource resource, List<Selector> rejects) throws BuildException {
    for (Selector reject : rejects) {
      if (!reject.hasNoLabels() && reject.matchesLabels(resource)) {
        return true;
      }
      for (Id id : ids(resource)) {
        if (!namesNothing(reject) && reject.matches(id)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean namesNothing(Selector reject) {
    return (reject.group() + reject.version() + reject.kind() + reject.name() + reject.namespace())
        .isEmpty();
  }

  private void copy(Tree root, Tree value, Replacement.Target target) throws BuildException {
    for (String path : target.fieldPaths()) {
      List<String> parts = Paths.splitBracketed(path, ".");
      Optional<StructuredText> inside = StructuredText.find(root, parts);
      if (inside.isPresent() && inside.get().set(value, target.options(), inexact)) {
        continue;
      }
      boolean create = target.options().create();
      List<Tree> fields;
      try {
        fields =
            PathMatches.find(root, parts, create ? Optional.of(value.kind()) : Optional.empty());
      } catch (BuildException e) {
        throw e.in(unable(path, create));
      }
      if (fields.isEmpty()) {
        throw new BuildException(unable(path, create));
      }
      for (Tree field : fields) {
        set(field, value.copy(), target.options());
      }
    }
  }

  private static String unable(String path, boolean create) {
    return "unable to find %sfield \"%s\" in replacement target"
        .formatted(create ? "or create " : "", path);
  }

  static void set(Tree field, Tree value, Replacement.FieldOptions options) throws BuildException {
    if (!options.delimiter().isEmpty()) {
      if (!field.isScalar()) {
        throw new BuildException("delimiter option can only be used with scalar nodes");
      }
      var parts =
          new ArrayList<>(List.of(field.value().split(Pattern.quote(options.delimiter()), -1)));
      if (options.index() < 0) {
        parts.addFirst(value.value());
      } else if (options.index() >= parts.size()) {
        parts.add(value.value());
      } else {
        parts.set((int) options.index(), value.value());
      }
      value.setValue(String.join(options.delimiter(), parts));
    }
    if (field.isScalar()) {
      field.setValue(value.value());
    } else {
      field.assignAll(value);
    }
  }
}
