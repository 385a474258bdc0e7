package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldWalk;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tags;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.render.kustomize.tree.WrongKindException;
import java.util.List;
import java.util.Optional;

/**
 * {@code namespace}: on everything the tool does not know to be cluster-scoped, on subjects of role
 * bindings, and as the name of Namespaces.
 *
 * @param unsetOnly leaves namespaces that are there alone
 * @param subjects which subjects of role bindings: {@code defaultOnly}, {@code allServiceAccounts}
 *     or {@code none}
 */
public record Namespaces(
    String namespace, List<FieldSpec> fields, boolean unsetOnly, String subjects)
    implements Transformer {
  private static final FieldSpec METADATA = FieldSpec.everywhere("metadata/namespace", true);

  @Override
  public void apply(ResourceSet resources) throws BuildException {
    if (namespace.isEmpty()) {
      return;
    }
    for (Resource resource : resources.all()) {
      resource.rememberId();
      change(resource.root());
    }
    try {
      resources.demandUnique();
    } catch (BuildException e) {
      throw new BuildException("namespace transformation produces ID conflict: " + e.text());
    }
  }

  private void change(Tree root) throws BuildException {
    Id id = Id.of(root);
    if (!id.clusterScoped()) {
      FieldWalk.apply(
          root, METADATA, Optional.of(new FieldWalk.Making(Tree.Kind.SCALAR, "")), this::set);
    }
    boolean binding = id.kind().equals("RoleBinding") || id.kind().equals("ClusterRoleBinding");
    if (binding) {
      subjects(root);
    }
    for (FieldSpec field : fields) {
      boolean handled =
          field.path().equals("metadata/namespace")
              || field.path().equals("metadata/name") && !id.apiVersion().equals("v1")
              || binding
                  && field.path().equals("subjects/namespace")
                  && field.kind().endsWith("RoleBinding");
      if (!handled) {
        try {
          FieldWalk.apply(
              root,
              field,
              Optional.of(new FieldWalk.Making(Tree.Kind.SCALAR, Tags.STRING)),
              this::set);
        } catch (WrongKindException e) {
          throw e.in("namespace field specs must target scalar nodes");
        } catch (BuildException e) {
          throw e.in("namespace transformation failed");
        }
      }
    }
  }

  private void subjects(Tree root) throws BuildException {
    Optional<Tree> list = root.get("subjects");
    if (subjects.equals("none") || list.isEmpty() || !list.get().isList()) {
      return;
    }
    for (Tree subject : list.get().content()) {
      boolean meant =
          subjects.equals("allServiceAccounts")
              ? subject.find("kind").map(k -> k.value().equals("ServiceAccount")).orElse(false)
              : subject.find("name").map(n -> n.value().equals("default")).orElse(false);
      if (meant) {
        Optional<Tree> old = subject.get("namespace");
        if (old.isEmpty()) {
          subject.content().add(Tree.scalar("namespace"));
          subject.content().add(Tree.scalar(""));
          old = subject.get("namespace");
        }
        set(old.orElseThrow());
      }
    }
  }

  private void set(Tree field) throws BuildException {
    if (!unsetOnly || field.value().isEmpty()) {
      field.assign(Tree.scalar(namespace, Tags.STRING));
    }
  }
}
