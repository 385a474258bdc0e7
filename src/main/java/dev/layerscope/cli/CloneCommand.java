package dev.layerscope.cli;

import dev.layerscope.operation.discovery.Discover;
import dev.layerscope.operation.discovery.Discovered;
import dev.layerscope.operation.discovery.FoundRepository;
import dev.layerscope.operation.discovery.Start;
import dev.layerscope.operation.discovery.Wishes;
import dev.layerscope.operation.discovery.WriteWorkspace;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code layerscope clone}: a whole workspace from one bootstrap Application. */
@Command(
    name = "clone",
    mixinStandardHelpOptions = true,
    description =
        "Clones everything one bootstrap Application leads to, and writes a workspace file.")
final class CloneCommand implements Callable<Integer> {
  @Mixin private ClonesOption clones = new ClonesOption();

  @Parameters(
      index = "0",
      paramLabel = "ROOT",
      description = "A manifest file, or REPO_URL//PATH[@REVISION].")
  private String root = "";

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description = "The folder that gets workspace.yaml; made when it is not there.")
  private Path folder = Path.of(".");

  @Option(
      names = "--depth",
      paramLabel = "COMMITS",
      description = "Clones only so many commits of each branch.")
  private int depth;

  private Wishes wishes() throws UsageException {
    if (depth < 0) {
      throw new UsageException("--depth must be at least 1: the number of commits to clone.");
    }
    return depth == 0 ? Wishes.NONE : new Wishes(Map.of(), Set.of(), OptionalInt.of(depth));
  }

  @Override
  public Integer call() throws Exception {
    Start start =
        Start.parse(root)
            .orElseThrow(() ->
                new UsageException(
                    "“%s” is no file, and no address of the form REPO_URL//PATH[@REVISION]."
                        .formatted(root)));
    try {
      WriteWorkspace.refuseTaken(folder);
      var discover = new Discover(clones.folder(), wishes(), new FoundLines()::show);
      Path into = folder.toAbsolutePath().normalize();
      Discovered discovered =
          discover.from(start, into.getFileName().toString(), into, new TerminalProgress());
      return finish(discovered, into);
    } catch (FileAlreadyExistsException taken) {
      throw new UsageException(
          taken.getFile()
              + " is there already and stays as it is. `layerscope fetch` brings it up to date;"
              + " name another folder for a new one.");
    }
  }

  private int finish(Discovered discovered, Path into) throws java.io.IOException, UsageException {
    if (!discovered.rootRead() && discovered.missing().isEmpty()) {
      throw new UsageException(
          "“%s” leads to no file with an Application or ApplicationSet; nothing was written."
              .formatted(root));
    }
    if (!discovered.rootRead()) {
      Terminal.remark("layerscope: nothing could be read at the start, nothing was written.");
      return ExitStatus.WORLD;
    }
    Path file = WriteWorkspace.write(discovered, into);
    List<FoundRepository> missing = discovered.missing();
    int have = discovered.repositories().size() - missing.size();
    Terminal.tell(
        "%s: %d of %d repositories, environments: %s"
            .formatted(
                file,
                have,
                discovered.repositories().size(),
                discovered.draft().environments().isEmpty()
                    ? "none found"
                    : String.join(", ", discovered.draft().environments())));
    discovered.lookalikes().forEach(pair -> Terminal.remark("layerscope: " + pair.text()));
    return missing.isEmpty() ? ExitStatus.DONE : ExitStatus.WORLD;
  }
}
