package dev.layerscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places as SARIF has them: paths relative to the repository they lie in, which has a base of its
 * own, and the commits they were read at.
 */
final class SarifPlaces {
  private static final String WORKSPACE = "WORKSPACE";
  private final TreeMap<String, String> bases = new TreeMap<>();
  private final TreeSet<Read> read = new TreeSet<>();

  private record Read(String repository, String commit) implements Comparable<Read> {
    @Override
    public int compareTo(Read other) {
      int byRepository = repository.compareTo(other.repository);
      return byRepository != 0 ? byRepository : commit.compareTo(other.commit);
    }
  }

  ObjectNode of(Location place) {
    ObjectNode location = Json.object();
    ObjectNode physical = location.putObject("physicalLocation");
    ObjectNode artifact = physical.putObject("artifactLocation");
    artifact.put("uri", place.path().isEmpty() ? "." : relative(place.path()));
    artifact.put("uriBaseId", base(place));
    if (place.line() > 0) {
      physical.putObject("region").put("startLine", place.line());
    }
    return location;
  }

  /** Where each repository's own paths begin. */
  ObjectNode bases() {
    ObjectNode json = Json.object();
    bases.forEach((id, url) -> {
      ObjectNode base = json.putObject(id);
      if (!url.isEmpty()) {
        base.put("uri", url + "/");
      }
      base.putObject("description")
          .put("text", url.isEmpty() ? "beside the workspace file" : "the repository " + url);
    });
    return json;
  }

  /** The commits that were read. */
  ArrayNode provenance() {
    ArrayNode json = Json.array();
    for (Read one : read) {
      ObjectNode entry = json.addObject();
      entry.put("repositoryUri", one.repository());
      entry.put("revisionId", one.commit());
    }
    return json;
  }

  private String base(Location place) {
    if (place.repoUrl().isEmpty()) {
      bases.put(WORKSPACE, "");
      return WORKSPACE;
    }
    var url = new RepoUrl(place.repoUrl());
    Optional<String> uri = uri(url.display());
    String id = url.shortName();
    while (bases.containsKey(id) && !bases.get(id).equals(uri.orElse(""))) {
      id = id + "_";
    }
    bases.put(id, uri.orElse(""));
    if (uri.isPresent() && !place.revision().isEmpty()) {
      read.add(new Read(uri.get(), place.revision()));
    }
    return id;
  }

  /** As a URI; git's own short form {@code git@host:path} is none. */
  private static Optional<String> uri(String text) {
    String url =
        text.matches("[^/:]+@[^/:]+:[^/].*") ? "ssh://" + text.replaceFirst(":", "/") : text;
    try {
      return Optional.of(new URI(url)).filter(URI::isAbsolute).map(URI::toString);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String relative(String path) {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
