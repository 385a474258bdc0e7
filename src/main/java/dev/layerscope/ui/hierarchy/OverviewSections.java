package dev.layerscope.ui.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.SyncPolicy;
import dev.layerscope.export.picture.CardFace;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Location;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The sections of the inspector's first tab. */
final class OverviewSections {
  private final HierarchyViewModel model;
  private final HierarchyNode node;
  private final PlaceLinks links;

  OverviewSections(HierarchyViewModel model, HierarchyNode node, PlaceLinks links) {
    this.links = links;
    this.model = model;
    this.node = node;
  }

  void fill(VBox overview) {
    List<Node> sections = new ArrayList<>();
    why().ifPresent(sections::add);
    trouble().ifPresent(sections::add);
    node.sources().forEach(source -> sections.add(source(source)));
    node.application()
        .filter(a -> node.kind() == NodeKind.APPLICATION)
        .ifPresent(a -> sections.add(delivery(a)));
    rendered().ifPresent(sections::add);
    reach().ifPresent(sections::add);
    overview.getChildren().setAll(sections);
    if (!node.findings().isEmpty()) {
      VBox section = section(Messages.text("inspector.findings"));
      node.findings().stream().sorted().map(FindingRow::of).forEach(section.getChildren()::add);
      overview.getChildren().add(section);
    }
  }

  /** The chain from the root, each link with the file and line that declares it. */
  private Optional<Node> why() {
    Optional<TreePicture> picture = model.picture();
    if (picture.isEmpty()) {
      return Optional.empty();
    }
    ResolvedRoot root = picture.get().root();
    List<Edge> chain = picture.get().hierarchy().pathTo(root, node.id());
    VBox section = section(Messages.text("inspector.why"));
    for (int i = 0; i < chain.size(); i++) {
      section.getChildren().add(link(chain.get(i), i == chain.size() - 1));
    }
    List<Edge> others =
        picture.get().hierarchy().declarationsOf(node.id()).stream()
            .filter(edge -> !chain.contains(edge))
            .toList();
    if (!others.isEmpty()) {
      section.getChildren().add(Pieces.label(Messages.text("inspector.also"), "muted", "caption"));
      others.forEach(edge -> section.getChildren().add(place(edge.declaredIn())));
    }
    return chain.isEmpty() && others.isEmpty() ? Optional.empty() : Optional.of(section);
  }

  private Node link(Edge edge, boolean last) {
    HierarchyNode to = model.hierarchy().get().orElseThrow().get(edge.to());
    var line = new Region();
    line.getStyleClass().add(last ? "chain-end" : "chain-line");
    line.setMinSize(1, 10);
    line.setPrefWidth(1);
    line.setMaxWidth(1);
    VBox.setVgrow(line, Priority.ALWAYS);
    var rail = new VBox(3, new GlyphIcon(model.looks().of(to), to.isResources()), line);
    rail.setAlignment(javafx.geometry.Pos.TOP_CENTER);
    rail.setPadding(new Insets(3, 0, 0, 0));
    var name = Pieces.label(to.label(), last ? "strong" : "plain");
    var words = new VBox(0, name, place(edge.declaredIn()));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(8, rail, words);
  }

  private Node place(Location location) {
    return links.file(location);
  }

  private Optional<Node> trouble() {
    var why = new ArrayList<String>();
    node.unresolved().ifPresent(why::add);
    node.dormant().ifPresent(why::add);
    why.addAll(node.certainty().why());
    if (why.isEmpty()) {
      return Optional.empty();
    }
    VBox section =
        section(
            node.unresolved().isPresent()
                ? Messages.text("inspector.unresolved")
                : Messages.text("inspector.certainty", node.certainty().level().word()));
    why.stream().distinct().forEach(reason -> section.getChildren().add(wrapped(reason)));
    return Optional.of(section);
  }

  private static Label wrapped(String text) {
    Label label = Pieces.label(text, "value");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Node source(ResolvedSource source) {
    VBox section =
        section(
            node.sources().size() > 1
                ? Messages.text(
                    "inspector.source.of",
                    node.sources().indexOf(source) + 1,
                    node.sources().size())
                : Messages.text("inspector.source"));
    link(section, "inspector.repository", links.repository(source.declared().repoURL()));
    String asked = source.declared().targetRevision().filter(r -> !r.isEmpty()).orElse("HEAD");
    String read = source.revision().map(r -> asked + " → " + r.abbreviated()).orElse(asked);
    source
        .revision()
        .ifPresentOrElse(
            r ->
                link(
                    section,
                    "inspector.revision",
                    links.commit(source.declared().repoURL(), r.commit(), read)),
            () -> value(section, "inspector.revision", read));
    source.declared().chart().ifPresent(chart -> value(section, "inspector.chart", chart));
    source.declared().path().ifPresent(path -> path(section, source, path));
    source.declared().ref().ifPresent(ref -> value(section, "inspector.ref", ref));
    return section;
  }

  private Node delivery(Application application) {
    VBox section = section(Messages.text("inspector.delivery"));
    value(section, "inspector.destination", CardFace.destination(application));
    value(section, "inspector.project", application.project());
    value(section, "inspector.sync", sync(application.syncPolicy()));
    application
        .syncWave()
        .ifPresent(wave -> value(section, "inspector.wave", Integer.toString(wave)));
    value(section, "inspector.namespace", node.id().namespace());
    return section;
  }

  private static String sync(SyncPolicy policy) {
    var words = new ArrayList<String>();
    words.add(Messages.text(policy.automated() ? "sync.automated" : "sync.manual"));
    if (policy.prune()) {
      words.add(Messages.text("sync.prune"));
    }
    if (policy.selfHeal()) {
      words.add(Messages.text("sync.selfheal"));
    }
    policy.retryLimit().ifPresent(limit -> words.add(Messages.text("sync.retry", limit)));
    words.addAll(policy.syncOptions());
    return String.join(", ", words);
  }

  private Optional<Node> rendered() {
    if (node.rendered().total() == 0) {
      return Optional.empty();
    }
    VBox section = section(Messages.count("count.manifests", node.rendered().total()));
    node.rendered()
        .byKind()
        .forEach((kind, count) -> {
          int slash = kind.lastIndexOf('/');
          Label name = Pieces.label(kind.substring(slash + 1), "small");
          name.setMinWidth(Region.USE_PREF_SIZE);
          Label group = Pieces.label(slash < 0 ? "" : kind.substring(0, slash), "muted", "caption");
          group.setMinWidth(0);
          group.setTooltip(slash < 0 ? null : new Tooltip(group.getText()));
          Label number = Pieces.label(Messages.number(count), "muted", "small");
          number.setMinWidth(Region.USE_PREF_SIZE);
          section.getChildren().add(Pieces.row(6, name, group, Pieces.spring(), number));
        });
    return Optional.of(section);
  }

  private Optional<Node> reach() {
    int roots = model.looks().rootsWith(node.layer());
    int all = model.hierarchy().get().map(h -> h.roots().size()).orElse(0);
    if (all < 2 || roots == 0) {
      return Optional.empty();
    }
    VBox section = section(Messages.text("inspector.reach"));
    section
        .getChildren()
        .add(wrapped(Messages.text("inspector.reach.roots", node.layer(), roots, all)));
    return Optional.of(section);
  }

  private static VBox section(String title) {
    var section = new VBox(Pieces.label(title, "section-title"));
    section.getStyleClass().add("section");
    return section;
  }

  private static void value(VBox section, String key, String text) {
    Label value = wrapped(text);
    HBox.setHgrow(value, Priority.ALWAYS);
    var row = new HBox(8, Pieces.label(Messages.text(key), "key"), value);
    section.getChildren().add(row);
  }

  private void path(VBox section, ResolvedSource source, String path) {
    String shown = path + "   " + source.type().text();
    Optional<String> clean = TreePath.clean(path).map(TreePath::value);
    if (source.revision().isEmpty() || clean.isEmpty()) {
      value(section, "inspector.path", shown);
      return;
    }
    var place = new Location(source.repository(), source.revision().get().commit(), clean.get(), 0);
    link(section, "inspector.path", links.file(shown, place));
  }

  private static void link(VBox section, String key, Hyperlink link) {
    HBox.setHgrow(link, Priority.ALWAYS);
    section.getChildren().add(Pieces.row(8, Pieces.label(Messages.text(key), "key"), link));
  }
}
