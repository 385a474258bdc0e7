package dev.layerscope.git.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The repositories of a folder behind git's own {@code http-backend}, as a web server serves them:
 * {@code main FOLDER} prints its address and serves until it is killed.
 */
public final class HttpBackend implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path folder;
  private final AtomicInteger requests = new AtomicInteger();

  public HttpBackend(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static void main(String[] arguments) throws Exception {
    var backend = new HttpBackend(Path.of(arguments[0]));
    System.out.println(backend.url());
    Thread.currentThread().join();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** How often it was asked since the last time somebody wanted to know. */
  public int requests() {
    return requests.getAndSet(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      Process git = start(exchange);
      Thread.ofVirtual().start(() -> feed(exchange, git));
      var out = new BufferedInputStream(git.getInputStream(), 1 << 16);
      int status = 200;
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        String[] header = line.split(": ", 2);
        if (header[0].equalsIgnoreCase("Status")) {
          status = Integer.parseInt(header[1].substring(0, 3));
        } else {
          exchange.getResponseHeaders().add(header[0], header[1]);
        }
      }
      exchange.sendResponseHeaders(status, 0);
      try (OutputStream body = exchange.getResponseBody()) {
        out.transferTo(body);
      }
    }
  }

  private Process start(HttpExchange exchange) throws IOException {
    var git = new ProcessBuilder("git", "-c", "safe.directory=*", "http-backend");
    Map<String, String> variables = git.environment();
    variables.put("GIT_PROJECT_ROOT", folder.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("PATH_INFO", exchange.getRequestURI().getPath());
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    String query = exchange.getRequestURI().getRawQuery();
    variables.put("QUERY_STRING", query == null ? "" : query);
    header(exchange, "Content-Type", variables, "CONTENT_TYPE");
    header(exchange, "Content-Length", variables, "CONTENT_LENGTH");
    header(exchange, "Content-Encoding", variables, "HTTP_CONTENT_ENCODING");
    header(exchange, "Git-Protocol", variables, "GIT_PROTOCOL");
    return git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void header(
      HttpExchange exchange, String name, Map<String, String> variables, String variable) {
    String value = exchange.getRequestHeaders().getFirst(name);
    if (value != null) {
      variables.put(variable, value);
    }
  }

  private static void feed(HttpExchange exchange, Process git) {
    try (InputStream in = exchange.getRequestBody();
        OutputStream out = git.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException hungUp) {
      // git has read what it wanted
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
