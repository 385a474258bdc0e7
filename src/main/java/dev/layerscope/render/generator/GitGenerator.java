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
  private static final String FROM_GIT = "error generating params from git";

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
    Ground.Tree tree =
        tree(
            url,
            block.textAt("revision"),
            directories.isEmpty() ? FROM_GIT : FROM_GIT + ": error getting directories from repo");
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

  /** What cannot be read is told in the words Argo CD tells it in, where Argo CD could tell. */
  private Ground.Tree tree(RepoUrl url, Optional<String> revision, String what)
      throws GenerationException {
    try {
      return ground.tree(url, revision);
    } catch (GenerationException e) {
      throw e.during(what);
    }
  }

  private List<Fields> content(Ground.Tree tree, TreeEntry file) throws GenerationException {
    try {
      return GitFiles.content(ground.parsed(), tree.snapshot(), file, interpolation.goTemplate());
    } catch (GenerationException e) {
      throw e.during(FROM_GIT);
    }
  }

  private Fields filled(GitPath path, Fields content, Mapping block) throws GenerationException {
    return interpolation.withValues(
        path.addTo(content, interpolation.goTemplate()), block.mapping("values"));
  }
}
