package dev.layerscope.render.helm.values;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.helm.values.References.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the files that {@code valueFiles} and {@code fileParameters} name (specification §5.3): in
 * the chart's repository or in another source's, never outside.
 */
public final class ValueFiles {
  private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?!\\\\).*");

  /** More symbolic links in a row Argo CD does not follow to a value file. */
  private static final int MOST_LINKS = 10;

  private static final Pattern GLOB = Pattern.compile("[*?\\[]");

  private final Snapshot snapshot;
  private final TreePath chart;
  private final References references;
  private final UnaryOperator<String> environment;
  private final List<String> schemes;

  /**
   * @param chart the folder relative names start from
   * @param environment puts in the build environment's variables
   * @param schemes of addresses that Argo CD would fetch values from, in lower case
   */
  public ValueFiles(
      Snapshot snapshot,
      TreePath chart,
      References references,
      UnaryOperator<String> environment,
      List<String> schemes) {
    this.schemes = List.copyOf(schemes);
    this.snapshot = snapshot;
    this.chart = chart;
    this.references = references;
    this.environment = environment;
  }

  /** A file that was found. */
  public record Found(Snapshot snapshot, TreePath path, TreeEntry entry) {
    /** Its bytes as text. */
    public String text() {
      return new String(snapshot.read(entry), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** What came of a list of names. */
  public sealed interface Resolved {
    /** The files, lowest first. */
    record Files(List<Found> files) implements Resolved {
      public Files {
        files = List.copyOf(files);
      }
    }

    /** Argo CD refuses, in its words. */
    record Refused(String error) implements Resolved {}

    /** Needs what git does not hold. */
    record Unknown(String why) implements Resolved {}
  }

  private static final class StopException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Resolved why;

    StopException(Resolved why) {
      this.why = why;
    }
  }

  private static StopException refused(String error) {
    return new StopException(new Resolved.Refused(error));
  }

  private static StopException unknown(String why) {
    return new StopException(new Resolved.Unknown(why));
  }

  /** A name with everything put in: which repository, and where in it. */
  private record Spot(Snapshot in, TreePath path) {
    boolean isGlob() {
      return ValueFiles.isGlob(path.value());
    }
  }

  /** Whether a name is a pattern. */
  public static boolean isGlob(String path) {
    return GLOB.matcher(path).find();
  }

  /**
   * The files of a list of names. Named ones keep their place, patterns bring what is not named;
   * each file once.
   *
   * @param ignoreMissing leave out what is not there
   */
  public Resolved all(List<String> names, boolean ignoreMissing) {
    try {
      checkReferences(names);
      return new Resolved.Files(files(names, ignoreMissing));
    } catch (StopException e) {
      return e.why;
    }
  }

  /** The one file a file parameter names. */
  public Resolved one(String name) {
    try {
      checkReferences(List.of(name));
      Spot spot = spot(name);
      return new Resolved.Files(List.of(found(spot).orElseThrow(() -> missing(spot))));
    } catch (StopException e) {
      return e.why;
    }
  }

  private List<Found> files(List<String> names, boolean ignoreMissing) throws StopException {
    Set<Spot> named = new HashSet<>();
    for (String name : names) {
      wellNamed(name).ifPresent(named::add);
    }
    var files = new ArrayList<Found>();
    Set<Spot> seen = new HashSet<>();
    for (String name : names) {
      Spot spot = spot(name);
      if (spot.isGlob()) {
        List<Found> matches = matches(spot);
        if (matches.isEmpty() && !ignoreMissing) {
          throw refused("values file glob \"" + name + "\" matched no files");
        }
        for (Found match : matches) {
          var at = new Spot(spot.in(), match.path());
          if (!named.contains(at) && seen.add(at)) {
            files.add(match);
          }
        }
      } else if (seen.add(spot)) {
        Optional<Found> found = found(spot);
        if (found.isEmpty() && !ignoreMissing) {
          throw missing(spot);
        }
        found.ifPresent(files::add);
      }
    }
    return files;
  }

  /** Empty for a name that is wrong, which is said in its turn. */
  private Optional<Spot> wellNamed(String name) {
    try {
      return Optional.of(spot(name));
    } catch (StopException wrong) {
      return Optional.empty();
    }
  }

  private static StopException missing(Spot spot) {
    return refused(
        "helm template failed: Error: open " + spot.path() + ": no such file or directory");
  }

  private static Optional<Found> found(Spot spot) throws StopException {
    return switch (spot.in().follow(spot.path(), MOST_LINKS)) {
      case Snapshot.Target.Found(TreeEntry entry) when entry.isFile() ->
          Optional.of(new Found(spot.in(), spot.path(), entry));
      case Snapshot.Target.Found(TreeEntry directory) ->
          throw refused("helm template failed: Error: read " + spot.path() + ": is a directory");
      case Snapshot.Target.Missing ignored -> Optional.empty();
      case Snapshot.Target.Circular ignored -> throw outside(spot.path().value());
      case Snapshot.Target.Outside ignored -> throw outside(spot.path().value());
    };
  }

  private static StopException outside(String path) {
    return refused("file '" + path + "' resolved to outside repository root");
  }

  private static List<Found> matches(Spot spot) throws StopException {
    var found = new ArrayList<Found>();
    for (TreePath match : ValueGlob.matches(spot.in(), spot.path().value())) {
      found(new Spot(spot.in(), match)).ifPresent(found::add);
    }
    return found;
  }

  /** The place a name means. */
  private Spot spot(String name) throws StopException {
    Optional<Reference> reference = references.of(name);
    if (reference.isPresent()) {
      String rest = name.indexOf('/') < 0 ? "" : name.substring(name.indexOf('/'));
      return switch (reference.get()) {
        case Reference.At(Snapshot at, String ignored) ->
            place(at, TreePath.ROOT, environment.apply(rest));
        case Reference.Unavailable(String why) -> throw unknown("values " + name + ": " + why);
        case Reference.Refused(String error) -> throw refused(error);
      };
    }
    return place(snapshot, chart, environment.apply(name));
  }

  private Spot place(Snapshot in, TreePath relativeTo, String name) throws StopException {
    Matcher url = URL.matcher(name);
    if (url.matches()) {
      String scheme = url.group(1).toLowerCase(Locale.ROOT);
      if (!schemes.contains(scheme)) {
        throw refused("the URL scheme '" + scheme + "' is not allowed");
      }
      throw unknown("values from " + name.replaceAll("//[^/@]*@", "//"));
    }
    Optional<TreePath> path = name.startsWith("/") ? TreePath.clean(name) : relativeTo.walk(name);
    if (path.isEmpty()) {
      throw outside(name);
    }
    if (path.get().isRoot()) {
      throw refused("failed to resolve value file \"" + name + "\": it is the repository root");
    }
    return new Spot(in, path.get());
  }

  /** Argo CD looks at all names before it reads any (specification §1.2). */
  private void checkReferences(List<String> names) throws StopException {
    if (!references.severalSources()) {
      return;
    }
    Map<String, String> revisions = new HashMap<>();
    for (String name : names) {
      if (!name.startsWith("$")) {
        continue;
      }
      String key = References.name(name);
      Reference reference = references.byName().get(key);
      if (reference == null) {
        throw refused(
            references.byName().isEmpty()
                ? "source referenced \"$" + key + "\", but no source has a 'ref' field defined"
                : "source referenced \"$%s\", which is not one of the available sources (%s)"
                    .formatted(key, references.listed()));
      }
      if (reference instanceof Reference.At(Snapshot at, String revision)) {
        sameRepository(key, at, revision, revisions);
      }
    }
  }

  private void sameRepository(
      String key, Snapshot at, String revision, Map<String, String> revisions)
      throws StopException {
    String before = revisions.putIfAbsent(at.url().text(), revision);
    if (before != null && !before.equals(revision)) {
      throw refused(
          "cannot reference multiple revisions for the same repository ($%s references \"%s\" while"
                  .formatted(key, revision)
              + " another references \"%s\")".formatted(before));
    }
    if (at.url().sameRepositoryAs(snapshot.url()) && !at.commit().equals(snapshot.commit())) {
      throw refused(
          "cannot reference a different revision of the same repository ($%s references \"%s\" which"
                  .formatted(key, revision)
              + " resolves to \"%s\" while the application references \"%s\")"
                  .formatted(at.commit(), snapshot.commit()));
    }
  }
}
