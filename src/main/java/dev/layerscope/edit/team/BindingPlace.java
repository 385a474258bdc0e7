package dev.layerscope.edit.team;

import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.estate.OwnFolders;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the files of a new team go, and what they are called: as those of its neighbours. */
final class BindingPlace {
  private static final Map<String, String> USUAL =
      Map.of(
          "Namespace", "-namespace.yaml",
          "AppProject", "-project.yaml",
          "RoleBinding", "-rbac.yaml",
          "Application", ".yaml",
          "ResourceQuota", "-quota.yaml");

  private BindingPlace() {}

  /** The path of each kind's file. */
  static Map<String, TreePath> of(Host host, Neighbours neighbours, String name) {
    TreePath folder = folder(host, neighbours, name);
    Optional<Neighbours.Team> model = neighbours.teams().stream().findFirst();
    Map<String, TreePath> learnt = new LinkedHashMap<>();
    Map<String, TreePath> usual = new LinkedHashMap<>();
    for (String kind :
        List.of("Namespace", "AppProject", "RoleBinding", "Application", "ResourceQuota")) {
      TreePath plain = folder.child(name + USUAL.get(kind));
      usual.put(kind, plain);
      learnt.put(kind, model.flatMap(team -> named(team, kind, name, folder)).orElse(plain));
    }
    // Neighbours that keep everything in one file, or share files, show no names to follow.
    Optional<TreePath> one = OwnFolders.file(host, neighbours, name);
    if (one.isPresent() && usual.values().stream().anyMatch(f -> OwnFolders.passesOver(host, f))) {
      usual.replaceAll((kind, path) -> one.get());
      return usual;
    }
    boolean distinct = learnt.values().stream().distinct().count() == learnt.size();
    return distinct ? learnt : usual;
  }

  private static Optional<TreePath> named(
      Neighbours.Team team, String kind, String name, TreePath folder) {
    return team.one(kind)
        .map(manifest -> TreePath.of(manifest.origin().path()))
        .filter(path -> path.parent().equals(team.file().parent()))
        .flatMap(path -> {
          boolean carriesName = path.name().startsWith(team.name());
          boolean ownFolder = path.parent().name().equals(team.name());
          return carriesName
              ? Optional.of(folder.child(name + path.name().substring(team.name().length())))
              : ownFolder ? Optional.of(folder.child(path.name())) : Optional.empty();
        });
  }

  private static TreePath folder(Host host, Neighbours neighbours, String name) {
    Optional<Neighbours.Team> model = neighbours.teams().stream().findFirst();
    if (model.isPresent()) {
      TreePath where = model.get().file().parent();
      boolean ownFolder = where.name().equals(model.get().name()) && !where.equals(host.folder());
      return ownFolder ? where.parent().child(name) : where;
    }
    TreePath teams = host.folder().child("teams");
    boolean collected = host.snapshot().find(teams).filter(TreeEntry::isDirectory).isPresent();
    return host.recursed() || host.isKustomized() && collected ? teams.child(name) : host.folder();
  }
}
