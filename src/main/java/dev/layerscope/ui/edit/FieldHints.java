package dev.layerscope.ui.edit;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.workspace.Workspace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What can be said of each field at once, from what is on the screen already and without a plan:
 * whether a name is one and still free, whether a repository is known, whether an amount is one.
 */
final class FieldHints {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z][a-z0-9+.-]*://\\S+/\\S+|[^\\s/@]+@[^\\s/:]+:\\S+");
  private static final Pattern AMOUNT = Pattern.compile("\\d+(\\.\\d+)?(m|k|[KMGTPE]i?)?");
  private static final Pattern COUNT = Pattern.compile("\\d+");
  private static final Pattern VERSION =
      Pattern.compile("([\\w.-]+=)?[\\w][\\w.+-]{0,127}|@[a-z0-9]+:[0-9a-f]{32,}");
  private static final Pattern GROUP = Pattern.compile("\\S+");

  private final EditKind kind;
  private final UnaryOperator<String> values;
  private final Optional<Workspace> workspace;
  private final Optional<Hierarchy> hierarchy;
  private final Map<String, SortedSet<String>> images;

  FieldHints(
      EditKind kind,
      UnaryOperator<String> values,
      Optional<Workspace> workspace,
      Optional<Hierarchy> hierarchy,
      Map<String, SortedSet<String>> images) {
    this.kind = kind;
    this.values = values;
    this.workspace = workspace;
    this.hierarchy = hierarchy;
    this.images = images;
  }

  /** The hints by the keys of their fields; fields of which nothing can be said have none. */
  Map<String, FieldHint> all() {
    Map<String, FieldHint> hints = new LinkedHashMap<>();
    for (EditKind.Field field : kind.fields()) {
      String value = values.apply(field.key()).strip();
      of(field.key(), value).ifPresent(hint -> hints.put(field.key(), hint));
    }
    return hints;
  }

  private Optional<FieldHint> of(String key, String value) {
    return switch (key) {
      case "name" -> value.isEmpty() ? Optional.empty() : Optional.of(name(value));
      case "namespace" -> namespace(value);
      case "repository" -> value.isEmpty() ? Optional.empty() : Optional.of(repository(value));
      case "path" -> path(value);
      case "cpu", "memory" -> shaped(value, AMOUNT, Messages.text("hint.amount"));
      case "volumes" -> shaped(value, COUNT, Messages.text("hint.count"));
      case "image" -> image(value);
      case "version" ->
          shaped(value, VERSION, Messages.text("hint.version")).or(() -> released(value));
      case "revision", "group" -> shaped(value, GROUP, Messages.text("hint.blank"));
      case "to" -> same(value, "from");
      case "lower" -> same(value, "upper");
      default -> Optional.empty();
    };
  }

  private FieldHint name(String name) {
    if (!NAME.matcher(name).matches()) {
      return FieldHint.error(Messages.text("bind.badname", name));
    }
    List<String> taking =
        switch (kind) {
          case LAYER, BETWEEN, CLUSTER -> List.of(name, name + "-deps", name + "-res");
          default -> List.of(name);
        };
    Optional<HierarchyNode> owner =
        hierarchy.stream()
            .flatMap(h -> h.nodes().stream())
            .filter(n -> n.kind() != NodeKind.GROUP && taking.contains(n.name()))
            .min(Comparator.comparing(HierarchyNode::kind));
    return owner
        .map(node ->
            FieldHint.error(
                Messages.text(
                    "hint.taken",
                    node.kind().text() + " " + node.name(),
                    node.manifest().location().pathAndLine())))
        .orElseGet(() ->
            FieldHint.ok(
                Messages.count("hint.free", hierarchy.map(h -> h.roots().size()).orElse(0))));
  }

  /** A team's is made; an Application's own has to be there. */
  private Optional<FieldHint> namespace(String written) {
    String namespace = written.isEmpty() && kind == EditKind.TEAM ? values.apply("name") : written;
    if (namespace.isBlank()) {
      return Optional.empty();
    }
    if (!NAME.matcher(namespace.strip()).matches()) {
      return written.isEmpty()
          ? Optional.empty()
          : Optional.of(FieldHint.error(Messages.text("bind.badname", written)));
    }
    Set<String> planes = planes(values.apply("in"));
    Optional<HierarchyNode> owner =
        hierarchy.stream()
            .flatMap(h -> h.nodes().stream())
            .filter(n -> planes.isEmpty() || planes.contains(n.id().controlPlane()))
            .filter(n ->
                n.application()
                    .flatMap(a -> a.destination().namespace())
                    .filter(namespace.strip()::equals)
                    .isPresent())
            .findFirst();
    return switch (kind) {
      case TEAM ->
          Optional.of(
              owner
                  .map(n ->
                      FieldHint.error(
                          Messages.text("hint.namespace.taken", n.name(), n.id().controlPlane())))
                  .orElseGet(() -> FieldHint.ok(Messages.text("hint.namespace.made", namespace))));
      default -> owner.map(n -> FieldHint.ok(Messages.text("hint.namespace.shared", n.name())));
    };
  }

  /** Who would deliver what a root or layer declares; empty while nobody has said which. */
  private Set<String> planes(String in) {
    Set<String> planes = new LinkedHashSet<>();
    hierarchy.ifPresent(known ->
        known
            .root(in)
            .ifPresentOrElse(
                root -> root.declared().forEach(id -> planes.add(id.controlPlane())),
                () ->
                    known.nodes().stream()
                        .filter(n -> n.layer().equals(in))
                        .forEach(n -> planes.add(n.id().controlPlane()))));
    return planes;
  }

  private FieldHint repository(String written) {
    if (!ADDRESS.matcher(written).matches()) {
      return FieldHint.error(Messages.text("hint.repository.bad"));
    }
    var url = new RepoUrl(written);
    boolean known =
        workspace.stream()
            .flatMap(w -> w.repositories().stream())
            .anyMatch(r ->
                r.url().sameRepositoryAs(url)
                    || r.aliases().stream().anyMatch(a -> a.sameRepositoryAs(url)));
    boolean made = kind != EditKind.TEAM && kind != EditKind.APPLICATION;
    boolean create = values.apply("create").equals("true");
    if (known) {
      return create
          ? FieldHint.warning(Messages.text("hint.repository.there"))
          : FieldHint.ok(Messages.text("hint.repository.known"));
    }
    return create || made
        ? FieldHint.ok(Messages.text("hint.repository.made"))
        : FieldHint.warning(Messages.text("hint.repository.unknown"));
  }

  /** What an image is at now; what is delivered instead of one that is not. */
  private Optional<FieldHint> image(String name) {
    if (name.isEmpty() || images.isEmpty()) {
      return Optional.empty();
    }
    SortedSet<String> now = images.get(name);
    return Optional.of(
        now == null
            ? FieldHint.error(
                Messages.text("hint.image.unknown", String.join(", ", images.keySet())))
            : now.isEmpty()
                ? FieldHint.ok(Messages.text("hint.image.bare"))
                : FieldHint.ok(Messages.text("hint.image.now", String.join(", ", now))));
  }

  private Optional<FieldHint> released(String version) {
    SortedSet<String> now = images.get(values.apply("image").strip());
    return now != null && now.size() == 1 && now.contains(version)
        ? Optional.of(FieldHint.warning(Messages.text("hint.image.same")))
        : Optional.empty();
  }

  private static Optional<FieldHint> path(String value) {
    boolean outside = value.startsWith("/") || List.of(value.split("/")).contains("..");
    return outside ? Optional.of(FieldHint.error(Messages.text("hint.path"))) : Optional.empty();
  }

  private static Optional<FieldHint> shaped(String value, Pattern shape, String otherwise) {
    return value.isEmpty() || shape.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(FieldHint.error(otherwise));
  }

  private Optional<FieldHint> same(String value, String other) {
    return !value.isEmpty() && value.equals(values.apply(other).strip())
        ? Optional.of(FieldHint.error(Messages.text("hint.same")))
        : Optional.empty();
  }
}
