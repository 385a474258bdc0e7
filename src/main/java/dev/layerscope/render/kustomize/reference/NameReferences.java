package dev.layerscope.render.kustomize.reference;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldWalk;
import dev.layerscope.render.kustomize.field.ReferenceSpec;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mends references by name after names have changed: once, at the end of a build. */
public final class NameReferences {
  private final List<Resource> resources;

  private NameReferences(List<Resource> resources) {
    this.resources = resources;
  }

  public static void fix(ResourceSet set, List<ReferenceSpec> references) throws BuildException {
    new NameReferences(set.all()).fix(references);
  }

  private void fix(List<ReferenceSpec> references) throws BuildException {
    for (Resource referrer : resources) {
      Id original = referrer.originalId();
      Optional<List<Resource>> candidates = Optional.empty();
      for (ReferenceSpec reference : references) {
        for (FieldSpec field : reference.referrers()) {
          if (!field.appliesTo(original)) {
            continue;
          }
          if (candidates.isEmpty()) {
            candidates = Optional.of(candidates(referrer));
          }
          var search = new Referral(referrer, field, reference, candidates.get());
          apply(referrer, field, search);
        }
      }
    }
  }

  private static void apply(Resource referrer, FieldSpec field, Referral search)
      throws BuildException {
    Id now = referrer.id();
    var spec = new FieldSpec(now.group(), now.version(), now.kind(), field.path(), field.create());
    try {
      FieldWalk.apply(referrer.root(), spec, Optional.empty(), found -> set(found, search));
    } catch (BuildException e) {
      throw e.in("updating name reference in '%s' field of '%s'".formatted(field.path(), now));
    }
  }

  private static void set(Tree found, Referral search) throws BuildException {
    if (found.isNull()) {
      return;
    }
    switch (found.kind()) {
      case SCALAR -> scalar(found, search);
      case MAP -> map(found, search);
      case LIST -> {
        for (Tree item : found.content()) {
          if (item.isList()) {
            throw new BuildException(
                "a name reference is expected to be either a string or a map of string");
          }
          set(item, search);
        }
      }
    }
  }

  private static void scalar(Tree found, Referral search) throws BuildException {
    Optional<Resource> referral = search.byName(found.value());
    if (referral.isPresent() && !referral.get().name().equals(found.value())) {
      found.assign(Tree.scalar(referral.get().name()));
    }
  }

  private static void map(Tree found, Referral search) throws BuildException {
    Tree name =
        found
            .get("name")
            .orElseThrow(() -> new BuildException("path config error; no 'name' field in node"));
    Optional<Resource> referral =
        search.byNameIn(name.value(), found.get("namespace").map(Tree::value));
    if (referral.isEmpty()) {
      return;
    }
    String namespace = referral.get().namespace();
    if (referral.get().name().equals(name.value()) && namespace.isEmpty()) {
      return;
    }
    found.set("name", Tree.scalar(referral.get().name()));
    if (!namespace.isEmpty()) {
      found.set("namespace", Tree.scalar(namespace));
    }
  }

  /**
   * What an object can refer to: its own namespace, cluster-scoped objects, and where its subjects
   * live.
   */
  private List<Resource> candidates(Resource referrer) throws BuildException {
    Id own = referrer.id();
    if (own.clusterScoped()) {
      return resources;
    }
    Set<String> namespaces = subjectNamespaces(referrer);
    return resources.stream()
        .filter(other -> {
          Id id = other.id();
          return id.clusterScoped() || id.sameNamespace(own) || namespaces.contains(id.namespace());
        })
        .toList();
  }

  private static Set<String> subjectNamespaces(Resource referrer) throws BuildException {
    var namespaces = new HashSet<String>();
    if (!referrer.id().kind().equals("RoleBinding")) {
      return namespaces;
    }
    Optional<Tree> subjects = referrer.root().find("subjects").filter(Tree::isList);
    for (Tree subject : subjects.map(Tree::content).orElse(List.of())) {
      Optional<Tree> namespace = subject.find("namespace");
      boolean account =
          subject.find("kind").map(k -> k.value().equals("ServiceAccount")).orElse(false);
      if (account && namespace.isPresent()) {
        if (namespace.get().isNull()) {
          throw new BuildException(
              "Invalid Input: namespace is blank for resource \"%s\"\n".formatted(referrer.id()));
        }
        namespaces.add(namespace.get().value());
      }
    }
    return namespaces;
  }
}
