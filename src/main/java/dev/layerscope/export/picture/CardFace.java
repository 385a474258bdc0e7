package dev.layerscope.export.picture;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Destination;
import dev.layerscope.export.Inert;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a card says, in words ready to draw.
 *
 * @param place repository and revision
 * @param target path and destination, or what else matters for the kind
 * @param warning why it is not resolved; then it stands in place of the two lines
 * @param kindIcon empty for a plain Application
 */
public record CardFace(
    String name,
    String place,
    String target,
    String warning,
    String kindIcon,
    List<Badge> left,
    List<Badge> right) {
  /** A name that turns the reading direction would make a card say what is not there. */
  public CardFace {
    name = Inert.line(name);
    place = Inert.line(place);
    target = Inert.line(target);
    warning = Inert.line(warning);
  }

  /**
   * A small box in the bottom row.
   *
   * @param brief what it says where there is no room for the text
   */
  public record Badge(String icon, String text, String brief, Style style) {
    public Badge(String icon, String text, Style style) {
      this(icon, text, text, style);
    }

    Badge shortened() {
      return new Badge(icon, brief, style);
    }
  }

  /** How a badge is coloured. */
  public enum Style {
    PLAIN,
    WARNING,
    ERROR
  }

  /** The face of a node. */
  public static CardFace of(TreePicture picture, int at) {
    HierarchyNode node = picture.node(at);
    return new CardFace(
        node.label(),
        place(node),
        target(node),
        node.unresolved().or(node::dormant).orElse(""),
        kindIcon(node.kind()),
        left(node),
        right(picture, at, node));
  }

  private static String place(HierarchyNode node) {
    if (node.sources().isEmpty()) {
      var origin = node.manifest().origin();
      return origin.repoUrl().isEmpty() ? origin.path() : repository(new RepoUrl(origin.repoUrl()));
    }
    ResolvedSource source = node.sources().getFirst();
    String revision = source.declared().targetRevision().filter(r -> !r.isEmpty()).orElse("HEAD");
    String what = source.declared().chart().orElse(repository(source.declared().repoURL()));
    String more = node.sources().size() > 1 ? " +" + (node.sources().size() - 1) : "";
    return what + "@" + revision + more;
  }

  /** Repository, revision and path of the first source, as a card says them. */
  public static String source(HierarchyNode node) {
    return node.sources().isEmpty() ? place(node) : place(node) + "  " + path(node);
  }

  /** A repository without its host: {@code platform/baseline}. */
  public static String repository(RepoUrl url) {
    String identity = url.identity();
    int slash = identity.indexOf('/');
    return slash <= 0 ? identity : identity.substring(slash + 1);
  }

  private static String target(HierarchyNode node) {
    return switch (node.kind()) {
      case APPLICATION -> application(node);
      case GROUP -> Said.count(node.rendered().total(), "manifest", "manifests");
      case APPLICATION_SET, APP_PROJECT -> node.manifest().origin().path();
    };
  }

  /** A chart has no path worth showing. */
  private static String application(HierarchyNode node) {
    String to = node.application().map(CardFace::destination).orElse("?");
    boolean chart =
        node.sources().stream().anyMatch(source -> source.declared().chart().isPresent());
    return chart ? to : path(node) + " → " + to;
  }

  private static String path(HierarchyNode node) {
    return node.sources().stream()
        .map(source -> source.declared().path().orElse(""))
        .filter(path -> !path.isEmpty())
        .findFirst()
        .map(path -> path.equals(".") ? "/" : path)
        .orElse("/");
  }

  /** Cluster and namespace, as short as can be. */
  public static String destination(Application application) {
    Destination destination = application.destination();
    String cluster = destination.cluster();
    return destination
        .namespace()
        .map(n -> cluster.isEmpty() ? n : cluster + " / " + n)
        .orElse(cluster);
  }

  public static String kindIcon(NodeKind kind) {
    return switch (kind) {
      case APPLICATION -> "";
      case APPLICATION_SET -> "mdi2c-content-duplicate";
      case APP_PROJECT -> "fth-shield";
      case GROUP -> "fth-folder";
    };
  }

  private static List<Badge> left(HierarchyNode node) {
    var badges = new ArrayList<Badge>();
    if (node.unresolved().isPresent()) {
      badges.add(new Badge("mdi2l-link-off", Said.UNRESOLVED, Style.PLAIN));
      return badges;
    }
    if (node.dormant().isPresent()) {
      badges.add(new Badge("fth-moon", Said.DORMANT, Style.PLAIN));
    }
    Optional<Application> application =
        node.application().filter(a -> node.kind() == NodeKind.APPLICATION);
    application.ifPresent(a ->
        badges.add(
            a.syncPolicy().automated()
                ? new Badge("mdi2a-autorenew", Said.AUTO, "", Style.PLAIN)
                : new Badge("mdi2h-hand-back-right-outline", Said.MANUAL, "", Style.PLAIN)));
    if (application.isPresent() && application.get().syncWave().isPresent()) {
      badges.add(
          new Badge(
              "mdi2w-waves",
              Integer.toString(application.get().syncWave().getAsInt()),
              Style.PLAIN));
    }
    if (!node.certainty().exact()) {
      badges.add(new Badge("", node.certainty().level().word(), Style.PLAIN));
    }
    return badges;
  }

  private static List<Badge> right(TreePicture picture, int at, HierarchyNode node) {
    var badges = new ArrayList<Badge>();
    if (node.count(Severity.ERROR) > 0) {
      badges.add(
          new Badge("mdi2a-alert-circle", Said.number(node.count(Severity.ERROR)), Style.ERROR));
    }
    if (node.count(Severity.WARNING) > 0) {
      badges.add(
          new Badge("mdi2a-alert", Said.number(node.count(Severity.WARNING)), Style.WARNING));
    }
    if (picture.below(at) > 0) {
      badges.add(new Badge("mdi2f-file-tree-outline", Said.number(picture.below(at)), Style.PLAIN));
    }
    return badges;
  }

  /** What a closed card says of what it hides: "37 below", "2 errors". */
  public static List<Badge> hidden(TreePicture picture, int at) {
    var badges = new ArrayList<Badge>();
    int below = picture.below(at);
    badges.add(
        new Badge("mdi2f-file-tree-outline", Said.below(below), Said.number(below), Style.PLAIN));
    if (picture.errorsBelow(at) > 0) {
      int errors = picture.errorsBelow(at);
      badges.add(
          new Badge(
              "mdi2a-alert-circle",
              Said.count(errors, "error", "errors"),
              Said.number(errors),
              Style.ERROR));
    } else if (picture.warningsBelow(at) > 0) {
      int warnings = picture.warningsBelow(at);
      badges.add(
          new Badge(
              "mdi2a-alert",
              Said.count(warnings, "warning", "warnings"),
              Said.number(warnings),
              Style.WARNING));
    }
    return badges;
  }
}
