package dev.layerscope.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.layerscope.git.RepoUrl;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A workspace file that is about to be written for the first time.
 *
 * @param namespace of the control plane; empty for Argo CD's own default
 * @param environments proposed, in promotion order; each is carried by the branch of its name
 * @param notes what a person should know who commits the file; written as comments
 * @param remotes where repositories are cloned from that are not cloned from their URL
 * @param layers labels proposed
 * @param aliases other spellings of a repository
 * @param depth how many commits of each branch are cloned; empty for all
 * @param clones existing clones that are read in place of managed ones
 */
public record WorkspaceDraft(
    String name,
    Optional<String> namespace,
    List<RepoUrl> repositories,
    DraftRoot root,
    List<String> environments,
    List<String> notes,
    Map<RepoUrl, String> remotes,
    Map<RepoUrl, String> layers,
    Map<RepoUrl, List<RepoUrl>> aliases,
    OptionalInt depth,
    Map<RepoUrl, Path> clones) {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  public WorkspaceDraft {
    repositories = List.copyOf(repositories);
    environments = List.copyOf(environments);
    notes = List.copyOf(notes);
    remotes = Map.copyOf(remotes);
    layers = Map.copyOf(layers);
    aliases = Map.copyOf(aliases);
    clones = Map.copyOf(clones);
  }

  /** Before anything was cloned. */
  public static WorkspaceDraft beginning(String name, DraftRoot root) {
    return new WorkspaceDraft(
        name,
        Optional.empty(),
        List.of(),
        root,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        OptionalInt.empty(),
        Map.of());
  }

  private WorkspaceDraft with(
      Optional<String> otherNamespace, List<RepoUrl> others, DraftRoot otherRoot) {
    return new WorkspaceDraft(
        name,
        otherNamespace,
        others,
        otherRoot,
        environments,
        notes,
        remotes,
        layers,
        aliases,
        depth,
        clones);
  }

  /** The same with existing clones that are read where they are. */
  public WorkspaceDraft withClones(Map<RepoUrl, Path> existing) {
    return new WorkspaceDraft(
        name,
        namespace,
        repositories,
        root,
        environments,
        notes,
        remotes,
        layers,
        aliases,
        depth,
        existing);
  }

  /**
   * The same with two addresses that are one repository.
   *
   * @param note what was written about them, which is settled by this
   */
  public WorkspaceDraft merged(RepoUrl one, RepoUrl other, String note) {
    var spellings = new HashMap<>(aliases);
    spellings.merge(
        one, List.of(other), (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList());
    return new WorkspaceDraft(
        name,
        namespace,
        repositories.stream().filter(url -> !url.equals(other)).toList(),
        root,
        environments,
        notes.stream().filter(written -> !written.equals(note)).toList(),
        remotes,
        layers,
        spellings,
        depth,
        clones);
  }

  /** Where the root of a new workspace is declared. */
  public sealed interface DraftRoot {
    String name();

    /** Nobody knows yet. */
    record None() implements DraftRoot {
      @Override
      public String name() {
        return "";
      }
    }

    /**
     * A manifest beside the workspace file.
     *
     * @param file relative to it, or absolute while there is no workspace file yet
     */
    record Beside(String name, String file) implements DraftRoot {}

    /** A manifest in a repository. */
    record InGit(String name, RepoUrl url, Optional<String> revision, String path)
        implements DraftRoot {}
  }

  /** The same with its root declared elsewhere. */
  public WorkspaceDraft withRoot(DraftRoot other) {
    return with(namespace, repositories, other);
  }

  /** The same with more repositories. */
  public WorkspaceDraft withRepositories(List<RepoUrl> others) {
    return with(namespace, others, root);
  }

  /** The same with its control plane in another namespace. */
  public WorkspaceDraft withNamespace(Optional<String> other) {
    return with(other, repositories, root);
  }

  /** The file as it would be read from a folder where it does not lie yet. */
  public Workspace asIf(Path folder) throws WorkspaceException {
    return WorkspaceFile.of(folder.resolve(WorkspaceFile.NAME), text());
  }

  /** The file's text. */
  public String text() {
    var out = new StringBuilder();
    notes.forEach(note -> out.append("# ").append(note.replaceAll("\\R", " ")).append('\n'));
    try {
      return out.append(MAPPER.writeValueAsString(tree())).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft is plain text and lists", e);
    }
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws FileAlreadyExistsException when there is a workspace file already; it stays as it is
   */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(WorkspaceFile.NAME);
    Path unfinished = Files.createTempFile(folder, ".workspace", ".tmp");
    try {
      Files.writeString(unfinished, text());
      Files.createLink(file, unfinished);
      return file;
    } catch (UnsupportedOperationException noHardLinks) {
      Files.move(unfinished, file);
      return file;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private ObjectNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("name", name);
    namespace.ifPresent(n -> tree.putObject("argocd").put("namespace", n));
    var list = tree.putArray("repositories");
    for (RepoUrl url : repositories) {
      ObjectNode entry = list.addObject().put("url", url.display());
      Optional.ofNullable(remotes.get(url))
          .ifPresent(remote -> entry.put("remote", new RepoUrl(remote).display()));
      Optional.ofNullable(layers.get(url)).ifPresent(layer -> entry.put("layer", layer));
      Optional.ofNullable(aliases.get(url))
          .ifPresent(others -> {
            var written = entry.putArray("aliases");
            others.forEach(alias -> written.add(alias.display()));
          });
      Path existing = clones.get(url);
      if (existing != null) {
        entry.put("clone", existing.toString());
      } else {
        depth.ifPresent(commits -> entry.put("depth", commits));
      }
    }
    if (!(root instanceof DraftRoot.None)) {
      plant(tree.putArray("roots").addObject());
    }
    if (!environments.isEmpty()) {
      var proposed = tree.putArray("environments");
      environments.forEach(e -> proposed.addObject().put("name", e).put("branch", e));
    }
    return tree;
  }

  private void plant(ObjectNode entry) {
    entry.put("name", root.name());
    switch (root) {
      case DraftRoot.None ignored -> {}
      case DraftRoot.Beside(String unused, String file) -> entry.put("manifest", file);
      case DraftRoot.InGit(String unused, RepoUrl url, Optional<String> revision, String path) -> {
        entry.put("repoURL", url.display());
        revision.ifPresent(r -> entry.put("revision", r));
        entry.put("path", path);
      }
    }
  }
}
