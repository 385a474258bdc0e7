package dev.layerscope.cli;

import dev.layerscope.git.clones.KeptClone;
import dev.layerscope.git.clones.KeptClones;
import dev.layerscope.work.Progress;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope clones}: what the managed clones take, and how to be rid of them. */
@Command(
    name = "clones",
    mixinStandardHelpOptions = true,
    description = "Lists the managed clones with their sizes; removes those that are named.")
final class ClonesCommand implements Callable<Integer> {
  @Mixin private ClonesOption place = new ClonesOption();

  @Option(
      names = "--remove",
      paramLabel = "NAME",
      description =
          "A clone as the list names it; may be given again. It is cloned anew on demand.")
  private List<String> remove = List.of();

  @Override
  public Integer call() throws Exception {
    var clones = new KeptClones(place.folder());
    List<KeptClone> all = clones.all();
    for (String name : remove) {
      KeptClone named =
          all.stream()
              .filter(clone -> clone.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new UsageException("There is no clone called “" + name + "”."));
      clones.remove(named, Progress.SILENT);
    }
    all.stream()
        .filter(clone -> !remove.contains(clone.name()))
        .forEach(clone -> Terminal.tell(line(clone)));
    return ExitStatus.DONE;
  }

  private static String line(KeptClone clone) {
    return "%10d kB  %s  %s%s"
        .formatted(
            clone.bytes() / 1000,
            clone.name(),
            clone.remote(),
            clone
                    .fetchedAt()
                    .map(at -> ", fetched " + at.truncatedTo(ChronoUnit.SECONDS))
                    .orElse("")
                + (clone.unpushed() ? ", holds commits that were never pushed" : ""));
  }
}
