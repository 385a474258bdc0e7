import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The program with a Java runtime of its own, as every package holds it: {@code Image TARGET
 * VERSION}. From {@code TARGET/dist} to {@code TARGET/package/image}, for the platform this runs
 * on, by jdeps, jpackage (which calls jlink) and two rehearsals that write the archives of loaded
 * classes, one for commands and one for the window. Runs on the JDK whose runtime goes into the
 * package.
 */
class Image {
  /** What no class names and is asked for at run time only. */
  private static final List<String> ASKED =
      List.of(
          "javafx.controls",
          "javafx.fxml",
          "java.logging", // JNA, beneath Helm
          "java.management", // what diagnostics and the archive of classes want
          "java.naming", // names of hosts and of mail in certificates
          "java.net.http",
          "java.security.jgss", // Kerberos at proxies
          "jdk.crypto.ec", // elliptic curves of ssh and https
          "jdk.jcmd", // a crash report's thread dump
          "jdk.localedata",
          "jdk.unsupported",
          "jdk.zipfs");

  /** How the launchers start a command. */
  private static final List<String> COMMAND =
      List.of(
          "-XX:+UseParallelGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-Djava.awt.headless=true");

  /** How the window is started (decisions 76 and 83). */
  private static final List<String> WINDOW =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseParallelGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MaxNewSize=320m",
          "-XX:MaxTenuringThreshold=1",
          "-XX:MetaspaceSize=128m",
          "-XX:ReservedCodeCacheSize=240m");

  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

  private final Path target;
  private final String version;
  private final Path dist;
  private final Path input;
  private final Path images;

  private Image(Path target, String version) {
    this.target = target;
    this.version = version.replaceFirst("-.*", "");
    dist = target.resolve("dist");
    input = target.resolve("package").resolve("input");
    images = target.resolve("package").resolve("image");
  }

  public static void main(String... args) throws IOException, InterruptedException {
    new Image(Path.of(args[0]).toAbsolutePath(), args[1]).make();
  }

  private void make() throws IOException, InterruptedException {
    if (!Files.exists(dist.resolve("lib").resolve("layerscope.jar"))) {
      throw new IOException("no " + dist + ": run ./mvnw -q -DskipTests package first");
    }
    Folders.clear(target.resolve("package"));
    gather();
    String modules = modules();
    System.err.println("package: modules " + modules);
    image(modules);
    Path scratch = Files.createTempDirectory("layerscope-rehearsal");
    train("commands", "commands.aot", scratch, COMMAND);
    train("looking", "looking.aot", scratch, COMMAND); // at the clones of the one before
    train("window", "layerscope.aot", scratch, WINDOW);
    Folders.clear(scratch);
    Folders.clear(input);
  }

  /** Everything that goes beside the runtime: the class path, the sample, the licences. */
  private void gather() throws IOException, InterruptedException {
    Files.createDirectories(input);
    for (Path jar : Folders.list(dist.resolve("lib"))) {
      if (jar.toString().endsWith(".jar")) {
        Files.copy(jar, input.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Folders.copy(Path.of("sample-workspace"), input.resolve("sample-workspace"));
    Folders.copy(Path.of("LICENSE"), input.resolve("LICENSE"));
    Folders.copy(Path.of("NOTICE"), input.resolve("NOTICE"));
    for (Path jar : Folders.list(input)) {
      if (jar.toString().endsWith(".jar")) {
        licences(jar);
        Lift.jar(jar);
      }
    }
    Path program = input.resolve("layerscope.jar");
    options(program);
    Bind.jar(program, beside());
    run(
        tool("java"),
        "--module-path",
        fx(),
        "--add-modules",
        "javafx.graphics",
        "src/build/java/Sheets.java",
        program);
    for (Path jar : Folders.list(input)) {
      if (jar.toString().endsWith(".jar")) {
        Layout.jar(jar);
      }
    }
  }

  /** What the annotations of commands say, so that no start has to read them (decision 91). */
  private void options(Path program) throws IOException, InterruptedException {
    Path index = Files.createTempFile("layerscope-options", ".index");
    run(tool("java"), "-cp", input + "/*", "dev.layerscope.cli.OptionIndexing", index);
    Jars.add(program, "dev/layerscope/cli/options.index", index);
    Files.delete(index);
  }

  /** Where the types are that the program's classes name. */
  private List<Path> beside() throws IOException {
    try (Stream<Path> libraries = Stream.concat(Files.list(input), Files.list(fx()))) {
      return libraries.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  /** The texts a library brings with it, in a folder of its name. */
  private void licences(Path jar) throws IOException {
    Path folder = input.resolve("legal").resolve(jar.getFileName().toString().replace(".jar", ""));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(Image::isLicence).toList()) {
        Files.createDirectories(folder);
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Files.write(folder.resolve(name), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static boolean isLicence(ZipEntry entry) {
    return entry
        .getName()
        .matches("(META-INF/)?(.*LICENSE|.*NOTICE|COPYING)[^/]*|about\\.html|.*/fonts/OFL-.*");
  }

  /** What the classes name, and what is only asked for at run time. */
  private String modules() throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tool("jdeps"));
    command.addAll(List.of("--ignore-missing-deps", "--multi-release", "25"));
    command.add("--print-module-deps");
    command.addAll(List.of("--module-path", fx() + java.io.File.pathSeparator + input));
    for (Path jar : Folders.list(input)) {
      if (jar.toString().endsWith(".jar")) {
        command.add(jar.toString());
      }
    }
    Process jdeps =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = new String(jdeps.getInputStream().readAllBytes()).lines().toList();
    if (jdeps.waitFor() != 0 || lines.isEmpty() || !lines.getLast().startsWith("java.base")) {
      throw new IOException("jdeps: " + lines);
    }
    Set<String> all = new TreeSet<>(ASKED);
    all.addAll(List.of(lines.getLast().strip().split(",")));
    return String.join(",", all);
  }

  private void image(String modules) throws IOException, InterruptedException {
    run(
        tool("jpackage"),
        "--type",
        "app-image",
        "--name",
        name(),
        "--app-version",
        version,
        "--input",
        input,
        "--main-jar",
        "layerscope.jar",
        "--main-class",
        "dev.layerscope.Main",
        "--module-path",
        fx(),
        "--add-modules",
        modules,
        "--java-options",
        "--enable-native-access=javafx.graphics",
        "--java-options",
        "-Dlayerscope.sample=$APPDIR/sample-workspace",
        "--java-options",
        "-XX:AOTCache=$APPDIR/layerscope.aot",
        "--java-options",
        String.join(" ", WINDOW),
        "--java-options",
        "-Xlog:disable",
        "--java-options",
        "-Xlog:all=warning,aot*=off,cds*=off:stderr",
        // zip-0: the runtime's own file is not compressed, so that the package, which is, gets
        // smaller. Native commands stay: workers and commands are started with bin/java.
        "--jlink-options",
        "--strip-debug --no-man-pages --no-header-files --compress=zip-0",
        "--icon",
        icon(),
        "--dest",
        images);
  }

  /** One rehearsal; the archive takes the class path in the order the launcher has it. */
  private void train(String what, String name, Path scratch, List<String> options)
      throws IOException, InterruptedException {
    Path app = app();
    Path archive = app.resolve(name);
    boolean screen = WINDOWS || MAC || !System.getenv().getOrDefault("DISPLAY", "").isBlank();
    var command = new ArrayList<String>();
    if (!screen && onPath("xvfb-run")) {
      command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"));
      screen = true;
    }
    command.add(runtime().resolve("bin").resolve(WINDOWS ? "java.exe" : "java").toString());
    command.add("-XX:AOTCacheOutput=" + archive);
    command.add("--enable-native-access=javafx.graphics");
    command.add("-Dlayerscope.sample=" + app.resolve("sample-workspace"));
    command.addAll(options);
    if (!screen) {
      command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    command.addAll(List.of("-classpath", classPath(app), "dev.layerscope.Rehearsal", what));
    command.add(app.resolve("sample-workspace").toString());
    command.add(scratch.resolve("clones").toString());
    command.add(scratch.resolve("settings").toString());
    Path log = target.resolve("package").resolve("rehearsal-" + what + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LAYERSCOPE_CLONES", scratch.resolve("clones").toString());
    Process rehearsal = builder.start();
    int status = rehearsal.waitFor();
    if (status != 0 || !Files.exists(archive)) {
      throw new IOException("the rehearsal of " + what + " ended with " + status + ": see " + log);
    }
    System.err.println(
        "package: archive of classes for " + what + ", " + (Files.size(archive) >> 20) + " MB");
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The class path of the launcher, entry by entry as jpackage wrote it. */
  private static String classPath(Path app) throws IOException {
    try (Stream<String> lines = Files.lines(app.resolve(name() + ".cfg"))) {
      return String.join(
          java.io.File.pathSeparator,
          lines
              .filter(line -> line.startsWith("app.classpath="))
              .map(line -> line.substring(line.indexOf('=') + 1))
              .map(entry -> entry.replace("$APPDIR", app.toString()))
              .toList());
    }
  }

  private static String name() {
    // On Linux the name without more is the command's, which starts this.
    return MAC || WINDOWS ? "Layerscope" : "layerscope-window";
  }

  private Path root() {
    return images.resolve(MAC ? name() + ".app" : name());
  }

  private Path app() {
    return root().resolve(MAC ? "Contents/app" : WINDOWS ? "app" : "lib/app");
  }

  private Path runtime() {
    return root()
        .resolve(MAC ? "Contents/runtime/Contents/Home" : WINDOWS ? "runtime" : "lib/runtime");
  }

  private static Path icon() {
    return Path.of(
        "icons", MAC ? "layerscope.icns" : WINDOWS ? "layerscope.ico" : "layerscope-512.png");
  }

  private Path fx() {
    return dist.resolve("lib").resolve("fx");
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? name + ".exe" : name)
        .toString();
  }

  private static void run(Object... words) throws IOException, InterruptedException {
    List<String> command = Stream.of(words).map(Object::toString).toList();
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(Path.of(command.getFirst()).getFileName() + " ended with " + status);
    }
  }
}
