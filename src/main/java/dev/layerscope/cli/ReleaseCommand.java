package dev.layerscope.cli;

import dev.layerscope.edit.intention.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope release}: another version of an image or chart. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Sets the version of images or of a chart where it comes from.")
final class ReleaseCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Mixin private ApplicationOption application = new ApplicationOption();

  @Option(
      names = "--image",
      paramLabel = "NAME=TAG|@DIGEST",
      description = "An image and its version; may be given several times.")
  private List<String> images = List.of();

  @Option(
      names = "--chart",
      paramLabel = "[NAME=]VERSION",
      description = "The version of its chart; with the chart's name where it has several.")
  private @Nullable String chart;

  @Mixin private EnvironmentsOption environments = new EnvironmentsOption();

  @Override
  public Integer call() throws Exception {
    var parsed = new ArrayList<Release.Image>();
    for (String image : images) {
      parsed.add(
          Release.Image.parse(image)
              .orElseThrow(
                  () -> new UsageException("“" + image + "” is not NAME=TAG or NAME=@DIGEST.")));
    }
    return edit.plan(
        workspace,
        new Release(application.name(), parsed, Optional.ofNullable(chart), environments.names()));
  }
}
