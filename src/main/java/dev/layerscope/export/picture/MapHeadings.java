package dev.layerscope.export.picture;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What stands above the columns of the fleet: roots, what some of them share, what most share. */
final class MapHeadings {
  private static final int BASELINE = 1;

  private MapHeadings() {}

  /** One for each column that begins something new. */
  static List<Heading> of(List<Box> boxes) {
    var columns = new TreeMap<Double, List<Box>>();
    for (Box box : boxes) {
      columns.computeIfAbsent(box.place().x(), ignored -> new ArrayList<>()).add(box);
    }
    long custom = boxes.stream().filter(box -> !box.isRow() && !isBaseline(box)).count();
    var headings = new ArrayList<Heading>();
    long roots = boxes.stream().filter(Box::isRow).count();
    boolean rootsSaid = false;
    boolean said = false;
    for (var column : columns.entrySet()) {
      List<Box> here = column.getValue();
      double x = column.getKey();
      if (here.stream().allMatch(Box::isRow)) {
        if (!rootsSaid) {
          headings.add(new Heading(x, "Roots", roots + " in this workspace"));
        }
        rootsSaid = true;
      } else if (here.stream().allMatch(MapHeadings::isBaseline)) {
        boolean all = here.stream().allMatch(box -> box.reached() == box.of());
        headings.add(
            new Heading(
                x,
                all ? "Shared by all" : "Shared by most",
                Said.count(here.size(), "layer", "layers")));
      } else if (!said) {
        said = true;
        headings.add(new Heading(x, "Shared by some", custom + ", each drawn once"));
      }
    }
    return headings;
  }

  private static boolean isBaseline(Box box) {
    return !box.isRow() && box.look().number() == BASELINE;
  }
}
