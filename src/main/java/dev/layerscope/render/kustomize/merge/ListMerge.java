package dev.layerscope.render.kustomize.merge;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Merges two lists whose elements are the same when their keys are: those of the patch come first,
 * those of the object after them, matching ones merged. Follows the tool step by step, because what
 * it does with elements that lack a key, or repeat one, is not what anybody would design.
 */
final class ListMerge {
  private final Tree object;
  private final Optional<Tree> patch;
  private final StrategicMerge.Type type;
  private final List<String> keys;

  ListMerge(Tree object, Optional<Tree> patch, StrategicMerge.Type type) {
    this.object = object;
    this.patch = patch;
    this.type = type;
    List<String> known = type.list().flatMap(MergeKeys.Field::keys).orElse(List.of());
    this.keys = known.isEmpty() ? List.of("") : known;
  }

  Optional<Tree> merged() throws BuildException {
    List<List<String>> identities = identities();
    if (keys.size() > 1) {
      fillIn(identities);
    }
    Tree result = Tree.list();
    List<String> lastKeys = keys;
    for (List<String> identity : identities) {
      lastKeys = usedKeys(identities);
      List<String> values = usedValues(identities, identity);
      Optional<Tree> element =
          StrategicMerge.walk(
              find(Optional.of(object), values, lastKeys),
              find(patch, values, lastKeys),
              type.element());
      if (element.isEmpty()
          || element.get().isNull()
          || element.get().isMap() && element.get().content().isEmpty()) {
        put(object, Optional.empty(), lastKeys, values);
        continue;
      }
      keepKeys(element.get(), lastKeys, values);
      put(result, element, lastKeys, values);
    }
    if (!identities.isEmpty()) {
      append(result, lastKeys);
      return Optional.of(result);
    }
    return Optional.of(object);
  }

  /** The keys' values of every element, those of the patch first, each once. */
  private List<List<String>> identities() {
    Set<List<String>> seen = new LinkedHashSet<>();
    for (Optional<Tree> list : List.of(patch, Optional.of(object))) {
      for (Tree element : list.filter(Tree::isList).map(Tree::content).orElse(List.of())) {
        seen.add(keys.stream().map(key -> valueOf(element, key)).toList());
      }
    }
    return new ArrayList<>(seen);
  }

  private static String valueOf(Tree element, String key) {
    if (key.isEmpty()) {
      return element.value();
    }
    return element.find(key).filter(v -> !v.isNullOrEmpty()).map(Tree::value).orElse("");
  }

  /** Elements that agree in one key, and of which one lacks the other, are taken for the same. */
  private static void fillIn(List<List<String>> identities) {
    for (int i = 0; i < identities.size(); i++) {
      for (int j = 0; j < identities.size(); j++) {
        Optional<List<String>> both = both(identities.get(i), identities.get(j));
        if (both.isPresent()) {
          identities.set(i, both.get());
          identities.set(j, both.get());
        }
      }
    }
  }

  private static Optional<List<String>> both(List<String> a, List<String> b) {
    boolean common = false;
    var both = new ArrayList<String>();
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i).equals(b.get(i))) {
        common = true;
      } else if (!a.get(i).isEmpty() && !b.get(i).isEmpty()) {
        return Optional.empty();
      }
      both.add(a.get(i).isEmpty() ? b.get(i) : a.get(i));
    }
    return common ? Optional.of(both) : Optional.empty();
  }

  /** Keys that any element has; all of them when none has any. */
  private List<String> usedKeys(List<List<String>> identities) {
    var used = new ArrayList<String>();
    for (int i = 0; i < keys.size(); i++) {
      int at = i;
      if (identities.stream().anyMatch(values -> !values.get(at).isEmpty())) {
        used.add(keys.get(i));
      }
    }
    return used.isEmpty() ? keys : used;
  }

  private List<String> usedValues(List<List<String>> identities, List<String> values) {
    List<String> used = usedKeys(identities);
    var result = new ArrayList<String>();
    for (int i = 0; i < keys.size(); i++) {
      if (used.contains(keys.get(i))) {
        result.add(values.get(i));
      }
    }
    return result;
  }

  /** The element with these values; keys without a value are not asked for, unless none has one. */
  private static Optional<Tree> find(Optional<Tree> list, List<String> values, List<String> keys) {
    if (list.isEmpty() || !list.get().isList()) {
      return Optional.empty();
    }
    boolean any = values.stream().anyMatch(v -> !v.isEmpty());
    for (Tree element : list.get().content()) {
      boolean matches = true;
      for (int i = 0; i < keys.size() && matches; i++) {
        if (any && values.get(i).isEmpty()) {
          continue;
        }
        String wanted = values.get(i);
        matches =
            keys.get(i).isEmpty()
                ? element.value().equals(wanted)
                : element.find(keys.get(i)).map(v -> v.value().equals(wanted)).orElse(false);
      }
      if (matches) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static void keepKeys(Tree element, List<String> keys, List<String> values)
      throws BuildException {
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).isEmpty()
          && element.find(keys.get(i)).isEmpty()
          && !values.get(i).isEmpty()) {
        element.set(keys.get(i), Tree.scalar(values.get(i)));
      }
    }
  }

  private void append(Tree result, List<String> used) throws BuildException {
    for (Tree element : List.copyOf(object.content())) {
      if (used.getFirst().isEmpty()) {
        put(result, Optional.of(element), List.of(""), List.of(element.value()));
        continue;
      }
      var values = new ArrayList<String>();
      for (String key : used) {
        Optional<Tree> value = element.get(key);
        if (value.isEmpty()) {
          result.content().add(element);
        } else {
          values.add(value.get().value());
        }
      }
      if (used.size() > 1) {
        put(result, Optional.empty(), used, values);
      }
      put(result, Optional.of(element), used, values);
    }
  }

  /**
   * Puts an element in the place of those with the same keys, or at the end; an absent one removes
   * them.
   */
  static void put(Tree list, Optional<Tree> element, List<String> keys, List<String> values)
      throws BuildException {
    boolean mapped =
        !keys.isEmpty()
            && !keys.getFirst().isEmpty()
            && !values.isEmpty()
            && !values.getFirst().isEmpty();
    var content = new ArrayList<Tree>();
    boolean found = false;
    for (Tree old : list.content()) {
      if (old.isNull() || old.isMap() && old.content().isEmpty()) {
        continue;
      }
      if (!old.isMap() && mapped) {
        content.add(old);
        continue;
      }
      if (!hasKeys(old, keys, values)) {
        if (!values.isEmpty()) {
          content.add(old);
        }
        continue;
      }
      found = true;
      element.ifPresent(content::add);
    }
    if (!found) {
      element.filter(e -> !e.isNull()).ifPresent(content::add);
    }
    list.setContent(content);
  }

  private static boolean hasKeys(Tree element, List<String> keys, List<String> values)
      throws BuildException {
    boolean matched = false;
    for (int i = 0; i < keys.size(); i++) {
      if (i < values.size()) {
        String value = values.get(i);
        matched =
            keys.get(i).isEmpty()
                ? element.value().equals(value)
                : element
                    .get(keys.get(i))
                    .map(v -> value.isEmpty() || v.value().equals(value))
                    .orElse(false);
      }
      if (!matched) {
        return false;
      }
    }
    return matched;
  }
}
