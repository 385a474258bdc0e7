package dev.layerscope.render.helm.worker;

import dev.layerscope.yaml.Mapping;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running worker, seen from its parent. */
final class HelmProcess {
  private final Process process;
  private final DataOutputStream orders;
  private final BlockingQueue<Optional<Mapping>> answers = new ArrayBlockingQueue<>(1);
  private final WorkerFolder folder;
  private int served;

  private HelmProcess(Process process, WorkerFolder folder) {
    this.process = process;
    this.folder = folder;
    this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    // A virtual thread that reads from a program keeps a core's worth of them from running.
    Thread.ofPlatform().daemon().name("helm-answers").start(this::listen);
  }

  static HelmProcess start(WorkerFolder folder, Limits limits) throws IOException {
    var builder = new ProcessBuilder(command(folder, limits));
    builder.directory(folder.root().toFile());
    builder.redirectError(folder.errors().toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", folder.home().toString());
    environment.put("TMPDIR", folder.temporary().toString());
    environment.put("KUBECONFIG", folder.kubeconfig().toString());
    environment.put("HELM_NO_PLUGINS", "1");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    return new HelmProcess(builder.start(), folder);
  }

  private static List<String> command(WorkerFolder folder, Limits limits) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
        java.toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Xmx384m",
        "-XX:-UsePerfData",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder.temporary(),
        "-Djna.tmpdir=" + folder.temporary(),
        "-Djna.nosys=true",
        "-Djna.encoding=UTF-8",
        "-Duser.home=" + folder.home(),
        "-classpath",
        classPath(),
        OfflineHelm.class.getName(),
        folder.library().toString(),
        folder.root().toString(),
        Long.toString(limits.megabytes()));
  }

  /** As this process has it; the worker starts in another folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void listen() {
    try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      Optional<Mapping> answer = Frames.read(in);
      while (answer.isPresent()) {
        answers.put(answer);
        answer = Frames.read(in);
      }
      answers.put(Optional.empty());
    } catch (IOException closed) {
      answers.clear();
      answers.add(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int served() {
    return served;
  }

  /** Whether it can be asked; somebody else may have ended it. */
  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Orders a rendering and waits for it. After {@link Answer.Lost} the process is dead. */
  Answer serve(Order order, Limits limits) {
    served++;
    try {
      Frames.write(orders, order.toMessage());
      Optional<Mapping> answer = answers.poll(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        kill();
        return new Answer.Lost("was given up after " + spoken(limits));
      }
      if (answer.isEmpty()) {
        return new Answer.Lost(epitaph(limits));
      }
      String error = answer.get().textAt("error").orElse("");
      return error.isEmpty()
          ? new Answer.Printed(answer.get().textAt("output").orElse(""))
          : new Answer.Refused(error);
    } catch (IOException closed) {
      return new Answer.Lost(epitaph(limits));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
      return new Answer.Lost("was interrupted");
    }
  }

  private static String spoken(Limits limits) {
    return limits.patience().toSeconds() > 0
        ? limits.patience().toSeconds() + " s"
        : limits.patience().toMillis() + " ms";
  }

  /** Why the process ended by itself. */
  private String epitaph(Limits limits) {
    int status = status();
    kill();
    if (status == Watch.TOO_MUCH_MEMORY) {
      return "needed more than " + limits.megabytes() + " MB of memory";
    }
    return "brought Helm down: " + lastWords().orElse("status " + status);
  }

  private int status() {
    try {
      return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private Optional<String> lastWords() {
    try (var lines = Files.lines(folder.errors(), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("fatal error:") || line.startsWith("panic:"))
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  void kill() {
    process.destroyForcibly();
  }
}
