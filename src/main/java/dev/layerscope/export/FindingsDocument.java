package dev.layerscope.export;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Fingerprint;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.WaivedFinding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The findings of a hierarchy, told apart by what is new, and what could not be looked at: none
 * means none only together with that.
 *
 * @param entries every finding on every node, general ones and those of the roots first
 * @param known fingerprints of the baseline; what is among them is not news
 * @param held what the findings are held against, in words; empty when they stand alone
 * @param waived accepted findings
 */
public record FindingsDocument(
    List<Entry> entries,
    Set<String> known,
    Optional<String> held,
    List<WaivedFinding> waived,
    Looked looked) {

  public FindingsDocument {
    entries = List.copyOf(entries);
    known = Set.copyOf(known);
    waived = List.copyOf(waived);
  }

  /**
   * A finding on a node.
   *
   * @param node empty for one of a root, or of the estate as a whole
   * @param fingerprint the same in the next run
   */
  public record Entry(Finding finding, Optional<NodeId> node, String fingerprint) {
    static Entry of(Finding finding, Optional<NodeId> node) {
      return new Entry(finding, node, Fingerprint.of(finding, node.map(NodeId::text).orElse("")));
    }
  }

  /**
   * What was looked at, and what was not.
   *
   * @param states how many nodes are how sure
   * @param unresolved nodes whose sources could not be looked into
   * @param unreadable repositories, with the reason
   * @param unknownRoots roots, with the reason
   */
  public record Looked(
      int nodes,
      Map<Certainty.Level, Integer> states,
      int unresolved,
      Map<String, String> unreadable,
      Map<String, String> unknownRoots) {
    /** What was looked at in a hierarchy. */
    public static Looked of(Hierarchy hierarchy, List<Access> repositories) {
      var states = new EnumMap<Certainty.Level, Integer>(Certainty.Level.class);
      int unresolved = 0;
      for (HierarchyNode node : hierarchy.nodes()) {
        states.merge(node.certainty().level(), 1, Integer::sum);
        unresolved += node.unresolved().isPresent() ? 1 : 0;
      }
      var unreadable = new LinkedHashMap<String, String>();
      for (Access access : repositories) {
        switch (access) {
          case Access.Available ignored -> {}
          case Access.Unavailable(var url, var kind, String reason) ->
              unreadable.put(url.display(), reason);
          case Access.Unknown(var url) -> unreadable.put(url.display(), "not in the workspace");
        }
      }
      var unknownRoots = new LinkedHashMap<String, String>();
      for (ResolvedRoot root : hierarchy.roots()) {
        root.unknown().ifPresent(reason -> unknownRoots.put(root.name(), reason));
      }
      return new Looked(hierarchy.nodes().size(), states, unresolved, unreadable, unknownRoots);
    }

    /** How many nodes may hide more than was found. */
    public int notExact() {
      return nodes - states.getOrDefault(Certainty.Level.EXACT, 0);
    }

    /** How many nodes are less than sure, and how: {@code 3 assumed, 1 opaque}; empty when none. */
    public String doubts() {
      var doubts = new ArrayList<String>();
      for (Certainty.Level level : Certainty.Level.values()) {
        int count = states.getOrDefault(level, 0);
        if (level != Certainty.Level.EXACT && count > 0) {
          doubts.add(count + " " + level.word());
        }
      }
      if (unresolved > 0) {
        doubts.add(unresolved + " not looked into");
      }
      return String.join(", ", doubts);
    }

    /** Whether nothing is left out. */
    public boolean everything() {
      return notExact() == 0 && unreadable.isEmpty() && unknownRoots.isEmpty() && unresolved == 0;
    }
  }

  /** The findings of a hierarchy, all of them new. */
  public static FindingsDocument of(Hierarchy hierarchy, List<Access> repositories) {
    var entries = new ArrayList<Entry>();
    hierarchy.generalFindings().forEach(f -> entries.add(Entry.of(f, Optional.empty())));
    for (ResolvedRoot root : hierarchy.roots()) {
      root.findings().forEach(f -> entries.add(Entry.of(f, Optional.empty())));
    }
    for (HierarchyNode node : hierarchy.nodes()) {
      node.findings().forEach(f -> entries.add(Entry.of(f, Optional.of(node.id()))));
    }
    return new FindingsDocument(
        entries,
        Set.of(),
        Optional.empty(),
        hierarchy.waived(),
        Looked.of(hierarchy, repositories));
  }

  /** The same, with what an earlier run found already no longer news. */
  public FindingsDocument since(Set<String> fingerprints) {
    return new FindingsDocument(
        entries, fingerprints, Optional.of("known from the baseline"), waived, looked);
  }

  /**
   * The same, with only those as news that are not found elsewhere.
   *
   * @param elsewhere what others have as well
   * @param where in words, {@code also in dev}
   */
  public FindingsDocument notAlso(Set<String> elsewhere, String where) {
    return new FindingsDocument(entries, elsewhere, Optional.of(where), waived, looked);
  }

  /** Whether the findings are held against others. */
  public boolean baseline() {
    return held.isPresent();
  }

  boolean isKnown(Entry entry) {
    return known.contains(entry.fingerprint());
  }

  /** What is not in the baseline. */
  public List<Entry> fresh() {
    return entries.stream().filter(entry -> !isKnown(entry)).toList();
  }

  /** Whether anything new is as bad as this, or worse. */
  public boolean anyAsBadAs(Severity severity) {
    return fresh().stream().anyMatch(e -> e.finding().severity().compareTo(severity) <= 0);
  }

  /** Each finding once, with the entries that carry it, worst first. */
  Map<Finding, List<Entry>> distinct(List<Entry> some) {
    var distinct = new LinkedHashMap<Finding, List<Entry>>();
    some.stream()
        .sorted((a, b) -> a.finding().compareTo(b.finding()))
        .forEach(e -> distinct.computeIfAbsent(e.finding(), unused -> new ArrayList<>()).add(e));
    return distinct;
  }

  /** How many checks stumbled: what they look for may be there. */
  long failedChecks() {
    return entries.stream()
        .filter(e -> e.finding().code() == FindingCode.CHECK_FAILED_WARNING)
        .count();
  }
}
