package dev.layerscope.diff.manifest;

import dev.layerscope.diff.manifest.Shape.ListRule;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two lists by the rule of their field. */
final class ListComparison {
  private static final List<List<String>> LIKE_A_NAME =
      List.of(List.of("name"), List.of("key"), List.of("id"), List.of("type"));

  private final ManifestComparison owner;

  ListComparison(ManifestComparison owner) {
    this.owner = owner;
  }

  void compare(String path, String name, Sequence from, Sequence to, Shape.Field field) {
    switch (field.list()) {
      case ListRule.Keyed(var alternatives) ->
          ListKeys.of(from, to, alternatives)
              .ifPresentOrElse(
                  keys -> keyed(path, keys, field, OrderMatters.of(name, from, to)),
                  () -> twice(path, from, to, field));
      case ListRule.AsSet() -> set(path, from, to);
      case ListRule.ByImage() ->
          ListKeys.byImage(from, to)
              .ifPresentOrElse(
                  keys -> keyed(path, keys, field, OrderMatters.NO),
                  () -> inOrder(path, from, to, field));
      case ListRule.InOrder() -> inOrder(path, from, to, field);
      case ListRule.Guessed() -> guessed(path, from, to, field);
    }
  }

  private void twice(String path, Sequence from, Sequence to, Shape.Field field) {
    int start = owner.size();
    inOrder(path, from, to, field);
    owner.note(start, "compared by position: keys are missing or occur twice");
  }

  private void guessed(String path, Sequence from, Sequence to, Shape.Field field) {
    Optional<ListKeys> keys = ListKeys.of(from, to, LIKE_A_NAME);
    if (keys.isEmpty()) {
      inOrder(path, from, to, field);
      return;
    }
    int start = owner.size();
    keyed(path, keys.get(), field, OrderMatters.PERHAPS);
    owner.note(start, "matched by " + keys.get().words() + ", a guess");
  }

  private void keyed(String path, ListKeys keys, Shape.Field field, OrderMatters order) {
    var all = new LinkedHashSet<>(keys.from().keySet());
    all.addAll(keys.to().keySet());
    if (order != OrderMatters.NO) {
      reordered(path, keys, order);
    }
    for (String key : all) {
      owner.node(
          path + "[" + key + "]",
          "",
          Optional.ofNullable(keys.from().get(key)),
          Optional.ofNullable(keys.to().get(key)),
          field);
    }
  }

  private void reordered(String path, ListKeys keys, OrderMatters order) {
    var before = new ArrayList<>(keys.from().keySet());
    var after = new ArrayList<>(keys.to().keySet());
    before.retainAll(keys.to().keySet());
    after.retainAll(keys.from().keySet());
    if (!before.equals(after)) {
      owner.add(
          new FieldChange(
              path,
              Optional.of(names(keys.from().keySet())),
              Optional.of(names(keys.to().keySet())),
              FieldChange.Kind.ORDER,
              Optional.of(order.words())));
    }
  }

  private static String names(java.util.Collection<String> keys) {
    return JsonText.of(Sequence.of(keys.stream().map(Scalar::of).toList()));
  }

  private void set(String path, Sequence from, Sequence to) {
    // A set holds a value once, however often it is written.
    Map<String, Node> before = byText(from);
    Map<String, Node> after = byText(to);
    Map<String, Node> all = new LinkedHashMap<>(before);
    all.putAll(after);
    all.forEach((text, item) -> {
      Optional<String> here = Optional.of(text);
      if (before.containsKey(text) != after.containsKey(text)) {
        String shown = item instanceof Scalar s ? ArgoScalars.read(s).plain() : text;
        owner.add(
            new FieldChange(
                path + "[" + shown + "]",
                before.containsKey(text) ? here : Optional.empty(),
                after.containsKey(text) ? here : Optional.empty()));
      }
    });
  }

  private static Map<String, Node> byText(Sequence list) {
    Map<String, Node> items = new LinkedHashMap<>();
    list.items().forEach(item -> items.putIfAbsent(JsonText.of(item), item));
    return items;
  }

  private void inOrder(String path, Sequence from, Sequence to, Shape.Field field) {
    List<String> before = from.items().stream().map(JsonText::of).toList();
    List<String> after = to.items().stream().map(JsonText::of).toList();
    if (before.equals(after)) {
      return;
    }
    if (before.stream().sorted().toList().equals(after.stream().sorted().toList())) {
      owner.add(
          new FieldChange(
              path,
              Optional.of(JsonText.of(from)),
              Optional.of(JsonText.of(to)),
              FieldChange.Kind.ORDER,
              Optional.of("the same items in another order")));
      return;
    }
    for (Alignment.Pair pair : Alignment.of(before, after)) {
      int at = pair.from().orElseGet(() -> pair.to().orElse(0));
      owner.node(path + "[" + at + "]", "", item(from, pair.from()), item(to, pair.to()), field);
    }
  }

  private static Optional<Node> item(Sequence list, java.util.OptionalInt index) {
    return index.isPresent() ? Optional.of(list.items().get(index.getAsInt())) : Optional.empty();
  }

  /** Whether the order of a list that is matched by keys means something. */
  private enum OrderMatters {
    NO,
    YES,
    PERHAPS;

    /** Init containers run in turn; a variable that is built from others must follow them. */
    static OrderMatters of(String field, Sequence from, Sequence to) {
      boolean variables =
          field.equals("env")
              && (JsonText.of(from).contains("$(") || JsonText.of(to).contains("$("));
      return field.equals("initContainers") || variables ? YES : NO;
    }

    String words() {
      return this == YES
          ? "another order, and order matters here"
          : "another order; whether it matters is not known for this kind";
    }
  }

  /** A mapping's value under a key as plain text; empty when it has none. */
  static Optional<String> plain(Node item, String key) {
    return item instanceof Mapping mapping && mapping.get(key).orElse(null) instanceof Scalar s
        ? Optional.of(ArgoScalars.read(s).plain())
        : Optional.empty();
  }
}
