package dev.layerscope.git.credential;

import dev.layerscope.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.URIish;

/**
 * The credential helpers of the user's git, asked through {@code git credential} (git-credential).
 * With a time limit, and never with a question on a terminal or in a window nobody sees.
 */
final class CredentialHelpers {
  private static final long PAUSE_MILLIS = 50;

  private final Account account;
  private final Progress progress;

  CredentialHelpers(Account account, Progress progress) {
    this.account = account;
    this.progress = progress;
  }

  /** A login as git writes it on its lines. */
  record Known(String user, Secret secret) {}

  /**
   * What the helpers know; empty when nothing, when they take too long, or when there is no git.
   */
  Optional<Known> fill(URIish uri) {
    Map<String, String> said = ask("fill", describe(uri));
    String user = said.getOrDefault("username", "");
    String password = said.getOrDefault("password", "");
    return said.containsKey("password")
        ? Optional.of(new Known(user, new Secret(password)))
        : Optional.empty();
  }

  /** The login was accepted: helpers that keep logins keep it. */
  void approve(URIish uri, Known login) {
    ask("approve", describe(uri) + lines(login));
  }

  /** The login was not accepted: helpers forget it. */
  void reject(URIish uri, Known login) {
    ask("reject", describe(uri) + lines(login));
  }

  private static String lines(Known login) {
    return "username=%s\npassword=%s\n"
        .formatted(login.user(), new String(login.secret().letters()));
  }

  private Map<String, String> ask(String verb, String question) {
    if (question.chars().anyMatch(c -> c == 0 || c == '\r')) {
      return Map.of(); // a line of its own making in the question (CVE-2020-5260)
    }
    try {
      Process process = command(verb).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write((question + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return finished(process) ? answer(process) : Map.of();
    } catch (IOException notInstalled) {
      return Map.of();
    }
  }

  private ProcessBuilder command(String verb) {
    var git = new ProcessBuilder("git", "credential", verb);
    // Not where a repository's own configuration could name a helper.
    git.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
    git.environment().clear();
    git.environment().putAll(account.environment());
    git.environment()
        .keySet()
        .removeIf(name -> name.equals("GIT_DIR") || name.equals("GIT_WORK_TREE"));
    git.environment().put("GIT_TERMINAL_PROMPT", "0");
    git.environment().put("GIT_ASKPASS", ""); // set and empty: nobody is asked, SSH_ASKPASS neither
    return git.redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String describe(URIish uri) {
    var question = new StringBuilder("protocol=%s\nhost=%s".formatted(uri.getScheme(), host(uri)));
    Optional.ofNullable(uri.getPath())
        .ifPresent(path -> question.append("\npath=").append(oneLine(path).replaceFirst("^/", "")));
    Optional.ofNullable(uri.getUser())
        .ifPresent(user -> question.append("\nusername=").append(oneLine(user)));
    return question.append('\n').toString();
  }

  private static String oneLine(String text) {
    return text.replace('\n', '\r'); // refused below
  }

  /** The host, with its port where it has one of its own. */
  static String host(URIish uri) {
    String host = oneLine(String.valueOf(uri.getHost()));
    return uri.getPort() > 0 ? host + ":" + uri.getPort() : host;
  }

  private boolean finished(Process process) {
    long deadline = System.nanoTime() + account.helper().toNanos();
    try {
      while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (progress.cancelled() || System.nanoTime() > deadline) {
          end(process);
          return false;
        }
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Git and the helper it waits for. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static Map<String, String> answer(Process process) throws IOException {
    var answer = new HashMap<String, String>();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    said.lines()
        .filter(line -> line.contains("="))
        .forEach(line ->
            answer.put(
                line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return answer;
  }
}
