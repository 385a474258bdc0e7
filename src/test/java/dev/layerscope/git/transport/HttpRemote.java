package dev.layerscope.git.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * A git server on this machine that speaks the smart HTTP protocol, and can be told to misbehave.
 */
public final class HttpRemote implements AutoCloseable {
  private static final String UPLOAD = "git-upload-pack";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Repository repository;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Optional<Trouble> trouble = Optional.empty();

  /** What a server does instead of answering well. */
  public interface Trouble {
    /**
     * Answers, or leaves it.
     *
     * @param answer what would have been the body
     * @return whether the exchange was answered
     */
    boolean answer(HttpExchange exchange, byte[] answer) throws IOException;
  }

  private HttpRemote(Repository repository, HttpServer server) {
    this.repository = repository;
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static HttpRemote serving(Repository repository) throws IOException {
    return new HttpRemote(repository, HttpServer.create(anyPort(), 0));
  }

  public static HttpRemote serving(Repository repository, SSLContext keys) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys));
    return new HttpRemote(repository, server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public HttpRemote but(Trouble misbehaviour) {
    trouble = Optional.of(misbehaviour);
    return this;
  }

  /** From now on everything is well again. */
  void mend() {
    trouble = Optional.empty();
  }

  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://localhost:" + server.getAddress().getPort() + "/platform/baseline.git";
  }

  int requests() {
    return requests.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      byte[] answer = answer(exchange);
      if (trouble.isEmpty() || !trouble.get().answer(exchange, answer)) {
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private byte[] answer(HttpExchange exchange) throws IOException {
    var out = new ByteArrayOutputStream();
    var upload = new UploadPack(repository);
    upload.setBiDirectionalPipe(false);
    if (exchange.getRequestMethod().equals("GET")) {
      exchange
          .getResponseHeaders()
          .add("Content-Type", "application/x-" + UPLOAD + "-advertisement");
      var lines = new PacketLineOut(out);
      lines.writeString("# service=" + UPLOAD + "\n");
      lines.end();
      upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    } else {
      exchange.getResponseHeaders().add("Content-Type", "application/x-" + UPLOAD + "-result");
      upload.upload(body(exchange), out, null);
    }
    return out.toByteArray();
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream plain = new ByteArrayInputStream(sent);
    return packed ? new GZIPInputStream(plain) : plain;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
