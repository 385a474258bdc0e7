package dev.layerscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class HelpTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+\\.md)[^)]*\\)");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\(([^)]+)\\)");

  @ParameterizedTest
  @EnumSource(HelpPage.class)
  void everyPageOfTheGuideIsInTheProgramAndHasATitle(HelpPage page) {
    assertThat(page.title()).isNotBlank().doesNotStartWith("#");
  }

  @ParameterizedTest
  @EnumSource(HelpPage.class)
  void everyPictureOfTheGuideIsInTheProgramInBothThemes(HelpPage page) {
    assertThat(all(PICTURE, page.text()))
        .allSatisfy(picture -> {
          assertThat(page.picture(picture, false).orElse("")).as(picture).endsWith("-light.png");
          assertThat(page.picture(picture, true).orElse("")).as(picture).endsWith("-dark.png");
        });
  }

  @Test
  void theTourLeadsToEveryHowTo() {
    assertThat(all(LINK, HelpPage.TOUR.text()))
        .map(link -> HelpPage.TOUR.linked(link).orElse(HelpPage.TOUR))
        .contains(HelpPage.OPEN, HelpPage.REVIEW, HelpPage.TEAM, HelpPage.LAYER, HelpPage.CI);
  }

  @Test
  void aLinkOfAHowToIsTakenFromItsOwnFolder() {
    assertThat(HelpPage.CI.linked("../checking.md#waivers")).contains(HelpPage.CHECKING);
    assertThat(HelpPage.TEAM.linked("review-a-promotion.md")).contains(HelpPage.REVIEW);
    assertThat(HelpPage.TEAM.linked("../../pom.xml")).isEmpty();
  }

  @Test
  void headingsTextCodeTablesAndLinksOfAPageAreControls() {
    VBox view =
        view(
            """
            # A page

            Some **strong** words and `code`, and a [link](tour.md).

            - one
            - two

            ```sh
            layerscope tree .
            ```

            | key | what |
            |---|---|
            | `name` | the name |
            """);

    assertThat(texts(view))
        .contains(
            "A page", "strong", "code", "layerscope tree .", "one", "two", "name", "the name");
    assertThat(below(view)).filteredOn(Hyperlink.class::isInstance).hasSize(1);
  }

  private static VBox view(String markdown) {
    return new MarkdownView((to, text) -> new Hyperlink(text), picture -> Optional.empty())
        .view(markdown);
  }

  private static List<String> texts(Parent view) {
    return below(view).stream()
        .map(node ->
            switch (node) {
              case Label label -> label.getText();
              case Text text -> text.getText();
              default -> "";
            })
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<Node> below(Parent parent) {
    var all = new ArrayList<Node>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      all.add(child);
      if (child instanceof Parent inner) {
        all.addAll(below(inner));
      }
    }
    return all;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
