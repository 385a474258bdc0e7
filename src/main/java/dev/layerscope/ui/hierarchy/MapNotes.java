package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.MapPainter.Note;
import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.NodeId;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What the boxes of a map say of a search and of an overlay; counted when one of them changes. */
final class MapNotes {
  private final IdentityHashMap<Box, Note> notes = new IdentityHashMap<>();

  Note of(Box box) {
    return notes.getOrDefault(box, Note.NONE);
  }

  /**
   * Counts anew.
   *
   * @param hits the nodes found
   * @param marks how nodes differ
   */
  void count(MapPicture map, Set<NodeId> hits, Map<NodeId, Mark> marks) {
    notes.clear();
    if (hits.isEmpty() && marks.isEmpty()) {
      return;
    }
    for (Box box : map.boxes()) {
      int found = 0;
      var differ = new EnumMap<Mark, Integer>(Mark.class);
      for (NodeId id : box.nodes()) {
        found += hits.contains(id) ? 1 : 0;
        Mark mark = marks.get(id);
        if (mark != null) {
          differ.merge(mark, 1, Integer::sum);
        }
      }
      if (found > 0 || !differ.isEmpty()) {
        notes.put(box, new Note(found, differ));
      }
    }
  }
}
