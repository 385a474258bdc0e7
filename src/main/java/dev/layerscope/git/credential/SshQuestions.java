package dev.layerscope.git.credential;

import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;

/**
 * What comes up while SSH connects: a host that {@code known_hosts} does not list, a key with a
 * passphrase. A host whose key is another one than {@code known_hosts} has is never accepted here.
 */
final class SshQuestions {
  private final Progress progress;
  private Optional<String> refusal = Optional.empty();

  SshQuestions(Progress progress) {
    this.progress = progress;
  }

  Optional<String> refusal() {
    return refusal;
  }

  /** Fills in the items; false for "no". */
  boolean answer(URIish uri, CredentialItem... items) {
    List<CredentialItem.YesNoType> choices = of(CredentialItem.YesNoType.class, items);
    if (!choices.isEmpty()) {
      return trust(uri, choices, told(items));
    }
    List<CredentialItem> secrets = new ArrayList<>();
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.CharArrayType
          || item instanceof CredentialItem.StringType) {
        secrets.add(item);
      }
    }
    return secrets.size() == 1 && unlock(secrets.getFirst(), told(items));
  }

  private boolean trust(URIish uri, List<CredentialItem.YesNoType> choices, String told) {
    if (choices.size() > 1) {
      refusal =
          Optional.of(
              "The key of "
                  + uri.getHost()
                  + " is not the one in known_hosts. Somebody may be listening, or the host was set"
                  + " up anew: ask who runs it, and correct known_hosts.");
      return false;
    }
    boolean fileOnly = told.contains("does not exist");
    boolean trusted =
        fileOnly
            || progress
                .ask(new RemoteQuestion.HostUnknown(CredentialHelpers.host(uri), told))
                .orElse(false);
    if (!trusted) {
      refusal =
          Optional.of(
              "The host key of "
                  + uri.getHost()
                  + " is not known. Connect to that host once with ssh, or say yes when asked.");
    }
    choices.getFirst().setValue(trusted);
    return trusted;
  }

  private boolean unlock(CredentialItem item, String told) {
    Optional<Secret> secret =
        progress.ask(new RemoteQuestion.PassphraseWanted(told)).filter(s -> !s.isEmpty());
    secret.ifPresent(passphrase -> {
      switch (item) {
        case CredentialItem.CharArrayType letters -> letters.setValue(passphrase.letters());
        case CredentialItem.StringType text -> text.setValue(new String(passphrase.letters()));
        default -> throw new IllegalArgumentException(item.getPromptText());
      }
    });
    return secret.isPresent();
  }

  private static String told(CredentialItem... items) {
    return of(CredentialItem.InformationalMessage.class, items).stream()
        .map(CredentialItem::getPromptText)
        .collect(Collectors.joining("\n"));
  }

  private static <T extends CredentialItem> List<T> of(Class<T> type, CredentialItem... items) {
    var found = new ArrayList<T>();
    for (CredentialItem item : items) {
      if (type.isInstance(item)) {
        found.add(type.cast(item));
      }
    }
    return found;
  }
}
