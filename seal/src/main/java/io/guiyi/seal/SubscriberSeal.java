package io.guiyi.seal;

/**
 * Seals the body of one feed message for one subscriber (SM4-GCM with that subscriber's key), bound
 * to {@code subscriber:sequence}, so that a message can neither be handed to another subscriber nor
 * be passed off as another entry. Same layout as an {@linkplain Envelopes envelope}; the associated
 * data are the UTF-8 lines {@code 1}, key id, {@code feed}, {@code subscriber:sequence}. For many
 * threads.
 */
public final class SubscriberSeal {
  private final SealedBox box;

  /**
   * Seals and opens with the subscriber keys of this ring; each subscriber's key must be there
   * ({@link KeyRing#ensure}).
   */
  public SubscriberSeal(KeyRing ring) {
    this.box = new SealedBox(ring);
  }

  /**
   * Seals a message body.
   *
   * @param subscriber the subscriber's name
   * @param sequence the entry's number in this subscriber's feed, from 1
   * @param body at most {@link Envelopes#CLEAR_MAX_BYTES} bytes
   */
  public byte[] seal(String subscriber, long sequence, byte[] body) {
    return box.seal(binding(subscriber, sequence), body);
  }

  /**
   * Opens a message body sealed for this subscriber and number.
   *
   * @throws SealBroken when it was altered, is another entry's, or its key is not here
   */
  public byte[] open(String subscriber, long sequence, byte[] message) {
    return box.open(binding(subscriber, sequence), message);
  }

  private static SealedBox.Binding binding(String subscriber, long sequence) {
    if (sequence < 1) {
      throw new IllegalArgumentException(
          "Feed sequence " + sequence + " of " + subscriber + " is refused: counts from 1");
    }
    return new SealedBox.Binding(
        new KeyPurpose.Subscriber(subscriber),
        "feed\n" + subscriber + ":" + sequence,
        "feed entry " + subscriber + ":" + sequence);
  }
}
