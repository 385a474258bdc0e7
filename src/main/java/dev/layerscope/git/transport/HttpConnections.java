package dev.layerscope.git.transport;

import dev.layerscope.git.credential.Account;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/** Opens connections as the user's git would, with its proxy and its certificates. */
final class HttpConnections extends JDKHttpConnectionFactory {
  private final Config config;
  private final Account account;
  private final HttpProxies proxies;

  HttpConnections(Config config, Account account) {
    this.config = config;
    this.account = account;
    this.proxies = new HttpProxies(config, name -> account.environment().get(name));
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy ofTheMachine) throws IOException {
    var connection = new Proxied(url, proxies.of(url));
    if (url.getProtocol().equals("https")) {
      trustOwnAuthorities(connection);
    }
    return connection;
  }

  /** {@code http.sslCAInfo} names the authorities to trust, in place of the machine's. */
  private void trustOwnAuthorities(HttpConnection connection) throws IOException {
    Optional<String> file =
        account
            .variable("GIT_SSL_CAINFO")
            .or(() -> Optional.ofNullable(config.getString("http", null, "sslCAInfo")));
    if (file.isPresent()) {
      String named = file.get();
      Path path =
          named.startsWith("~/") ? account.home().resolve(named.substring(2)) : Path.of(named);
      try {
        connection.configure(null, trusting(path), null);
      } catch (GeneralSecurityException e) {
        throw new IOException("http.sslCAInfo names " + path + ": " + e.getMessage(), e);
      }
    }
  }

  private static TrustManager[] trusting(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, one);
      }
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static final class Proxied extends JDKHttpConnection {
    Proxied(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
    }
  }
}
