package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.merge.JsonPatch;
import dev.layerscope.render.kustomize.merge.Schema;
import dev.layerscope.render.kustomize.merge.StrategicMerge;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.NoTargetException;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.resource.Selector;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.List;
import java.util.Optional;

/** The three ways a patch reaches its objects. */
public final class Patches {
  private Patches() {}

  /** {@code patchesStrategicMerge}: each patch changes the one object it names. */
  public record ByName(List<Resource> patches, Schema schema) implements Transformer {
    @Override
    public void apply(ResourceSet resources) throws BuildException {
      each(
          patches,
          patch -> {
            Resource target = resources.target(patch.originalId());
            mergeAs(target, patch, schema);
            resources.dropEmpty();
            resources.demandUnique();
          });
    }
  }

  /**
   * One entry of {@code patches} with strategic merge patches.
   *
   * @param target empty when the patches name their objects themselves
   * @param source how the tool calls the patch in messages
   */
  public record Strategic(
      List<Resource> patches, Optional<Selector> target, String source, Schema schema)
      implements Transformer {
    @Override
    public void apply(ResourceSet resources) throws BuildException {
      if (target.isPresent()) {
        if (patches.size() > 1) {
          throw new BuildException(
              "Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set"
                  + " `patches.target` field: "
                  + source);
        }
        for (Resource selected : target.get().select(resources.all())) {
          mergeAs(selected, patches.getFirst(), schema);
        }
        resources.dropEmpty();
        resources.demandUnique();
        return;
      }
      each(
          patches,
          patch -> {
            Id id = patch.originalId();
            try {
              merge(resources.target(id), patch.copy(), schema);
            } catch (BuildException e) {
              throw e.in("no resource matches strategic merge patch \"" + id + "\"");
            }
          });
    }
  }

  /**
   * A JSON patch on the objects selected.
   *
   * @param remembers whether the object can be found by its old name afterwards
   */
  public record Json(JsonPatch patch, Optional<Selector> target, boolean remembers, String source)
      implements Transformer {
    @Override
    public void apply(ResourceSet resources) throws BuildException {
      if (target.isEmpty()) {
        throw new BuildException("must specify a target for JSON patch " + source);
      }
      for (Resource resource : target.get().select(resources.all())) {
        if (remembers) {
          resource.rememberId();
        }
        boolean lent = resource.lendAnnotations();
        patch.apply(resource.root());
        if (lent) {
          resource.takeBackAnnotations();
        }
        resource.root().rewrite();
      }
    }
  }

  private interface Change {
    void apply(Resource patch) throws BuildException;
  }

  /** Every patch is tried; the first that has nothing to change is the trouble. */
  private static void each(List<Resource> patches, Change change) throws BuildException {
    Optional<NoTargetException> trouble = Optional.empty();
    for (Resource patch : patches) {
      try {
        change.apply(patch);
      } catch (NoTargetException e) {
        trouble = trouble.or(() -> Optional.of(e));
      }
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }

  /** The patch is taken for one of the object's own kind and version. */
  private static void mergeAs(Resource target, Resource patch, Schema schema)
      throws BuildException {
    Resource copy = patch.copy();
    copy.root().set("apiVersion", Tree.scalar(target.id().apiVersion()));
    if (!patch.kindChangeAllowed()) {
      copy.setKind(patch.id().kind());
    }
    merge(target, copy, schema);
  }

  private static void merge(Resource target, Resource patch, Schema schema) throws BuildException {
    Id before = target.id();
    if (patch.nameChangeAllowed() || patch.kindChangeAllowed()) {
      target.rememberId();
    }
    Optional<Tree> merged = StrategicMerge.merge(target.root(), patch.root(), schema);
    target.setRoot(merged.orElse(Tree.map()));
    if (target.root().isNullOrEmpty()) {
      return;
    }
    if (!patch.kindChangeAllowed()) {
      target.setKind(before.kind());
    }
    if (!patch.nameChangeAllowed()) {
      target.setName(before.name());
    }
    target.setNamespace(before.namespace());
  }
}
