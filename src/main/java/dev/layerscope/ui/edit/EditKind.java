package dev.layerscope.ui.edit;

import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.Moving;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.ui.workspace.EditWish;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be edited in the window, and what each form asks for. */
public enum EditKind {
  TEAM(
      "mdi2a-account-multiple-plus-outline",
      new Field("name", Choice.TEXT, true),
      new Field("in", Choice.HOST, true),
      new Field("environment", Choice.ENVIRONMENTS, true),
      new Field("repository", Choice.REPOSITORY, true),
      new Field("create", Choice.FLAG, false),
      new Field("namespace", Choice.TEXT, false),
      new Field("group", Choice.TEXT, false),
      new Field("cpu", Choice.TEXT, false),
      new Field("memory", Choice.TEXT, false),
      new Field("volumes", Choice.TEXT, false)),
  LAYER(
      "fth-layers",
      new Field("name", Choice.TEXT, true),
      new Field("over", Choice.GROUND, true),
      new Field("wire", Choice.OTHER_HOST, false),
      new Field("repository", Choice.REPOSITORY, false)),
  BETWEEN(
      "mdi2f-file-tree-outline",
      new Field("name", Choice.TEXT, true),
      new Field("upper", Choice.HOST, true),
      new Field("lower", Choice.OTHER_HOST, true),
      new Field("environment", Choice.ENVIRONMENTS, true),
      new Field("repository", Choice.REPOSITORY, false)),
  CLUSTER(
      "mdi2c-cube-outline",
      new Field("name", Choice.TEXT, true),
      new Field("over", Choice.GROUND, true),
      new Field("environment", Choice.ENVIRONMENT, true),
      new Field("repository", Choice.REPOSITORY, false)),
  APPLICATION(
      "mdi2c-cube-outline",
      new Field("name", Choice.TEXT, true),
      new Field("in", Choice.HOST, true),
      new Field("environment", Choice.ENVIRONMENTS, true),
      new Field("repository", Choice.REPOSITORY, true),
      new Field("path", Choice.TEXT, true),
      new Field("revision", Choice.TEXT, false),
      new Field("namespace", Choice.TEXT, false)),
  RELEASE(
      "fth-upload",
      new Field("application", Choice.APPLICATION, true),
      new Field("environment", Choice.ENVIRONMENTS, true),
      new Field("image", Choice.IMAGE, false),
      new Field("version", Choice.TEXT, true)),
  PROMOTE(
      "fth-git-merge",
      new Field("from", Choice.ENVIRONMENT, true),
      new Field("to", Choice.NEXT_ENVIRONMENT, true),
      new Field("application", Choice.ANY_APPLICATION, false)),
  RETARGET(
      "fth-git-branch",
      new Field("application", Choice.APPLICATION, true),
      new Field("environment", Choice.ENVIRONMENTS, true),
      new Field("revision", Choice.TEXT, false),
      new Field("path", Choice.TEXT, false),
      new Field("source", Choice.TEXT, false)),
  RENAME(
      "fth-git-commit",
      new Field("application", Choice.APPLICATION, true),
      new Field("environment", Choice.ENVIRONMENTS, true),
      new Field("name", Choice.TEXT, true)),
  MOVE(
      "fth-columns",
      new Field("application", Choice.APPLICATION, true),
      new Field("environment", Choice.ENVIRONMENTS, true),
      new Field("in", Choice.HOST, true)),
  REMOVE(
      "mdi2l-link-off",
      new Field("application", Choice.APPLICATION, true),
      new Field("environment", Choice.ENVIRONMENTS, true));

  private final String icon;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final List<Field> fields;

  EditKind(String icon, Field... fields) {
    this.icon = icon;
    this.fields = List.copyOf(Arrays.asList(fields));
  }

  /** What is offered in a field. */
  public enum Choice {
    TEXT,
    FLAG,
    /** A root or layer; the first is taken at first. */
    HOST,
    /** A root or layer; none is taken at first. */
    OTHER_HOST,
    /** What something new stands on: a layer, or a root; the first layer is taken at first. */
    GROUND,
    ENVIRONMENT,
    /** One or several environments. */
    ENVIRONMENTS,
    /** The environment after the first. */
    NEXT_ENVIRONMENT,
    REPOSITORY,
    APPLICATION,
    /** An image that the Application delivers. */
    IMAGE,
    /** An Application, or none: all. */
    ANY_APPLICATION
  }

  /**
   * One field of a form.
   *
   * @param key the id of its control, and of its label among the messages: {@code field.KEY}
   */
  public record Field(String key, Choice choice, boolean required) {}

  /** The form that is wanted. */
  public static EditKind of(EditWish.Kind kind) {
    return switch (kind) {
      case TEAM -> TEAM;
      case LAYER -> LAYER;
      case BETWEEN -> BETWEEN;
      case CLUSTER -> CLUSTER;
      case APPLICATION -> APPLICATION;
      case RELEASE -> RELEASE;
      case PROMOTE -> PROMOTE;
      case RETARGET -> RETARGET;
      case RENAME -> RENAME;
      case MOVE -> MOVE;
      case REMOVE -> REMOVE;
    };
  }

  /** The form of a name. */
  static Optional<EditKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** The Ikonli literal of its icon. */
  public String icon() {
    return icon;
  }

  public List<Field> fields() {
    return fields;
  }

  /** The key of its title among the messages. */
  public String title() {
    return "edit." + name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What the values of the form say; asked only when every required one is there. */
  Intention intention(FormValues values) {
    List<String> environments = values.list("environment");
    Optional<RepoUrl> repository = values.optional("repository").map(RepoUrl::new);
    String name = values.of("name");
    String application = values.of("application");
    return switch (this) {
      case TEAM ->
          new TeamBinding(
              name,
              new RepoUrl(values.of("repository")),
              values.of("in"),
              values.optional("namespace"),
              values.optional("group"),
              quota(values),
              values.flag("create"),
              environments);
      case LAYER ->
          new NewLayer(
              name,
              repository,
              new NewLayer.Place.Over(values.of("over"), values.optional("wire").stream().toList()),
              List.of());
      case BETWEEN ->
          new NewLayer(
              name,
              repository,
              new NewLayer.Place.Between(values.of("upper"), values.of("lower")),
              environments);
      case CLUSTER ->
          new NewCluster(name, repository, List.of(values.of("over")), values.of("environment"));
      case APPLICATION ->
          new NewApplication(
              name,
              values.of("in"),
              new RepoUrl(values.of("repository")),
              values.of("path"),
              values.optional("revision"),
              values.optional("namespace"),
              environments);
      case RELEASE ->
          new Release(
              application,
              values.optional("image").stream()
                  .map(image -> new Release.Image(image, values.of("version")))
                  .toList(),
              values.optional("image").isPresent() ? Optional.empty() : values.optional("version"),
              environments);
      case PROMOTE ->
          Promotion.of(
              values.of("from"), values.of("to"), values.optional("application").stream().toList());
      case RETARGET ->
          new Retargeting(
              application,
              values.optional("source"),
              values.optional("revision"),
              values.optional("path"),
              environments);
      case RENAME -> new Renaming(application, name, environments);
      case MOVE -> new Moving(application, values.of("in"), environments);
      case REMOVE -> new Removal(application, environments);
    };
  }

  /** A quota of what was filled in; QuotaText puts it into the team's namespace. */
  private static Optional<String> quota(FormValues values) {
    var hard = new StringBuilder();
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("cpu", "requests.cpu");
    keys.put("memory", "requests.memory");
    keys.put("volumes", "persistentvolumeclaims");
    keys.forEach((field, key) ->
        values
            .optional(field)
            .ifPresent(amount ->
                hard.append("    ")
                    .append(key)
                    .append(": '")
                    .append(amount.replace("'", "''"))
                    .append("'\n")));
    return hard.isEmpty()
        ? Optional.empty()
        : Optional.of(
            """
            apiVersion: v1
            kind: ResourceQuota
            metadata:
              name: quota
            spec:
              hard:
            """
                + hard);
  }
}
