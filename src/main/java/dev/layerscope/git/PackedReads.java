package dev.layerscope.git;

import dev.layerscope.git.Snapshot.Target;
import dev.layerscope.work.Packer;
import dev.layerscope.work.Unpacker;
import dev.layerscope.work.Unpacker.DamagedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of {@link Reads} as bytes: paths, names, modes and ids; never contents. */
final class PackedReads {
  private PackedReads() {}

  static void entry(TreeEntry entry, Packer to) {
    to.text(entry.path().value());
    to.one(entry.kind());
    to.text(entry.id());
  }

  static TreeEntry entry(Unpacker from) throws DamagedException {
    TreePath path = path(from);
    TreeEntry.Kind kind = from.one(TreeEntry.Kind.class);
    return new TreeEntry(path, kind, from.text());
  }

  static void maybe(Optional<TreeEntry> entry, Packer to) {
    to.flag(entry.isPresent());
    entry.ifPresent(there -> entry(there, to));
  }

  static Optional<TreeEntry> maybe(Unpacker from) throws DamagedException {
    return from.flag() ? Optional.of(entry(from)) : Optional.empty();
  }

  static void target(Target target, Packer to) {
    switch (target) {
      case Target.Found(TreeEntry entry) -> {
        to.number(0);
        entry(entry, to);
      }
      case Target.Missing() -> to.number(1);
      case Target.Circular() -> to.number(2);
      case Target.Outside(TreePath link, String where) -> {
        to.number(3);
        to.text(link.value());
        to.text(where);
      }
    }
  }

  static Target target(Unpacker from) throws DamagedException {
    return switch (from.number()) {
      case 0 -> new Target.Found(entry(from));
      case 1 -> new Target.Missing();
      case 2 -> new Target.Circular();
      case 3 -> {
        TreePath link = path(from);
        yield new Target.Outside(link, from.text());
      }
      default -> throw new DamagedException("no such target");
    };
  }

  static void raw(List<ObjectStore.RawEntry> entries, Packer to) {
    to.number(entries.size());
    for (ObjectStore.RawEntry entry : entries) {
      to.text(entry.name());
      to.number(entry.mode());
      to.text(entry.id());
    }
  }

  static List<ObjectStore.RawEntry> raw(Unpacker from) throws DamagedException {
    int count = from.count();
    var entries = new ArrayList<ObjectStore.RawEntry>(count);
    for (int i = 0; i < count; i++) {
      String name = from.text();
      int mode = from.number();
      entries.add(new ObjectStore.RawEntry(name, mode, from.text()));
    }
    return List.copyOf(entries);
  }

  static TreePath path(Unpacker from) throws DamagedException {
    String path = from.text();
    if (path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
      throw new DamagedException("no path: " + path);
    }
    return TreePath.of(path);
  }
}
