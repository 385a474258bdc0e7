package dev.layerscope.ui.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;

/** A right click on a field offers every width of rule, and writes the one that was chosen. */
class RuleItemsTest {
  private static final String PATH = "spec.template.spec.containers[name=web].image";

  private final List<ExpectedEntry> ignored = new ArrayList<>();
  private final List<DifferingField> acknowledged = new ArrayList<>();
  private final DifferingField field =
      new DifferingField(
          "shop", "east//argocd/shop", new ResourceKey("apps", "Deployment", "shop", "web"), PATH);

  private List<MenuItem> items() {
    return RuleItems.of(field, ignored::add, acknowledged::add);
  }

  @Test
  void fromAnywhereToThisOneObject() {
    items().subList(0, 4).forEach(MenuItem::fire);
    ExpectedEntry anywhere = ExpectedEntry.field(ExpectedWords.pattern(PATH));
    assertThat(ignored)
        .containsExactly(
            anywhere,
            anywhere.withKind("Deployment"),
            ExpectedEntry.field(PATH).withKind("Deployment").withObject("web"),
            anywhere.withApplication("shop"));
    assertThat(acknowledged).isEmpty();
  }

  @Test
  void whoAnswersForItIsAskedFirst() {
    items().getLast().fire();
    assertThat(acknowledged).containsExactly(field);
    assertThat(ignored).isEmpty();
  }
}
