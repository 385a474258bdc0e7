package dev.layerscope.edit.origin;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.text.TemplateText;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a template takes from its chart's values is changed in the file it comes from, the
 * strongest first. Whether it is the right one is for the preview to show: nothing but what is
 * wanted may change.
 */
public final class TemplateValues {
  /** {@code .Values.a.b}, {@code $app.b} or {@code .b}, and what makes a text of it. */
  private static final Pattern LOOKED_UP =
      Pattern.compile(
          "(\\$?[A-Za-z0-9_]*)((?:\\.[A-Za-z0-9_]+)+)(?:\\s*\\|\\s*(?:quote|toString))*");

  private final Declaration declared;
  private final FileDraft files;
  private final PlanDraft draft;

  public TemplateValues(Declaration declared, FileDraft files, PlanDraft draft) {
    this.declared = declared;
    this.files = files;
    this.draft = draft;
  }

  /** A scalar of a value file, and whether something around it names the Application. */
  private record Place(YamlPath path, String text, boolean named) {}

  /**
   * Changes what the only line with this key looks up.
   *
   * @param now as it is rendered
   * @return false when nothing says for certain where it comes from
   */
  public boolean set(String key, String now, String value, String reason) throws RefusedException {
    String template = files.text(declared.path());
    List<SetTemplate> lines = lines(template, key);
    if (TemplateText.has(template, key, now) || lines.size() != 1) {
      return false;
    }
    Optional<String> old = lines.getFirst().solve(now);
    Optional<String> part = lines.getFirst().solve(value);
    Matcher looked = LOOKED_UP.matcher(lines.getFirst().first());
    Optional<Host> host = declared.host();
    if (old.isEmpty() || part.isEmpty() || host.isEmpty() || !looked.matches()) {
      return false;
    }
    List<String> keys = List.of(looked.group(2).substring(1).split("\\."));
    boolean whole = keys.getFirst().equals("Values") && keys.size() > 1;
    for (TreePath file : ValueFiles.of(host.get().source(), declared.snapshot()).reversed()) {
      String text = files.text(file);
      List<Place> places =
          places(text).stream()
              .filter(place -> place.text().equals(old.get()))
              .filter(place ->
                  whole
                      ? place
                          .path()
                          .toString()
                          .equals(String.join(".", keys.subList(1, keys.size())))
                      : place.named()
                          && place.path().toString().endsWith("." + String.join(".", keys)))
              .toList();
      if (places.size() == 1) {
        YamlPath at = places.getFirst().path();
        files.change(file, Yaml.set(text, at, Scalar.of(part.get()), declared.described()), reason);
        draft.comes(key, at + " in " + file + " of " + declared.repository().shortName());
        return true;
      }
      if (!places.isEmpty()) {
        return false;
      }
    }
    return false;
  }

  private static List<SetTemplate> lines(String template, String key) {
    Matcher line =
        Pattern.compile("(?m)^\\s*(?:- )?" + Pattern.quote(key) + ":[ \\t]+(\\S.*?)\\s*$")
            .matcher(template);
    var found = new ArrayList<SetTemplate>();
    while (line.find()) {
      String text = line.group(1).replaceFirst("^([\"'])(.*)\\1$", "$2");
      if (text.contains("{{")) {
        found.add(new SetTemplate(text));
      }
    }
    return found;
  }

  private List<Place> places(String text) {
    var places = new ArrayList<Place>();
    Optional<Node> root = Yaml.roots(text).stream().flatMap(Optional::stream).findFirst();
    root.ifPresent(node -> collect(node, YamlPath.root(0), false, places));
    return places;
  }

  private void collect(Node node, YamlPath at, boolean named, List<Place> into) {
    String name = declared.node().name();
    switch (node) {
      case Scalar scalar -> into.add(new Place(at, scalar.text(), named));
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          collect(sequence.items().get(i), at.item(i), named, into);
        }
      }
      case Mapping mapping -> {
        boolean here =
            named
                || mapping.entries().stream()
                    .anyMatch(e -> e.value() instanceof Scalar s && s.text().equals(name));
        mapping
            .entries()
            .forEach(
                e -> collect(e.value(), at.down(e.name()), here || e.name().equals(name), into));
      }
    }
  }
}
