package dev.layerscope.render.generator;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.Doublestar;
import dev.layerscope.glob.Pathspec;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.generator.template.GoNodes;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonReader;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files of a repository that patterns choose, and the parameters they hold. */
public final class GitFiles {
  private static final String SETTING = "applicationsetcontroller.enable.new.git.file.globbing";

  private GitFiles() {}

  /** Files by path, and how sure it is that Argo CD finds these. */
  record Matched(List<TreeEntry> files, Certainty certainty) {}

  static Matched matching(Snapshot snapshot, GitGenerator.Patterns patterns, boolean newer)
      throws GenerationException {
    List<TreeEntry> all = candidates(snapshot, patterns.include());
    List<String> paths = all.stream().map(e -> e.path().value()).toList();
    List<String> chosen = chosen(paths, patterns.include(), patterns.exclude(), newer);
    boolean same = chosen.equals(otherwise(paths, patterns, newer));
    var byPath = new TreeMap<String, TreeEntry>();
    all.forEach(entry -> byPath.put(entry.path().value(), entry));
    byPath.keySet().retainAll(Set.copyOf(chosen));
    Certainty certainty =
        same ? Certainty.EXACT : Certainty.assumed(SETTING + " is " + newer + "; it matters here");
    return new Matched(List.copyOf(byPath.values()), certainty);
  }

  /**
   * The files below the directories that patterns name before their first star, each once: a set
   * that looks into its own folder does not pay for the whole repository.
   */
  private static List<TreeEntry> candidates(Snapshot snapshot, List<String> patterns) {
    var found = new LinkedHashSet<TreeEntry>();
    for (TreePath start : patterns.stream().map(GitFiles::start).distinct().toList()) {
      snapshot
          .find(start)
          .filter(TreeEntry::isDirectory)
          .ifPresent(directory -> found.addAll(snapshot.walk(directory, d -> true)));
    }
    return List.copyOf(found);
  }

  private static TreePath start(String pattern) {
    int wild = 0;
    while (wild < pattern.length() && "*?[{\\:".indexOf(pattern.charAt(wild)) < 0) {
      wild++;
    }
    int slash = pattern.lastIndexOf('/', wild - 1);
    String directory = slash < 0 ? "" : pattern.substring(0, slash);
    return TreePath.clean(directory).orElse(TreePath.ROOT);
  }

  /** What the other way finds; nothing when it refuses the patterns. */
  private static List<String> otherwise(
      List<String> paths, GitGenerator.Patterns patterns, boolean newer) {
    try {
      return chosen(paths, patterns.include(), patterns.exclude(), !newer);
    } catch (GenerationException refused) {
      return List.of();
    }
  }

  /**
   * The paths that some pattern takes in and none leaves out, sorted.
   *
   * @param newer the newer of Argo CD's two ways, where a star stays within a directory
   */
  public static List<String> chosen(
      List<String> paths, List<String> include, List<String> exclude, boolean newer)
      throws GenerationException {
    var in = new ArrayList<Predicate<String>>();
    for (String pattern : include) {
      in.add(matcher(pattern, newer));
    }
    var out = new ArrayList<Predicate<String>>();
    for (String pattern : exclude) {
      out.add(matcher(pattern, newer));
    }
    return paths.stream()
        .filter(path -> in.stream().anyMatch(p -> p.test(path)))
        .filter(path -> out.stream().noneMatch(p -> p.test(path)))
        .sorted()
        .toList();
  }

  private static Predicate<String> matcher(String pattern, boolean newer)
      throws GenerationException {
    if (newer) {
      Doublestar glob =
          Doublestar.compile(pattern)
              .orElseThrow(() -> GenerationException.failed("syntax error in pattern"));
      return glob::matches;
    }
    Pathspec spec =
        Pathspec.of(pattern)
            .orElseThrow(
                () -> GenerationException.opaque("git's path magic is not read: " + pattern));
    return spec::matches;
  }

  static List<Fields> content(ParsedFiles parsed, Snapshot snapshot, TreeEntry file, boolean nested)
      throws GenerationException {
    if (!(snapshot.follow(file.path()) instanceof Snapshot.Target.Found(TreeEntry found))
        || !found.isFile()) {
      throw GenerationException.failed("error reading " + file.path());
    }
    try {
      return content(parsed.document(snapshot, found, GitFiles::document), nested);
    } catch (GenerationException e) {
      throw e.during(
          "unable to process file '%s' from repository '%s'"
              .formatted(file.path(), snapshot.url().display()));
    }
  }

  /** One mapping, or a list of mappings; nothing counts as an empty mapping. */
  public static List<Fields> content(String text, boolean nested) throws GenerationException {
    return content(document(text), nested);
  }

  private static List<Fields> content(Document document, boolean nested)
      throws GenerationException {
    return switch (document) {
      case Document.Empty ignored -> List.of(Fields.of(Map.of()));
      case Document.Broken(int line, String message) ->
          throw GenerationException.failed(
              "unable to parse file: error converting YAML to JSON: yaml: " + message);
      case Document.Content content -> sets(content.root(), nested);
    };
  }

  /** JSON is read as such: go-yaml forgives it the tabs that YAML forbids. */
  private static Document document(String text) {
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      JsonReader.Read read = JsonReader.read(text);
      if (!read.more() && !(read.document() instanceof Document.Broken)) {
        return read.document();
      }
    }
    return first(YamlReader.read(text, Reading.ARGO));
  }

  /** Whatever stands before the first line of dashes is no document when it says nothing. */
  private static Document first(List<Document> documents) {
    if (documents.isEmpty()) {
      return new Document.Empty(1);
    }
    boolean skip = documents.size() > 1 && documents.getFirst() instanceof Document.Empty;
    return documents.get(skip ? 1 : 0);
  }

  private static List<Fields> sets(Node root, boolean nested) throws GenerationException {
    List<Node> objects = root instanceof Sequence list ? list.items() : List.of(root);
    var sets = new ArrayList<Fields>();
    for (Node object : objects) {
      if (!(object instanceof Mapping mapping)) {
        String list = root instanceof Sequence ? "" : "[]";
        throw GenerationException.failed(
            "unable to parse file: error unmarshaling JSON: while decoding JSON: json: cannot"
                + " unmarshal "
                + jsonKind(object)
                + " into Go value of type "
                + list
                + "map[string]interface {}");
      }
      Fields fields = GoNodes.fields(mapping);
      sets.add(nested ? fields : texts(Flattened.of(fields)));
    }
    return sets;
  }

  private static String jsonKind(Node node) {
    return switch (GoNodes.value(node)) {
      case GoValue.Text ignored -> "string";
      case GoValue.Bool ignored -> "bool";
      case GoValue.Items ignored -> "array";
      case GoValue.Fields ignored -> "object";
      default -> "number";
    };
  }

  private static Fields texts(Map<String, String> flat) {
    var texts = new TreeMap<String, GoValue>();
    flat.forEach((key, value) -> texts.put(key, GoValue.text(value)));
    return Fields.of(texts);
  }
}
