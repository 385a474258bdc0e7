package dev.layerscope.render;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.work.Unpacker.DamagedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.ToLongFunction;

/**
 * Between the memory of this program and that of the next: takes results from the disk when they
 * are first asked for, and writes the repositories of which there is something new.
 */
final class NextTime {
  private final KeptRenderings disk;

  /** Results that are on the disk already. */
  private final Set<Kept> old =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  NextTime(KeptRenderings disk) {
    this.disk = disk;
  }

  /**
   * What the disk has for a key.
   *
   * @param count takes the size of a result into account
   */
  Slot slot(RenderMemory.Key key, ToLongFunction<Rendered> count) {
    var slot = new Slot();
    if (!fit(key.url())) {
      return slot;
    }
    Map<String, List<byte[]>> there = disk.of(key.url());
    if (there.isEmpty()) {
      return slot; // Names are not for nothing.
    }
    for (byte[] bytes : there.getOrDefault(KeyName.of(key), List.of())) {
      try {
        PackedKept.Read read = PackedKept.read(new RepoUrl(key.url()), bytes);
        long size = count.applyAsLong(read.rendered());
        old.add(slot.add(read.footing(), read.rendered(), size));
      } catch (DamagedException damaged) {
        // Written by a program that erred: rendered anew.
      }
    }
    return slot;
  }

  /** An address with somebody's password is not written down. */
  private static boolean fit(String url) {
    return new RepoUrl(url).display().equals(url);
  }

  /** Writes the repositories of which there is something new. */
  void keep(Map<RenderMemory.Key, Slot> slots) {
    var news = new HashSet<String>();
    slots.forEach((key, slot) -> {
      if (!news.contains(key.url()) && fit(key.url()) && slot.all().anyMatch(this::isNews)) {
        news.add(key.url());
      }
    });
    Map<String, Map<String, List<Kept>>> byUrl = new TreeMap<>();
    slots.forEach((key, slot) -> {
      if (news.contains(key.url())) {
        byUrl
            .computeIfAbsent(key.url(), url -> new LinkedHashMap<>())
            .put(KeyName.of(key), slot.all().toList());
      }
    });
    byUrl.forEach(this::write);
    if (!news.isEmpty()) {
      disk.tidy();
    }
    disk.letGo();
  }

  /** Not on the disk, and fit to be there. */
  private boolean isNews(Kept kept) {
    return !old.contains(kept) && PackedKept.isFit(kept);
  }

  private void write(String url, Map<String, List<Kept>> inUse) {
    Map<String, List<byte[]>> results = new HashMap<>(disk.of(url));
    for (var entry : inUse.entrySet()) {
      var alike = new ArrayList<byte[]>();
      for (Kept kept : entry.getValue()) {
        PackedKept.of(kept).ifPresent(alike::add);
      }
      if (alike.isEmpty()) {
        results.remove(entry.getKey());
      } else {
        results.put(entry.getKey(), alike);
      }
    }
    if (disk.keep(url, results) || disk.keep(url, only(results, inUse.keySet()))) {
      inUse.values().forEach(old::addAll);
    }
  }

  /** Without what nobody asked for this time. */
  private static Map<String, List<byte[]>> only(
      Map<String, List<byte[]>> results, Set<String> names) {
    var fewer = new HashMap<>(results);
    fewer.keySet().retainAll(names);
    return fewer;
  }
}
