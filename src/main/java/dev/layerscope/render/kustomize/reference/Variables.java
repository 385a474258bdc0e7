package dev.layerscope.render.kustomize.reference;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldWalk;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Paths;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code vars}: values of fields, put where {@code $(NAME)} stands. */
public final class Variables {
  private final TreeMap<String, Arguments.Var> vars = new TreeMap<>();

  /** Adds variables of one kustomization; each name once. */
  public void declare(List<Arguments.Var> more, ResourceSet resources) throws BuildException {
    for (Arguments.Var var : more) {
      Id target = var.target();
      Predicate<Id> wanted =
          target.namespace().isEmpty() && !target.clusterScoped()
              ? target::sameNameAndKind
              : target::matches;
      List<Resource> found = resources.withAnyId(wanted);
      if (found.size() > 1) {
        throw new BuildException(
            "found %d resId matches for var %s (unable to disambiguate)"
                .formatted(found.size(), var.name()));
      }
      found.forEach(resource -> resource.variables().add(var.name()));
    }
    addAll(more);
  }

  /** Adds those of a base. */
  public void merge(Variables other) throws BuildException {
    addAll(List.copyOf(other.vars.values()));
  }

  private void addAll(List<Arguments.Var> more) throws BuildException {
    for (Arguments.Var var : more) {
      if (vars.putIfAbsent(var.name(), var) != null) {
        throw new BuildException("var '" + var.name() + "' already encountered");
      }
    }
  }

  /** Puts the values in place. */
  public void resolve(ResourceSet resources, List<FieldSpec> fields) throws BuildException {
    Map<String, Tree> values = new HashMap<>();
    for (Arguments.Var var : vars.values()) {
      values.put(var.name(), value(var, resources));
    }
    if (values.isEmpty()) {
      return;
    }
    for (Resource resource : resources.all()) {
      for (FieldSpec field : fields) {
        FieldWalk.apply(resource.root(), field, Optional.empty(), found -> set(found, values));
      }
    }
  }

  private static Tree value(Arguments.Var var, ResourceSet resources) throws BuildException {
    for (Resource resource : resources.all()) {
      if (resource.variables().contains(var.name())) {
        Optional<Tree> found = Paths.lookup(resource.root(), path(var.fieldPath()));
        return found.orElseThrow(() ->
            new BuildException(
                "field specified in var '%s' not found in corresponding resource"
                    .formatted(shown(var))));
      }
    }
    throw new BuildException(
        "var '%s' cannot be mapped to a field in the set of known resources".formatted(shown(var)));
  }

  private static String shown(Arguments.Var var) {
    return "{%s %s {%s}}".formatted(var.name(), var.target(), var.fieldPath());
  }

  /** {@code a[0]} is {@code a}, then the first. */
  private static List<String> path(String written) {
    var parts = new ArrayList<String>();
    for (String part : Paths.splitBracketed(written, ".")) {
      Matcher index = Pattern.compile("^(.*)\\[(\\d+)]$").matcher(part);
      if (index.matches()) {
        if (!index.group(1).isEmpty()) {
          parts.add(index.group(1));
        }
        parts.add(index.group(2));
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private static void set(Tree found, Map<String, Tree> values) throws BuildException {
    if (found.isNull()) {
      return;
    }
    switch (found.kind()) {
      case SCALAR -> {
        if (found.isString()) {
          expand(found, values);
        }
      }
      case MAP -> {
        for (int i = 0; i < found.content().size(); i += 2) {
          Tree key = found.content().get(i);
          if (!key.isString()) {
            throw new BuildException(
                "invalid map key: value='%s', tag='%s'".formatted(key.value(), key.tag()));
          }
          if (found.content().get(i + 1).isString()) {
            expand(found.content().get(i + 1), values);
          }
        }
      }
      case LIST -> {
        for (Tree item : found.content()) {
          if (!item.isString()) {
            throw new BuildException("invalid value type expect a string");
          }
          expand(item, values);
        }
      }
    }
  }

  private static void expand(Tree field, Map<String, Tree> values) {
    Expansion expansion = Expansion.of(field.value(), values);
    field.setValue(expansion.text());
    field.setTag(expansion.tag());
    field.setStyle(dev.layerscope.yaml.Scalar.Style.PLAIN);
  }
}
