package dev.layerscope.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/build/java/Bind.java} writes into a package says what the JDK would say. */
class BoundClassesTest {

  /** Every sort of component there is. */
  public record Every(
      boolean flag,
      byte small,
      short shorter,
      char letter,
      int number,
      long large,
      float part,
      double whole,
      @Nullable String text,
      List<String> list)
      implements Shape {}

  /** Something without components. */
  public record Nothing() implements Shape {}

  /** What is switched over. */
  public sealed interface Shape permits Every, Nothing {}

  /** Asks the classes beside it, so that one that was rewritten asks rewritten ones. */
  public static final class Asked implements Function<String, List<String>> {
    @Override
    public List<String> apply(String text) {
      var one = new Every(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, Double.NaN, text, List.of());
      var same = new Every(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, Double.NaN, text, List.of());
      var answers = new ArrayList<String>();
      answers.add("hash " + (one.hashCode() == same.hashCode()) + " " + one.hashCode());
      answers.add("same " + one.equals(same) + one.equals((Object) text));
      for (Shape other : others(text)) {
        answers.add(said(other) + " " + one.equals(other) + " " + other.hashCode());
      }
      answers.add(said(null) + said(text) + said(3) + said(4L));
      return answers;
    }

    private static List<Shape> others(String text) {
      return List.of(
          new Every(false, (byte) 1, (short) 2, 'c', 3, 4L, 5f, Double.NaN, text, List.of()),
          new Every(true, (byte) 2, (short) 2, 'c', 3, 4L, 5f, Double.NaN, text, List.of()),
          new Every(true, (byte) 1, (short) 3, 'c', 3, 4L, 5f, Double.NaN, text, List.of()),
          new Every(true, (byte) 1, (short) 2, 'd', 3, 4L, 5f, Double.NaN, text, List.of()),
          new Every(true, (byte) 1, (short) 2, 'c', 4, 4L, 5f, Double.NaN, text, List.of()),
          new Every(true, (byte) 1, (short) 2, 'c', 3, 5L, 5f, Double.NaN, text, List.of()),
          new Every(true, (byte) 1, (short) 2, 'c', 3, 4L, -0f, Double.NaN, text, List.of()),
          new Every(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, -0.0, text, List.of()),
          new Every(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, Double.NaN, null, List.of()),
          new Every(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, Double.NaN, text, List.of("x")),
          new Nothing());
    }

    private static String said(@Nullable Object anything) {
      return switch (anything) {
        case null -> "nothing";
        case Every every when every.flag() -> "flagged " + every;
        case Every ignored -> "every";
        case Nothing nothing -> "empty " + nothing;
        case CharSequence text -> "text " + text;
        case Number number when number.intValue() > 3 -> "many";
        case Number ignored -> "few";
        default -> "else";
      };
    }
  }

  @TempDir private Path folder = Path.of("");
  private Path jar = Path.of("");

  @BeforeEach
  void bindAJar() throws Exception {
    jar = folder.resolve("asked.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> type :
          List.of(BoundClassesTest.class, Every.class, Nothing.class, Shape.class, Asked.class)) {
        out.putNextEntry(new ZipEntry(entry(type)));
        out.write(bytes(type));
      }
    }
    try (var build = new URLClassLoader(new URL[] {builders().toUri().toURL()})) {
      Method bind = build.loadClass("Bind").getDeclaredMethod("jar", Path.class, Collection.class);
      bind.setAccessible(true);
      bind.invoke(null, jar, List.of());
    }
  }

  @Test
  void rewrittenClassesGiveTheSameAnswers() throws Exception {
    try (var loader = new Rewritten(jar)) {
      Object asked = loader.loadClass(Asked.class.getName()).getConstructor().newInstance();
      assertThat(asked.getClass()).isNotSameAs(Asked.class);

      Method apply = asked.getClass().getMethod("apply", String.class);

      assertThat(apply.invoke(asked, "a text")).isEqualTo(new Asked().apply("a text"));
    }
  }

  @Test
  void nothingIsLeftToBindButTexts() throws Exception {
    try (var loader = new Rewritten(jar)) {
      for (Class<?> type : List.of(Every.class, Nothing.class, Asked.class)) {
        assertThat(bound(loader, type))
            .as(type.getSimpleName())
            .doesNotContain("typeSwitch", "equals", "hashCode");
      }
    }
  }

  private static List<String> bound(ClassLoader loader, Class<?> type) throws IOException {
    try (var in = Objects.requireNonNull(loader.getResourceAsStream(entry(type)))) {
      ClassModel read = ClassFile.of().parse(in.readAllBytes());
      return read.methods().stream()
          .flatMap(method -> method.code().stream())
          .flatMap(code -> code.elementStream())
          .filter(InvokeDynamicInstruction.class::isInstance)
          .map(call -> ((InvokeDynamicInstruction) call).name().stringValue())
          .toList();
    }
  }

  /** The build's own classes, which no test has on its class path. */
  private Path builders() throws IOException {
    Path out = Files.createDirectories(folder.resolve("builders"));
    Path sources = Path.of("src", "build", "java");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                out.toString(),
                sources.resolve("Jars.java").toString(),
                sources.resolve("Bodies.java").toString(),
                sources.resolve("Bind.java").toString());
    assertThat(status).isZero();
    return out;
  }

  private static String entry(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (var in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(entry(type)))) {
      return in.readAllBytes();
    }
  }

  /** Takes what the jar has from the jar, and everything else from where the test runs. */
  private static final class Rewritten extends URLClassLoader {
    Rewritten(Path jar) throws IOException {
      super(new URL[] {jar.toUri().toURL()}, BoundClassesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean own = name.startsWith(BoundClassesTest.class.getName());
      if (!own) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }

    @Override
    public URL getResource(String name) {
      return Objects.requireNonNull(findResource(name));
    }
  }
}
