package dev.layerscope.argocd;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads an Application the way Argo CD takes it: effective sources by precedence, defaults filled
 * in, and a finding for everything it would refuse or ignore (specification §1).
 */
public final class ApplicationReader {
  private static final Pattern GO_INTEGER = Pattern.compile("[-+]?[0-9]{1,9}");

  private final Manifest manifest;
  private final List<Finding> findings = new ArrayList<>();

  private ApplicationReader(Manifest manifest) {
    this.manifest = manifest;
  }

  /** What was read, and what is wrong with it. */
  public record Read(Application application, List<Finding> findings) {
    public Read {
      findings = List.copyOf(findings);
    }
  }

  /** Reads a manifest of kind Application. */
  public static Read read(Manifest manifest) {
    var reader = new ApplicationReader(manifest);
    Application application = reader.application();
    reader.findings.addAll(KnownFields.check(manifest));
    return new Read(application, reader.findings);
  }

  private Application application() {
    Mapping spec = manifest.root().mapping("spec").orElse(Mapping.EMPTY);
    boolean hydrated = spec.mapping("sourceHydrator").isPresent();
    boolean multi =
        !hydrated && spec.sequence("sources").filter(s -> !s.items().isEmpty()).isPresent();
    return new Application(
        manifest.name(),
        Optional.of(manifest.namespace()).filter(n -> !n.isEmpty()),
        text(spec, "project", "spec.project").filter(p -> !p.isEmpty()).orElse("default"),
        sources(spec, hydrated, multi),
        multi,
        hydrated,
        destination(spec.mapping("destination").orElse(Mapping.EMPTY)),
        SyncPolicyReader.read(spec, this::reportUnknownOption),
        texts(manifest.root().at("metadata", "finalizers")),
        syncWave(),
        manifest);
  }

  private List<Source> sources(Mapping spec, boolean hydrated, boolean multi) {
    if (hydrated) {
      HydratorReader.Read read =
          HydratorReader.read(spec.mapping("sourceHydrator").orElse(Mapping.EMPTY));
      read.wrong()
          .forEach(
              wrong -> reportAt(FindingCode.INCOMPLETE_SOURCE_ERROR, wrong.message(), wrong.at()));
      return read.sync().stream().toList();
    }
    if (multi) {
      return severalSources(spec.sequence("sources").orElseThrow());
    }
    Optional<Mapping> single = spec.mapping("source");
    Optional<Node> notAMapping =
        spec.get("source").filter(node -> single.isEmpty() && !node.isNull());
    if (notAMapping.isPresent()) {
      reportAt(
          FindingCode.INVALID_APPLICATION_ERROR,
          "spec.source must be a mapping, and is " + JsonText.of(notAMapping.get()),
          notAMapping.get());
      return List.of();
    }
    if (single.isEmpty()) {
      report(
          FindingCode.MISSING_SOURCE_ERROR,
          "spec.source.repoURL and either spec.source.path or spec.source.chart are required",
          "spec");
      return List.of();
    }
    Source source = source(single.get(), "spec.source");
    boolean complete =
        !source.repoURL().text().isEmpty()
            && (source.path().isPresent() || source.chart().isPresent());
    if (!complete) {
      reportAt(
          FindingCode.INCOMPLETE_SOURCE_ERROR,
          "spec.source.repoURL and either spec.source.path or spec.source.chart are required",
          single.get());
      return List.of();
    }
    return chartHasRevision(source, single.get()) ? List.of(source) : List.of();
  }

  private List<Source> severalSources(Sequence declared) {
    var sources = new ArrayList<Source>();
    for (Node item : declared.items()) {
      Source source =
          source(item instanceof Mapping mapping ? mapping : Mapping.EMPTY, "spec.sources");
      boolean complete =
          !source.repoURL().text().isEmpty()
              && (source.path().isPresent()
                  || source.chart().isPresent()
                  || source.ref().isPresent());
      if (!complete) {
        reportAt(
            FindingCode.INCOMPLETE_SOURCE_ERROR,
            "each of spec.sources needs repoURL and one of path, chart, ref",
            item);
        return List.of();
      }
      if (!chartHasRevision(source, item)) {
        return List.of();
      }
      sources.add(source);
    }
    return sources;
  }

  private boolean chartHasRevision(Source source, Node at) {
    if (source.chart().isPresent() && source.targetRevision().filter(r -> !r.isEmpty()).isEmpty()) {
      reportAt(
          FindingCode.INCOMPLETE_SOURCE_ERROR,
          "spec.source.targetRevision is required if the manifest source is a helm chart",
          at);
      return false;
    }
    return true;
  }

  private Source source(Mapping source, String where) {
    return new Source(
        new RepoUrl(text(source, "repoURL", where + ".repoURL").orElse("")),
        text(source, "path", where + ".path").filter(p -> !p.isEmpty()),
        text(source, "targetRevision", where + ".targetRevision"),
        text(source, "chart", where + ".chart").filter(c -> !c.isEmpty()),
        text(source, "ref", where + ".ref").filter(r -> !r.isEmpty()),
        block(source, "kustomize"),
        block(source, "helm"),
        block(source, "directory"),
        block(source, "plugin"),
        source.place().line(),
        text(source, "tagPrefix", where + ".tagPrefix").filter(t -> !t.isEmpty()));
  }

  /**
   * An empty block counts as absent, except a plugin's: the controller drops zero values
   * (specification §2.1).
   */
  private static Optional<Mapping> block(Mapping source, String key) {
    return source.mapping(key).filter(block -> key.equals("plugin") || !isZero(block));
  }

  private static boolean isZero(Node node) {
    return switch (node) {
      case Mapping mapping -> mapping.entries().stream().allMatch(entry -> isZero(entry.value()));
      case Sequence sequence -> sequence.items().isEmpty();
      case Scalar scalar ->
          switch (ArgoScalars.read(scalar)) {
            case Value.Null ignored -> true;
            case Value.Bool bool -> !bool.value();
            case Value.Text text -> text.value().isEmpty();
            default -> false;
          };
    };
  }

  private Destination destination(Mapping destination) {
    var read =
        new Destination(
            text(destination, "server", "spec.destination.server").filter(s -> !s.isEmpty()),
            text(destination, "name", "spec.destination.name").filter(s -> !s.isEmpty()),
            text(destination, "namespace", "spec.destination.namespace").filter(s -> !s.isEmpty()));
    if (read.server().isPresent() && read.name().isPresent()) {
      report(
          FindingCode.AMBIGUOUS_DESTINATION_ERROR,
          "application destination can't have both name and server defined: "
              + read.name().get()
              + " "
              + read.server().get(),
          "spec",
          "destination");
    } else if (read.server().isEmpty() && read.name().isEmpty()) {
      report(
          FindingCode.MISSING_DESTINATION_ERROR,
          "Destination server missing from app spec",
          "spec",
          "destination");
    }
    return read;
  }

  private OptionalInt syncWave() {
    return manifest
        .annotation("argocd.argoproj.io/sync-wave")
        .filter(wave -> GO_INTEGER.matcher(wave).matches())
        .map(wave -> OptionalInt.of(Integer.parseInt(wave)))
        .orElse(OptionalInt.empty());
  }

  private static List<String> texts(Optional<Node> node) {
    return node.orElse(Mapping.EMPTY) instanceof Sequence sequence
        ? sequence.items().stream().flatMap(item -> item.asText().stream()).toList()
        : List.of();
  }

  /** A field that must be a string. Something else is reported, and its text taken. */
  private Optional<String> text(Mapping mapping, String key, String where) {
    Optional<Node> node = mapping.get(key);
    if (node.isEmpty() || node.get().isNull()) {
      return Optional.empty();
    }
    Optional<String> text = node.get().asText();
    if (text.isPresent()) {
      return text;
    }
    reportAt(
        FindingCode.INVALID_APPLICATION_ERROR,
        where + " must be a string, and is " + JsonText.of(node.get()),
        node.get());
    return node.get() instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private void reportUnknownOption(SyncPolicyReader.UnknownOption unknown) {
    reportAt(FindingCode.UNKNOWN_SYNC_OPTION_WARNING, unknown.message(), unknown.at());
  }

  private void report(FindingCode code, String message, String... keys) {
    findings.add(Finding.of(code, message, manifest.locationOf(keys)));
  }

  private void reportAt(FindingCode code, String message, Node node) {
    int line = node.place().line();
    findings.add(
        Finding.of(code, message, line > 0 ? manifest.origin().line(line) : manifest.location()));
  }
}
