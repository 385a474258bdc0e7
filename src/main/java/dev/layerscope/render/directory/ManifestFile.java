package dev.layerscope.render.directory;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonReader;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects of one selected file, or what Argo CD says about it (specification §3.5 to §3.7). */
final class ManifestFile {
  private final Selection.Selected selected;
  private final Origin origin;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Wrong> passedOver = Optional.empty();

  /**
   * What came of it.
   *
   * @param error what makes Argo CD refuse the Application; empty when nothing does
   * @param passedOver why Argo CD takes nothing of it, and says nothing about that
   */
  record Content(
      List<Manifest> manifests,
      List<Finding> findings,
      Optional<Finding> error,
      Optional<Wrong> passedOver) {}

  private ManifestFile(Selection.Selected selected, Origin origin) {
    this.selected = selected;
    this.origin = origin;
  }

  static Content read(Selection.Selected selected, Origin origin, ParsedFiles parsed) {
    var file = new ManifestFile(selected, origin);
    Optional<Finding> error = selected.name().endsWith(".json") ? file.json() : file.yaml(parsed);
    return new Content(file.manifests, file.findings, error, file.passedOver);
  }

  /** One JSON object and nothing else. */
  private Optional<Finding> json() {
    JsonReader.Read read = JsonReader.read(TextEncoding.decode(selected.bytes()));
    Optional<Wrong> wrong =
        read.document() instanceof Document.Empty
            ? Optional.of(new Wrong(1, "Object 'Kind' is missing in 'null'", true))
            : take(read.document());
    if (wrong.isPresent()) {
      FindingCode code =
          wrong.get().kindless()
              ? FindingCode.NON_MANIFEST_JSON_ERROR
              : FindingCode.MANIFEST_UNREADABLE_ERROR;
      return Optional.of(unreadable(code, wrong.get(), ""));
    }
    if (read.more()) {
      String message =
          "Found multiple objects in \"%s\". Only single objects are allowed in JSON files."
              .formatted(selected.name());
      return Optional.of(
          Finding.of(FindingCode.MANIFEST_UNREADABLE_ERROR, message, origin.line(read.end())));
    }
    return Optional.empty();
  }

  /**
   * Documents up to the first that is none; what that means depends on how much the file looks like
   * manifests.
   */
  private Optional<Finding> yaml(ParsedFiles parsed) {
    for (Document document : parsed.documents(selected.file(), selected.bytes(), Reading.ARGO)) {
      Optional<Wrong> wrong = take(document);
      if (wrong.isPresent()) {
        if (!manifests.isEmpty() || saysThreeWords()) {
          return Optional.of(
              unreadable(
                  FindingCode.MANIFEST_UNREADABLE_ERROR,
                  wrong.get(),
                  "failed to unmarshal manifest: "));
        }
        findings.clear();
        passedOver = wrong;
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * What is no object.
   *
   * @param line where, from 1
   * @param message as Argo CD would say it
   * @param kindless whether it can be read, and is none
   */
  record Wrong(int line, String message, boolean kindless) {}

  private Optional<Wrong> take(Document document) {
    return switch (document) {
      case Document.Empty ignored -> Optional.empty();
      case Document.Broken broken ->
          Optional.of(
              new Wrong(
                  broken.line(),
                  "error converting YAML to JSON: yaml: " + broken.message(),
                  false));
      case Document.Content content -> object(content);
    };
  }

  private Optional<Wrong> object(Document.Content content) {
    if (!(content.root() instanceof Mapping root)) {
      String kind = content.root() instanceof dev.layerscope.yaml.Sequence ? "array" : "string";
      return Optional.of(
          new Wrong(
              content.line(),
              "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                  + kind
                  + " into an object",
              false));
    }
    Optional<Manifest> manifest = Manifest.of(root, origin).filter(m -> slashes(m) < 2);
    if (manifest.isEmpty()) {
      return Optional.of(
          new Wrong(content.line(), "Object 'Kind' is missing in '" + shortened(root) + "'", true));
    }
    manifests.add(manifest.get());
    content.notices().forEach(notice -> findings.add(notice(notice)));
    return Optional.empty();
  }

  /**
   * An {@code apiVersion} with two slashes has no group and version, and Argo CD then sees no kind
   * either.
   */
  private static long slashes(Manifest manifest) {
    return manifest.root().textAt("apiVersion").orElse("").chars().filter(c -> c == '/').count();
  }

  private Finding notice(Document.Notice notice) {
    String message =
        switch (notice) {
          case Document.Notice.DuplicateKey twice ->
              "The key \"%s\" is written in line %d and again in line %d; the last one counts."
                  .formatted(twice.key(), twice.earlierLine(), twice.line());
          case Document.Notice.OverwrittenByMerge merged ->
              "The key \"%s\" stands before \"<<\" and is overwritten by what is merged; Argo CD reads it so, YAML does not."
                  .formatted(merged.key());
        };
    return Finding.of(FindingCode.DUPLICATE_KEY_WARNING, message, origin.line(notice.line()));
  }

  private Finding unreadable(FindingCode code, Wrong wrong, String prefix) {
    String message =
        "Failed to unmarshal \"%s\": %s%s".formatted(selected.name(), prefix, wrong.message());
    return Finding.of(code, message, origin.line(wrong.line()));
  }

  private boolean saysThreeWords() {
    String text = TextEncoding.decode(selected.bytes());
    return text.contains("apiVersion:") && text.contains("kind:") && text.contains("metadata:");
  }

  private static String shortened(Node node) {
    String json = JsonText.of(node);
    return json.length() > 200 ? json.substring(0, 200) + "…" : json;
  }
}
