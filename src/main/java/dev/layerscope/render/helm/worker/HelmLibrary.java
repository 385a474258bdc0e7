package dev.layerscope.render.helm.worker;

import com.marcnuri.helm.jni.HelmLib;
import com.marcnuri.helm.jni.NativeLibrary;
import com.marcnuri.helm.jni.Result;
import com.marcnuri.helm.jni.TemplateOptions;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.JarEntry;

/** Helm as a native library: the one class that knows helm-java and JNA. */
final class HelmLibrary {
  /**
   * The Kubernetes that the releases of this Helm take for granted. The library alone has it from
   * nobody and would say v1.20, which most charts of today refuse or print old kinds for.
   */
  private static final String KUBERNETES = "v1.35.0";

  private final HelmLib helm;

  private HelmLibrary(HelmLib helm) {
    this.helm = helm;
  }

  /**
   * Whether the library for this platform came with the program. The door that would look for it on
   * the network is never used.
   */
  static boolean isHere() {
    return Here.IS;
  }

  /** Looked for once: every rendering asks. */
  private static final class Here {
    static final boolean IS = provider().isPresent();
  }

  private static Optional<NativeLibrary> provider() {
    return Optional.ofNullable(
        NativeLibrary.serviceProviderLibrary(HelmLibrary.class.getClassLoader()));
  }

  /**
   * The library where a package laid it out unpacked, beside the archive that names it: a file of
   * the program like that archive, and as much to be believed. Empty where the archive holds it.
   */
  static Optional<Path> installed() {
    return provider().flatMap(HelmLibrary::beside);
  }

  private static Optional<Path> beside(NativeLibrary library) {
    CodeSource source = library.getClass().getProtectionDomain().getCodeSource();
    if (source == null || !"file".equals(source.getLocation().getProtocol())) {
      return Optional.empty();
    }
    Path archive = Path.of(URI.create(source.getLocation().toString()));
    return Optional.of(archive.resolveSibling(library.getBinaryName()))
        .filter(Files::isRegularFile);
  }

  /** How many bytes the unpacked library has, and the sum over them. */
  record Sum(long bytes, long crc) {}

  /** What the program's archive says of the library; empty when it does not lie in one. */
  static Optional<Sum> sum() throws IOException {
    Optional<NativeLibrary> library = provider();
    URL place =
        library.isPresent()
            ? library.get().getClass().getResource("/" + library.get().getBinaryName())
            : null;
    if (place == null || !(place.openConnection() instanceof JarURLConnection archive)) {
      return Optional.empty();
    }
    JarEntry entry = archive.getJarEntry();
    return entry.getSize() > 0 && entry.getCrc() >= 0
        ? Optional.of(new Sum(entry.getSize(), entry.getCrc()))
        : Optional.empty();
  }

  /** Writes the library to a file, from where workers load it. */
  static void unpack(Path file) throws IOException {
    NativeLibrary library = provider().orElseThrow(() -> new IOException("no library of Helm"));
    try (InputStream in = library.getClass().getResourceAsStream("/" + library.getBinaryName())) {
      if (in == null) {
        throw new IOException(library.getBinaryName() + " is missing from the program");
      }
      Files.copy(in, file);
    }
  }

  /** Loads the library into this process. */
  static HelmLibrary load(Path file) {
    return new HelmLibrary(Native.load(file.toString(), HelmLib.class));
  }

  /** What Helm says: what it printed, or why it did not. */
  record Said(String output, String error) {}

  /** Does as {@code helm template} does, as far as the library goes. */
  Said template(Order order) {
    var options =
        new TemplateOptions(
            order.release(),
            "",
            order.chart(),
            order.namespace(),
            order.kubeVersion().isEmpty() ? KUBERNETES : order.kubeVersion(),
            0,
            1,
            assignments(order.set()),
            assignments(order.setFiles()),
            String.join(",", order.values()),
            "",
            "",
            "",
            0,
            0,
            "",
            0,
            "");
    Result result = helm.Template(options);
    try {
      return new Said(text(result.out), text(result.err).strip());
    } finally {
      helm.Free(result);
    }
  }

  private static String text(@org.jspecify.annotations.Nullable String maybe) {
    return maybe == null ? "" : maybe;
  }

  /**
   * The library takes keys and values apart and escapes the values, so that lists could not be
   * given. A key it leaves alone: all assignments go there, and what is left, an assignment to the
   * empty key, means nothing to Helm.
   */
  private static String assignments(String raw) {
    return raw.isEmpty() ? "" : URLEncoder.encode(raw + ",", StandardCharsets.UTF_8) + "=";
  }
}
