package dev.layerscope.render.helm.worker;

import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The process that renders charts: {@code OfflineHelm LIBRARY FOLDER MEGABYTES}. Orders come on the
 * standard input, answers go to the standard output. It ends when its input ends, when it needs
 * more memory than it may, or when its parent is gone; then it takes the folder with it.
 */
public final class OfflineHelm {
  private OfflineHelm() {}

  /** Serves until the input ends. */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    Watch.over(folder, Long.parseLong(arguments[2]) * 1024 * 1024);
    HelmLibrary helm = HelmLibrary.load(Path.of(arguments[0]));
    try (var in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      for (Optional<Mapping> order = Frames.read(in); order.isPresent(); order = Frames.read(in)) {
        HelmLibrary.Said said = helm.template(Order.of(order.get()));
        Frames.write(
            out,
            Mapping.of(
                Map.<String, Node>of(
                    "output", Order.text(said.output()), "error", Order.text(said.error()))));
      }
    }
    // A parent that lives kills its worker; an input that ends means that it is gone.
    WorkerFolder.remove(folder);
    // The library has threads of its own, which keep a process alive.
    Runtime.getRuntime().halt(0);
  }
}
