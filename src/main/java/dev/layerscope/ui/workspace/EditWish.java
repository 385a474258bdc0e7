package dev.layerscope.ui.workspace;

import dev.layerscope.edit.intention.Intention;
import java.util.List;
import java.util.Map;

/** What somebody wants to edit, said on a page that does not edit: the page of changes takes it. */
public sealed interface EditWish {
  /**
   * A form to be filled in.
   *
   * @param kind its name
   * @param known what the fields hold already, by their keys
   */
  record Form(Kind kind, Map<String, String> known) implements EditWish {
    public Form {
      known = Map.copyOf(known);
    }
  }

  /**
   * An edit that is known already: only its plan is looked at.
   *
   * @param title as the head of the page says it
   * @param words what it consists of, one line each
   */
  record Ready(String title, Intention intention, List<String> words) implements EditWish {
    public Ready {
      words = List.copyOf(words);
    }
  }

  /** The forms there are. */
  enum Kind {
    TEAM,
    LAYER,
    BETWEEN,
    CLUSTER,
    APPLICATION,
    RELEASE,
    PROMOTE,
    RETARGET,
    RENAME,
    MOVE,
    REMOVE
  }
}
