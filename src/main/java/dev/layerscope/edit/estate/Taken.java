package dev.layerscope.edit.estate;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.manifest.Manifest;
import java.util.Comparator;
import java.util.Optional;

/** Refuses names and namespaces that somebody in the fleet has already, and says where. */
public final class Taken {
  private final Ground ground;

  public Taken(Ground ground) {
    this.ground = ground;
  }

  /** A name is one team's in the whole fleet, whatever control plane it lives in. */
  public void refuseName(String name, Host host) throws RefusedException {
    refuseName(name, host.described());
  }

  /**
   * @param from where the new one would come from, as a person calls it
   */
  public void refuseName(String name, String from) throws RefusedException {
    Optional<HierarchyNode> owner =
        ground.hierarchy().nodes().stream()
            .filter(node -> node.kind() != NodeKind.GROUP && node.name().equals(name))
            .min(Comparator.comparing(HierarchyNode::kind));
    if (owner.isPresent()) {
      HierarchyNode node = owner.get();
      throw new RefusedException(
          "The name “"
              + name
              + "” is taken: "
              + node.kind().text()
              + " "
              + name
              + " of "
              + node.id().controlPlane()
              + " is declared in "
              + place(node.manifest())
              + ". The new one would come from "
              + from
              + ".",
          "Choose another name.");
    }
  }

  /** A namespace belongs to one team in a control plane. */
  public void refuseNamespace(String namespace, Host host) throws RefusedException {
    for (HierarchyNode node : ground.hierarchy().nodes()) {
      if (host.planes().contains(node.id().controlPlane())) {
        Optional<Manifest> owner = owner(node, namespace);
        if (owner.isPresent()) {
          throw new RefusedException(
              "The namespace “"
                  + namespace
                  + "” is taken in "
                  + node.id().controlPlane()
                  + ": "
                  + owner.get().gvk().kind()
                  + " "
                  + owner.get().name()
                  + " in "
                  + place(owner.get())
                  + ".",
              "Choose another namespace.");
        }
      }
    }
  }

  private Optional<Manifest> owner(HierarchyNode node, String namespace) {
    boolean delivers =
        node.application()
            .flatMap(a -> a.destination().namespace())
            .filter(namespace::equals)
            .isPresent();
    if (delivers) {
      return Optional.of(node.manifest());
    }
    if (!node.rendered().byKind().containsKey("Namespace")) {
      return Optional.empty();
    }
    return ground.rendered().apply(node).stream()
        .filter(m -> m.gvk().groupKind().equals("Namespace") && m.name().equals(namespace))
        .findFirst();
  }

  public static String place(Manifest manifest) {
    Location at = manifest.location();
    String repository = at.repoUrl().isEmpty() ? "" : new RepoUrl(at.repoUrl()).shortName() + ":";
    return repository + at.pathAndLine();
  }
}
