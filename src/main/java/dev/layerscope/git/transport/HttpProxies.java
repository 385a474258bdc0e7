package dev.layerscope.git.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy git would take: {@code http.<url>.proxy}, {@code http.proxy}, then the environment
 * (git-config, curl). An empty setting means none.
 */
final class HttpProxies {
  private static final String SECTION = "http";
  private static final String KEY = "proxy";
  private static final int HTTP_PROXY_PORT = 1080; // curl's default when none is written

  private final Config config;
  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment the value of a variable; null when it is not set
   */
  HttpProxies(Config config, UnaryOperator<@Nullable String> environment) {
    this.config = config;
    this.environment = environment;
  }

  /** The proxy for an address; {@link Proxy#NO_PROXY} to go straight. */
  Proxy of(URL url) {
    return configured(url)
        .or(() -> fromEnvironment(url))
        .flatMap(this::parse)
        .orElse(Proxy.NO_PROXY);
  }

  private Optional<String> configured(URL url) {
    return config.getSubsections(SECTION).stream()
        .filter(prefix -> url.toString().startsWith(prefix))
        .filter(prefix -> config.getString(SECTION, prefix, KEY) != null)
        .max(Comparator.comparingInt(String::length))
        .map(prefix -> config.getString(SECTION, prefix, KEY))
        .or(() -> Optional.ofNullable(config.getString(SECTION, null, KEY)));
  }

  private Optional<String> fromEnvironment(URL url) {
    if (isExempt(url.getHost())) {
      return Optional.empty();
    }
    // curl reads HTTP_PROXY in small letters only: in capitals a web server may set it.
    List<String> names =
        url.getProtocol().equals("https")
            ? List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
            : List.of("http_proxy", "all_proxy", "ALL_PROXY");
    return names.stream().flatMap(name -> value(name).stream()).findFirst();
  }

  private boolean isExempt(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return Stream.of("no_proxy", "NO_PROXY")
        .flatMap(name -> value(name).stream())
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || lower.equals(entry) || lower.endsWith("." + entry));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(text -> !text.isBlank());
  }

  private Optional<Proxy> parse(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    URI uri = URI.create(text.contains("://") ? text : "http://" + text);
    if (uri.getHost() == null) {
      return Optional.empty();
    }
    boolean socks = uri.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
    int port = uri.getPort() > 0 ? uri.getPort() : HTTP_PROXY_PORT;
    return Optional.of(
        new Proxy(
            socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
            new InetSocketAddress(uri.getHost(), port)));
  }
}
