package dev.layerscope.argocd;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys of Argo CD's config maps that change what git comes to, and what each does. */
final class SettingKeys {
  static final String APPLICATION_HEALTH = "resource.customizations.health.argoproj.io_Application";

  static final List<String> ALL =
      List.of(
          "application.instanceLabelKey",
          "application.namespaces",
          "application.resourceTrackingMethod",
          "applicationsetcontroller.enable.new.git.file.globbing",
          "cluster.inClusterEnabled",
          "globalProjects",
          "helm.enable",
          "helm.valuesFileSchemes",
          "jsonnet.enable",
          "kustomize.buildOptions",
          "kustomize.enable",
          "reposerver.allow.oob.symlinks",
          "reposerver.include.hidden.directories",
          "reposerver.max.combined.directory.manifests.size",
          "resource.customizations.health.argoproj.io_Application",
          "resource.exclusions",
          "resource.inclusions");

  private static final Pattern QUANTITY = Pattern.compile("([0-9]+(?:\\.[0-9]*)?)([A-Za-z]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "k", 1_000L,
          "M", 1_000_000L,
          "G", 1_000_000_000L,
          "Ki", 1L << 10,
          "Mi", 1L << 20,
          "Gi", 1L << 30);

  private SettingKeys() {}

  /** What a key and its value come to. */
  sealed interface Meaning {
    record Change(UnaryOperator<Settings> change) implements Meaning {}

    /** Argo CD could not read it either. */
    record Unreadable(String why) implements Meaning {}

    /** It changes nothing that git shows. */
    record Unknown() implements Meaning {}
  }

  static Meaning change(String key, String value) {
    return switch (key) {
      case "kustomize.buildOptions" ->
          tools(tools -> tools.withKustomizeBuildOptions(value.strip()));
      case "kustomize.enable" -> enable(Tools.Tool.KUSTOMIZE, value);
      case "helm.enable" -> enable(Tools.Tool.HELM, value);
      case "jsonnet.enable" -> enable(Tools.Tool.JSONNET, value);
      case "helm.valuesFileSchemes" -> tools(tools -> tools.withValueFileSchemes(list(value)));
      case "reposerver.max.combined.directory.manifests.size" -> size(value);
      case "reposerver.allow.oob.symlinks" ->
          tools(tools -> tools.withOutOfBoundsLinks(isTrue(value)));
      case "application.namespaces" ->
          new Meaning.Change(s -> s.withApplicationNamespaces(list(value)));
      case "application.resourceTrackingMethod" ->
          tracking(t -> new Settings.Tracking(value, t.label(), t.applicationHealth()));
      case "application.instanceLabelKey" ->
          tracking(t -> new Settings.Tracking(t.method(), value, t.applicationHealth()));
      case APPLICATION_HEALTH ->
          tracking(t -> new Settings.Tracking(t.method(), t.label(), !value.isBlank()));
      case "resource.exclusions" -> exclusions(value);
      case "resource.inclusions" -> inclusions(value);
      case "cluster.inClusterEnabled" ->
          new Meaning.Change(s -> s.withInCluster(!value.equals("false")));
      case "globalProjects" ->
          GlobalProject.read(value)
              .<Meaning>map(projects -> new Meaning.Change(s -> s.withGlobalProjects(projects)))
              .orElseGet(() -> new Meaning.Unreadable("it is no list of projects"));
      case "applicationsetcontroller.enable.new.git.file.globbing" ->
          generation(g -> new Settings.Generation(isTrue(value), g.hiddenDirectories()));
      case "reposerver.include.hidden.directories" ->
          generation(g -> new Settings.Generation(g.newFileGlobbing(), isTrue(value)));
      default -> new Meaning.Unknown();
    };
  }

  /** Bytes of a quantity, {@code 10M}; empty when it is none. */
  static OptionalLong bytes(String quantity) {
    Matcher m = QUANTITY.matcher(quantity.strip());
    Optional<Long> unit =
        m.matches() ? Optional.ofNullable(UNITS.get(m.group(2))) : Optional.empty();
    return unit.map(u ->
            OptionalLong.of(new BigDecimal(m.group(1)).multiply(BigDecimal.valueOf(u)).longValue()))
        .orElse(OptionalLong.empty());
  }

  private static Meaning size(String value) {
    OptionalLong bytes = bytes(value);
    return bytes.isPresent()
        ? tools(tools -> tools.withMaxDirectoryBytes(bytes.getAsLong()))
        : new Meaning.Unreadable("“" + value + "” is no quantity");
  }

  private static Meaning exclusions(String value) {
    Optional<List<ResourceFilter.Rule>> rules = ResourceFilter.rules(value);
    return rules.isPresent()
        ? new Meaning.Change(
            s -> s.with(new ResourceFilter(rules.get(), s.resources().inclusions())))
        : new Meaning.Unreadable("it is no list of rules");
  }

  private static Meaning inclusions(String value) {
    Optional<List<ResourceFilter.Rule>> rules = ResourceFilter.rules(value);
    return rules.isPresent()
        ? new Meaning.Change(
            s -> s.with(new ResourceFilter(s.resources().exclusions(), rules.get())))
        : new Meaning.Unreadable("it is no list of rules");
  }

  /** Only the word itself switches a tool off. */
  private static Meaning enable(Tools.Tool tool, String value) {
    return tools(tools -> {
      Set<Tools.Tool> disabled = EnumSet.noneOf(Tools.Tool.class);
      disabled.addAll(tools.disabled());
      if (value.equals("false")) {
        disabled.add(tool);
      } else {
        disabled.remove(tool);
      }
      return tools.withDisabled(disabled);
    });
  }

  private static Meaning tools(UnaryOperator<Tools> change) {
    return new Meaning.Change(s -> s.with(change.apply(s.tools())));
  }

  private static Meaning tracking(UnaryOperator<Settings.Tracking> change) {
    return new Meaning.Change(s -> s.with(change.apply(s.tracking())));
  }

  private static Meaning generation(UnaryOperator<Settings.Generation> change) {
    return new Meaning.Change(s -> s.with(change.apply(s.generation())));
  }

  private static boolean isTrue(String value) {
    return List.of("1", "t", "T", "true", "TRUE", "True").contains(value.strip());
  }

  private static List<String> list(String value) {
    return Stream.of(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
