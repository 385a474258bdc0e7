package dev.layerscope.render.kustomize.tree;

import dev.layerscope.glob.GoPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every place a path with wildcards leads to, as replacements write it: {@code
 * spec.*.[name=a.*].image}.
 */
public final class PathMatches {
  private final Optional<Tree.Kind> create;

  private PathMatches(Optional<Tree.Kind> create) {
    this.create = create;
  }

  /**
   * The places found.
   *
   * @param create what to make at the end of the path when nothing is there; empty to make nothing
   */
  public static List<Tree> find(Tree from, List<String> path, Optional<Tree.Kind> create)
      throws BuildException {
    return new PathMatches(create).filter(from, path).orElse(List.of());
  }

  /** Empty and an empty list differ: nothing was found, or nothing was looked for. */
  private Optional<List<Tree>> filter(Tree at, List<String> path) throws BuildException {
    if (path.isEmpty()) {
      return Optional.of(List.of(at));
    }
    String part = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (Paths.isIndex(part)) {
      return index(at, Integer.parseInt(part), rest);
    }
    if (Paths.isElement(part)) {
      return element(at, part, rest);
    }
    return part.equals("*") ? every(at, rest) : field(at, part, rest);
  }

  private Optional<List<Tree>> every(Tree at, List<String> rest) throws BuildException {
    var found = new ArrayList<Tree>();
    for (Tree item : elements(at)) {
      filter(item, rest).ifPresent(found::addAll);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Tree>> field(Tree at, String part, List<String> rest)
      throws BuildException {
    Optional<Tree> field = at.get(part);
    if (field.isEmpty() && create.isEmpty()) {
      return Optional.empty();
    }
    if (field.isEmpty()) {
      Tree made = Tree.empty(kindOf(rest));
      at.set(part, made);
      field = Optional.of(made);
    }
    return filter(field.get(), rest);
  }

  private Optional<List<Tree>> index(Tree at, int index, List<String> rest) throws BuildException {
    List<Tree> items = elements(at);
    if (items.size() == index && create.isPresent()) {
      items.add(Tree.empty(kindOf(rest)));
    }
    if (items.size() < index + 1) {
      throw new BuildException(
          "index %d specified but only %d elements found".formatted(index, items.size()));
    }
    return filter(items.get(index), rest);
  }

  private Optional<List<Tree>> element(Tree at, String part, List<String> rest)
      throws BuildException {
    String[] wanted = Paths.element(part);
    var found = new ArrayList<Tree>();
    for (Tree item : elements(at)) {
      if (wanted[0].isEmpty()) {
        if (regex(wanted[1]).find(item.value())) {
          found.add(item);
        }
      } else {
        Optional<Tree> value = item.find(wanted[0]);
        if (value.isPresent() && regex(wanted[1]).find(value.get().value())) {
          filter(item, rest).ifPresent(found::addAll);
        }
      }
    }
    if (!found.isEmpty() || create.isEmpty()) {
      return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
    Tree made = Tree.scalar(wanted[1]);
    if (!wanted[0].isEmpty()) {
      Tree map = Tree.map();
      map.content().add(Tree.scalar(wanted[0]));
      map.content().add(made);
      made = map;
    }
    elements(at).add(made);
    return element(at, part, rest);
  }

  private static List<Tree> elements(Tree at) throws BuildException {
    at.demand(Tree.Kind.LIST);
    return at.isList() ? at.content() : new ArrayList<>();
  }

  private Tree.Kind kindOf(List<String> rest) {
    if (rest.isEmpty()) {
      return create.orElse(Tree.Kind.SCALAR);
    }
    String next = rest.getFirst();
    return Paths.isElement(next) || Paths.isIndex(next) ? Tree.Kind.LIST : Tree.Kind.MAP;
  }

  private static GoPattern regex(String text) throws BuildException {
    try {
      return GoPattern.compile(text);
    } catch (GoPattern.InvalidPatternException e) {
      throw new BuildException("error parsing regexp: " + e.text());
    }
  }
}
