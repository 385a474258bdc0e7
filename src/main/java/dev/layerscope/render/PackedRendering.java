package dev.layerscope.render;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.work.Packer;
import dev.layerscope.work.Unpacker;
import dev.layerscope.work.Unpacker.DamagedException;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.PackedNodes;
import java.util.ArrayList;
import java.util.List;

/** Results as bytes. */
final class PackedRendering {
  private PackedRendering() {}

  static void write(Rendered rendered, Packer to) {
    to.one(rendered.type());
    to.number(rendered.manifests().size());
    rendered.manifests().forEach(manifest -> manifest(manifest, to));
    certainty(rendered.certainty(), to);
    to.number(rendered.findings().size());
    rendered.findings().forEach(finding -> finding(finding, to));
    to.number(rendered.groups().size());
    for (Group group : rendered.groups()) {
      to.text(group.path().value());
      to.number(group.manifests());
      to.number(group.plain());
    }
  }

  /** One that did not fail: no other is ever written. */
  static Rendered read(Unpacker from) throws DamagedException {
    SourceType type = from.one(SourceType.class);
    var manifests = new ArrayList<Manifest>();
    for (int i = from.count(); i > 0; i--) {
      manifests.add(manifest(from));
    }
    Certainty certainty = certainty(from);
    var findings = new ArrayList<Finding>();
    for (int i = from.count(); i > 0; i--) {
      findings.add(finding(from));
    }
    var groups = new ArrayList<Group>();
    for (int i = from.count(); i > 0; i--) {
      TreePath path = path(from);
      int all = from.number();
      groups.add(new Group(path, all, from.number()));
    }
    return new Rendered(type, manifests, certainty, findings, groups, false);
  }

  private static TreePath path(Unpacker from) throws DamagedException {
    String path = from.text();
    return TreePath.clean(path)
        .filter(clean -> clean.value().equals(path))
        .orElseThrow(() -> new DamagedException("no path"));
  }

  private static void manifest(Manifest manifest, Packer to) {
    to.text(manifest.gvk().group());
    to.text(manifest.gvk().version());
    to.text(manifest.gvk().kind());
    to.text(manifest.namespace());
    to.text(manifest.name());
    to.text(manifest.origin().repoUrl());
    to.text(manifest.origin().commit());
    to.text(manifest.origin().path());
    PackedNodes.write(manifest.root(), to);
  }

  private static Manifest manifest(Unpacker from) throws DamagedException {
    String group = from.text();
    String version = from.text();
    var gvk = new Gvk(group, version, from.text());
    String namespace = from.text();
    String name = from.text();
    String url = from.text();
    String commit = from.text();
    var origin = new Origin(url, commit, from.text());
    if (!(PackedNodes.read(from) instanceof Mapping root)) {
      throw new DamagedException("no object");
    }
    return new Manifest(gvk, namespace, name, root, origin);
  }

  private static void finding(Finding finding, Packer to) {
    to.text(finding.code().text());
    to.text(finding.message());
    to.text(finding.knownBy());
    to.number(finding.locations().size());
    for (Location location : finding.locations()) {
      to.text(location.repoUrl());
      to.text(location.revision());
      to.text(location.path());
      to.number(location.line());
    }
    certainty(finding.certainty(), to);
  }

  private static Finding finding(Unpacker from) throws DamagedException {
    FindingCode code =
        FindingCode.of(from.text()).orElseThrow(() -> new DamagedException("no such finding"));
    String message = from.text();
    String knownBy = from.text();
    var places = new ArrayList<Location>();
    for (int i = from.count(); i > 0; i--) {
      String url = from.text();
      String revision = from.text();
      String path = from.text();
      places.add(new Location(url, revision, path, from.number()));
    }
    return new Finding(code, message, places, certainty(from), knownBy);
  }

  private static void certainty(Certainty certainty, Packer to) {
    to.one(certainty.level());
    to.texts(certainty.why());
    to.one(certainty.there());
    to.texts(certainty.gaps());
  }

  private static Certainty certainty(Unpacker from) throws DamagedException {
    Certainty.Level level = from.one(Certainty.Level.class);
    List<String> why = from.texts();
    Certainty.Level there = from.one(Certainty.Level.class);
    List<String> gaps = from.texts();
    if ((level == Certainty.Level.EXACT) != why.isEmpty()) {
      throw new DamagedException("a certainty without its reason");
    }
    return why.isEmpty() && gaps.isEmpty()
        ? Certainty.EXACT
        : new Certainty(level, why, there, gaps);
  }
}
