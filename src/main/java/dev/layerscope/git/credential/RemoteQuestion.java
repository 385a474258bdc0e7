package dev.layerscope.git.credential;

import dev.layerscope.work.Question;
import java.util.Optional;

/** What a remote wants to know that git's own configuration does not answer. */
public sealed interface RemoteQuestion<T> extends Question<T> {
  /**
   * A name and a password or token.
   *
   * @param keep whether git's own credential helper shall keep it; else it is forgotten with the
   *     program
   */
  record Login(String user, Secret secret, boolean keep) {}

  /**
   * A host asks who we are, and neither {@code ~/.netrc} nor a credential helper knows.
   *
   * @param host with its port where it has one of its own
   * @param address of the repository, without a secret
   * @param user when the address names one
   * @param refused whether what was answered before was not accepted
   */
  record LoginWanted(String host, String address, Optional<String> user, boolean refused)
      implements RemoteQuestion<Login> {
    @Override
    public Class<Login> answer() {
      return Login.class;
    }
  }

  /**
   * A host of which {@code known_hosts} says nothing. Yes adds it there.
   *
   * @param fingerprints of its key, as ssh prints them, a line each
   */
  record HostUnknown(String host, String fingerprints) implements RemoteQuestion<Boolean> {
    @Override
    public Class<Boolean> answer() {
      return Boolean.class;
    }
  }

  /**
   * A key of the person's that is locked.
   *
   * @param text what ssh says about it, with the key's file
   */
  record PassphraseWanted(String text) implements RemoteQuestion<Secret> {
    @Override
    public Class<Secret> answer() {
      return Secret.class;
    }
  }
}
