package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters from the directories or the files of a repository (specification §6.3). */
record GitGenerator(Ground ground, Interpolation interpolation) {
  /** Patterns to take in and to leave out. */
  record Patterns(List<String> include, List<String> exclude) {
    static Patterns of(List<Mapping> items) {
      var include = new ArrayList<String>();
      var exclude = new ArrayList<String>();
      for (Mapping item : items) {
        boolean out = ApplicationSet.isTrue(item.get("exclude"));
        (out ? exclude : include).add(item.textAt("path").orElse(""));
      }
      return new Patterns(include, exclude);
    }
  }

  ParameterSets generate(Mapping block) throws GenerationException {
    List<Mapping> directories = ApplicationSet.mappings(block.get("directories"));
    List<Mapping> files = ApplicationSet.mappings(block.get("files"));
    if (directories.isEmpty() && files.isEmpty()) {
      throw GenerationException.failed("ApplicationSet is empty");
    }
    RepoUrl url = new RepoUrl(block.textAt("repoURL").orElse(""));
    Ground.Tree tree = ground.tree(url, block.textAt("revision"));
    Settings.Generation generation = ground.settings().generation();
    String prefix = block.textAt("pathParamPrefix").orElse("");
    var sets = new ArrayList<Fields>();
    Certainty certainty = tree.certainty();
    if (!directories.isEmpty()) {
      for (String path :
          GitDirectories.matching(
              tree.snapshot(), Patterns.of(directories), generation.hiddenDirectories())) {
        sets.add(filled(new GitPath(path, Optional.empty(), prefix), Fields.of(Map.of()), block));
      }
    } else {
      GitFiles.Matched matched =
          GitFiles.matching(tree.snapshot(), Patterns.of(files), generation.newFileGlobbing());
      certainty = certainty.and(matched.certainty());
      for (TreeEntry file : matched.files()) {
        for (Fields content : content(tree, file)) {
          sets.add(filled(GitPath.ofFile(file.path().value(), prefix), content, block));
        }
      }
    }
    return new ParameterSets(sets, certainty);
  }

  private List<Fields> content(Ground.Tree tree, TreeEntry file) throws GenerationException {
    try {
      return GitFiles.content(ground.parsed(), tree.snapshot(), file, interpolation.goTemplate());
    } catch (GenerationException e) {
      throw e.during("error generating params from git");
    }
  }

  private Fields filled(GitPath path, Fields content, Mapping block) throws GenerationException {
    return interpolation.withValues(
        path.addTo(content, interpolation.goTemplate()), block.mapping("values"));
  }
}
