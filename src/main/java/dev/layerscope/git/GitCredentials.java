package dev.layerscope.git;

import dev.layerscope.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Answers a login with what git itself would answer: {@code ~/.netrc}, then the credential helpers
 * of the user's configuration, asked through {@code git credential}. Never a question on a
 * terminal; a secret is held no longer than the question takes.
 */
final class GitCredentials extends CredentialsProvider {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Progress progress;

  GitCredentials(Progress progress) {
    this.progress = progress;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username)
          && !(item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    // Keys and host keys of SSH are not asked for here: ssh-agent and known_hosts answer those, or
    // nobody does.
    if (!supports(items) || uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
      return false;
    }
    if (new NetRCCredentialsProvider().get(uri, items)) {
      return true;
    }
    Map<String, String> login = ask("fill", uri);
    if (!login.containsKey("username") || !login.containsKey("password")) {
      return false;
    }
    for (CredentialItem item : items) {
      switch (item) {
        case CredentialItem.Username username -> username.setValue(login.get("username"));
        case CredentialItem.Password password ->
            password.setValue(login.getOrDefault("password", "").toCharArray());
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /** Called by JGit when a login was not accepted: the helpers should forget it. */
  @Override
  public void reset(URIish uri) {
    ask("reject", uri);
  }

  private Map<String, String> ask(String verb, URIish uri) {
    try {
      var git = new ProcessBuilder("git", "credential", verb);
      // Not where a repository's own configuration could name a helper.
      git.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
      git.environment().put("GIT_TERMINAL_PROMPT", "0");
      git.environment()
          .keySet()
          .removeIf(name -> name.equals("GIT_DIR") || name.equals("GIT_WORK_TREE"));
      git.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = git.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(question(uri).getBytes(StandardCharsets.UTF_8));
      }
      return finished(process) ? answer(process) : Map.of();
    } catch (IOException notInstalled) {
      return Map.of();
    }
  }

  static String question(URIish uri) {
    var question =
        new StringBuilder("protocol=")
            .append(uri.getScheme())
            .append("\nhost=")
            .append(uri.getHost());
    if (uri.getPort() > 0) {
      question.append(':').append(uri.getPort());
    }
    Optional.ofNullable(uri.getPath())
        .ifPresent(path -> question.append("\npath=").append(path.replaceFirst("^/", "")));
    Optional.ofNullable(uri.getUser())
        .ifPresent(user -> question.append("\nusername=").append(user));
    return question.append("\n\n").toString();
  }

  private boolean finished(Process process) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (progress.cancelled() || System.nanoTime() > deadline) {
          process.destroy();
          return false;
        }
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return false;
    }
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
