package dev.layerscope.edit.team;

import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.KustomizeChain;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.NameRules;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.edit.text.TextLines;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.BlockStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files that bind a team in one folder: their texts, their places, who lists them. */
final class BindingFiles {
  private final TeamBinding binding;
  private final Host host;
  private final Neighbours neighbours;
  private final TeamSource source;
  private final String controlPlane;
  private final Optional<FarCluster> far;
  private final List<String> notes = new ArrayList<>();
  private final String group;

  /**
   * @param far where the team lives, if not in the cluster the folder itself goes to
   */
  BindingFiles(
      TeamBinding binding,
      Host host,
      Neighbours neighbours,
      TeamSource source,
      String controlPlane,
      Optional<FarCluster> far) {
    this.binding = binding;
    this.host = host;
    this.neighbours = neighbours;
    this.source = source;
    this.controlPlane = controlPlane;
    this.far = far;
    group = group();
    far.ifPresent(cluster -> notes.add(cluster.note(host)));
  }

  /** What was assumed, and what is good to know. */
  List<String> notes() {
    return notes;
  }

  List<FileChange> all() throws RefusedException {
    NameRules.group(group);
    Map<String, String> texts = texts();
    texts.replaceAll((kind, text) -> neighbours.written(text));
    Map<String, TreePath> paths = BindingPlace.of(host, neighbours, binding.name());
    if (far.isPresent()) {
      paths = far.get().apart(paths);
    }
    var files = new ArrayList<>(added(paths, texts));
    if (host.isKustomized()) {
      List<TreePath> listed =
          files.stream()
              .map(FileChange::path)
              .filter(path -> far.isEmpty() || !path.isWithin(far.get().folder()))
              .toList();
      files.addFirst(new KustomizeChain(host).listing(listed));
    }
    return files;
  }

  private Map<String, String> texts() throws RefusedException {
    String namespace = binding.effectiveNamespace();
    var objects =
        new BindingObjects(
            binding.name(),
            namespace,
            group,
            source.url(),
            source.revision(),
            neighbours.destination(),
            controlPlane,
            labelled(),
            source.tool(),
            far.isPresent(),
            neighbours);
    BlockStyle style = neighbours.style();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Namespace", style.print(objects.namespaceObject()));
    texts.put("AppProject", style.print(objects.project()));
    texts.put("RoleBinding", style.print(objects.access()));
    if (binding.quota().isPresent()) {
      texts.put("ResourceQuota", QuotaText.in(namespace, binding.quota().get()));
    }
    far.ifPresent(cluster ->
        texts.put(FarCluster.DELIVERY, cluster.delivery(host, neighbours, controlPlane)));
    texts.put("Application", style.print(objects.application()));
    return texts;
  }

  /** The label lets the Argo CD of the same cluster manage the namespace; a far one has a login. */
  private boolean labelled() {
    return far.isEmpty() && controlPlane.equals("openshift-gitops")
        || neighbours.labelsNamespaces();
  }

  /** A file for each object, or one for all where only such are read. */
  private List<FileChange> added(Map<String, TreePath> paths, Map<String, String> texts)
      throws RefusedException {
    Map<TreePath, FileChange> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      TreePath path = Objects.requireNonNull(paths.get(text.getKey()));
      refuseTaken(path);
      FileChange before = files.get(path);
      files.put(
          path,
          before == null
              ? FileChange.added(path, text.getValue(), reason(text.getKey()))
              : FileChange.added(
                  path,
                  before.after().orElse("") + separator(text.getValue()) + text.getValue(),
                  "all that binds the team, in the one file that is read"));
    }
    return List.copyOf(files.values());
  }

  private void refuseTaken(TreePath path) throws RefusedException {
    if (host.snapshot().find(path).isPresent()) {
      throw new RefusedException(
          "%s is there already in %s on %s."
              .formatted(path, host.repository().shortName(), host.branch().name()),
          "Choose another name.");
    }
  }

  private static String separator(String like) {
    return "---" + new TextLines(like).lineEnd();
  }

  private String group() {
    if (binding.group().isPresent()) {
      return binding.group().get();
    }
    String suffix = neighbours.groupSuffix().orElse("-devs");
    notes.add("The group is assumed to be “" + binding.name() + suffix + "”.");
    return binding.name() + suffix;
  }

  private static String reason(String kind) {
    return switch (kind) {
      case "Namespace" -> "the team's namespace; it stays when the binding goes";
      case "AppProject" -> "what the team may do: one repository into one namespace";
      case "RoleBinding" -> "the team's people may look";
      case "ResourceQuota" -> "how much the team may use";
      case FarCluster.DELIVERY -> "delivers the namespace and the rights to the team's cluster";
      default -> "delivers the team's repository";
    };
  }
}
