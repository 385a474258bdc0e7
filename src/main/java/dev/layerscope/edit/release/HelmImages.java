package dev.layerscope.edit.release;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.application.RetargetingPlanner;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.origin.ImagePlaces;
import dev.layerscope.edit.origin.ValueFiles;
import dev.layerscope.edit.text.TemplateText;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An image of a chart: where its values come from, strongest first as Helm merges them: parameters,
 * the Application's own values, the value files from the last to the first, the chart's own.
 */
final class HelmImages {
  private final ReleasePlanner.Edits edits;
  private final ResolvedSource source;
  private final PlanDraft draft;

  HelmImages(ReleasePlanner.Edits edits, ResolvedSource source, PlanDraft draft) {
    this.edits = edits;
    this.source = source;
    this.draft = draft;
  }

  boolean set(Release.Image image) throws RefusedException {
    Mapping helm = source.declared().helm().orElse(Mapping.EMPTY);
    Optional<Mapping> own = helm.mapping("valuesObject");
    List<ImagePlaces.Place> inObject =
        own.map(values -> ImagePlaces.values(values, YamlPath.root(0), image)).orElse(List.of());
    if (!inObject.isEmpty()) {
      return inApplication("valuesObject", inObject, image);
    }
    if (helm.textAt("values").filter(v -> v.contains(image.name())).isPresent()) {
      throw new RefusedException(
          edits.node().name() + " has " + image.name() + " in values written as one text.",
          "Change it there by hand, or write the values as valuesObject.");
    }
    for (TreePath file : valueFiles().reversed()) {
      Optional<String> text = edits.draft(source).find(file);
      List<ImagePlaces.Place> places = text.map(t -> places(t, image)).orElse(List.of());
      if (!places.isEmpty()) {
        return inFile(helm, file, places, image);
      }
    }
    return inTemplates(image);
  }

  /** An image that is written out in a template. */
  private boolean inTemplates(Release.Image image) throws RefusedException {
    FileDraft files = edits.draft(source);
    boolean found = false;
    for (TreePath path : edits.filesWith(source, image)) {
      String text = files.text(path);
      Set<String> written = new LinkedHashSet<>(TemplateText.values(text, "image", image.name()));
      for (String old : written) {
        if (image.names(old)) {
          text = TemplateText.setAll(text, "image", old, image.whole());
          found = true;
        }
      }
      files.change(path, text, "sets the image");
    }
    return found;
  }

  private static List<ImagePlaces.Place> places(String text, Release.Image image) {
    Optional<Node> root = Yaml.roots(text).stream().flatMap(Optional::stream).findFirst();
    return root.map(r -> ImagePlaces.values(r, YamlPath.root(0), image)).orElse(List.of());
  }

  private boolean inApplication(String block, List<ImagePlaces.Place> places, Release.Image image)
      throws RefusedException {
    Declaration declared = Declaration.of(edits.ground(), List.of(edits.node()));
    YamlPath at = RetargetingPlanner.source(declared).down("helm", block);
    for (ImagePlaces.Place place : places) {
      var steps = new ArrayList<>(at.steps());
      steps.addAll(place.path().steps());
      edits.set(
          declared, new YamlPath(declared.document(), steps), place.value(), "sets the image");
    }
    draft.comes(image.name(), declared.described());
    return true;
  }

  /** A parameter of the same name beats the file. */
  private boolean inFile(
      Mapping helm, TreePath file, List<ImagePlaces.Place> places, Release.Image image)
      throws RefusedException {
    List<Node> parameters = helm.sequence("parameters").map(Sequence::items).orElse(List.of());
    for (ImagePlaces.Place place : places) {
      int stronger = -1;
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).textAt("name").equals(Optional.of(place.path().toString()))) {
          stronger = i;
        }
      }
      if (stronger >= 0) {
        Declaration declared = Declaration.of(edits.ground(), List.of(edits.node()));
        YamlPath at = RetargetingPlanner.source(declared).down("helm", "parameters").item(stronger);
        edits.set(declared, at.down("value"), place.value(), "sets the image");
        draft.comes(image.name(), "a parameter in " + declared.described());
      } else {
        edits.set(edits.draft(source), file, place);
        draft.comes(image.name(), file.toString());
      }
    }
    return true;
  }

  private List<TreePath> valueFiles() {
    return edits
        .ground()
        .cloneOf(new RepoUrl(source.repository()))
        .flatMap(c -> source.revision().flatMap(r -> c.snapshot(r.commit())))
        .map(snapshot -> ValueFiles.of(source, snapshot))
        .orElse(List.of());
  }
}
