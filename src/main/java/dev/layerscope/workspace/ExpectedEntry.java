package dev.layerscope.workspace;

import dev.layerscope.diff.expected.Profile;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code ignore} that somebody wants in the workspace file; see {@code
 * docs/semantic-diff.md}. Narrowed and named with the {@code with…} methods.
 *
 * @param what the differences it takes as meant
 * @param narrowed further keys, in the order they are written
 */
public record ExpectedEntry(What what, Map<String, String> narrowed) {
  public ExpectedEntry {
    narrowed = new LinkedHashMap<>(narrowed);
  }

  /** Which differences. */
  public sealed interface What {
    /** A field and what is below it, written as in {@code ignore}: with stars. */
    record Field(String path) implements What {}

    /** Values that are equal once everything that matches is taken out. */
    record EqualWithout(String regex) implements What {}

    /** Rules that come with the program, or that one of them no longer holds. */
    record OfProfile(Profile profile, boolean off) implements What {}
  }

  /** A field of any object. */
  public static ExpectedEntry field(String path) {
    return new ExpectedEntry(new What.Field(path), Map.of());
  }

  /** Values that differ in what a regular expression matches only. */
  public static ExpectedEntry equalWithout(String regex) {
    return new ExpectedEntry(new What.EqualWithout(regex), Map.of());
  }

  /** Rules that come with the program. */
  public static ExpectedEntry profile(Profile profile) {
    return new ExpectedEntry(new What.OfProfile(profile, false), Map.of());
  }

  /** Rules that come with the program hold no longer. */
  public static ExpectedEntry without(Profile profile) {
    return new ExpectedEntry(new What.OfProfile(profile, true), Map.of());
  }

  private static Optional<What> what(Map<String, String> texts, boolean off) {
    String profile = texts.remove("profile");
    if (profile != null) {
      return Profile.of(profile).map(known -> new What.OfProfile(known, off));
    }
    String path = texts.get("path");
    if (path != null) {
      return Optional.of(new What.Field(path));
    }
    return Optional.ofNullable(texts.get("regex")).map(What.EqualWithout::new);
  }

  /** What its differences are counted under. */
  public ExpectedEntry withName(String name) {
    return with("name", name);
  }

  /**
   * Reads one as it stands in the file; empty when it names neither profile, path nor regex, or a
   * profile nobody knows.
   */
  static Optional<ExpectedEntry> of(Mapping entry) {
    Map<String, String> texts = new LinkedHashMap<>();
    entry.entries().forEach(e -> texts.put(e.name(), entry.textAt(e.name()).orElse("")));
    boolean off =
        entry
            .get("off")
            .filter(Scalar.class::isInstance)
            .map(Scalar.class::cast)
            .filter(scalar -> scalar.text().equals("true"))
            .isPresent();
    Optional<What> what = what(texts, off);
    texts.remove("off");
    return what.map(known -> {
      switch (known) {
        case What.Field ignored -> texts.remove("path");
        case What.EqualWithout ignored -> texts.remove("regex");
        case What.OfProfile ignored -> {}
      }
      return new ExpectedEntry(known, texts);
    });
  }

  /** What its differences are counted under. */
  public String title() {
    return Optional.ofNullable(narrowed.get("name"))
        .filter(ignored -> !(what instanceof What.OfProfile))
        .orElseGet(() ->
            switch (what) {
              case What.Field(String path) -> path;
              case What.EqualWithout(String regex) -> regex;
              case What.OfProfile(Profile profile, boolean off) -> profile.title();
            });
  }

  /** Only in objects of a kind: {@code Kind} or {@code group/Kind}. */
  public ExpectedEntry withKind(String kind) {
    return with("kind", kind);
  }

  /** Only in what an Application renders. */
  public ExpectedEntry withApplication(String application) {
    return with("application", application);
  }

  /** Only in objects of a name. */
  public ExpectedEntry withObject(String object) {
    return with("object", object);
  }

  /** Drift that somebody accepts, for ever or until a day. */
  public ExpectedEntry accepted(String reason, Optional<LocalDate> until) {
    ExpectedEntry because = with("reason", reason);
    return until.map(day -> because.with("until", day.toString())).orElse(because);
  }

  private ExpectedEntry with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(narrowed);
    more.put(key, value);
    return new ExpectedEntry(what, more);
  }

  /** As it stands in the file. */
  Mapping node() {
    Map<String, Node> entry = new LinkedHashMap<>();
    Optional.ofNullable(narrowed.get("name")).ifPresent(n -> entry.put("name", Scalar.of(n)));
    switch (what) {
      case What.Field(String path) -> entry.put("path", Scalar.of(path));
      case What.EqualWithout(String regex) -> entry.put("regex", Scalar.of(regex));
      case What.OfProfile(Profile profile, boolean off) -> {
        entry.put("profile", Scalar.of(profile.word()));
        if (off) {
          entry.put("off", Scalar.plain("true"));
        }
      }
    }
    narrowed.forEach((key, value) -> entry.putIfAbsent(key, Scalar.of(value)));
    return Mapping.of(entry);
  }
}
