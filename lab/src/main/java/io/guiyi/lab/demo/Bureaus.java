package io.guiyi.lab.demo;

import io.guiyi.lab.subscribers.Bureau;
import io.guiyi.routes.Hub;
import io.guiyi.seal.KeyRing;
import io.guiyi.seal.SubscriberSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sample subscribers, each with its inbox under {@code subscribers} in the data folder. */
public final class Bureaus implements AutoCloseable {
  private final List<Bureau> bureaus;

  private Bureaus(List<Bureau> bureaus) {
    this.bureaus = List.copyOf(bureaus);
  }

  /** Lets every subscriber of {@code hub} read its feed. */
  public static Bureaus open(Hub hub) {
    Path inboxes = hub.settings().data().resolve("subscribers");
    SubscriberSeal seal = new SubscriberSeal(hub.bean(KeyRing.class));
    List<Bureau> bureaus = new ArrayList<>();
    try {
      Files.createDirectories(inboxes);
      for (String name : hub.settings().subscribers()) {
        bureaus.add(
            new Bureau(
                name,
                hub.brokerUrl(),
                hub.subscriberPassword(name),
                seal,
                inboxes.resolve(name + ".inbox")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the inboxes in " + inboxes, e);
    }
    return new Bureaus(bureaus);
  }

  /** How many entries took effect, ever. */
  public long effects() {
    return bureaus.stream().mapToLong(Bureau::effects).sum();
  }

  /** How many entries were applied more than once, ever. */
  public long appliedTwice() {
    return bureaus.stream().mapToLong(Bureau::twice).sum();
  }

  /**
   * Stops a wait that would never end.
   *
   * @throws IllegalStateException if a bureau met an entry that it cannot read
   */
  void refuseIfBroken() {
    bureaus.forEach(Bureau::refuseIfBroken);
  }

  @Override
  public void close() {
    bureaus.forEach(Bureau::close);
  }
}
