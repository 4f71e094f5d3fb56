package io.guiyi.seal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a key may be used for. A key never serves two purposes. */
public sealed interface KeyPurpose {

  /**
   * The name of this purpose inside a {@link KeyId}: lower-case letters, digits, hyphens and at
   * most one dot.
   */
  String label();

  /**
   * Encrypts the envelopes of one sensitivity class (SM4).
   *
   * @param sensitivity the class
   */
  record Envelope(SensitivityClass sensitivity) implements KeyPurpose {
    @Override
    public String label() {
      return sensitivity.label();
    }
  }

  /**
   * Encrypts the messages to one subscriber (SM4).
   *
   * @param name the subscriber's name: 1 to 40 lower-case letters, digits and hyphens, first a
   *     letter
   */
  record Subscriber(String name) implements KeyPurpose {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Refuses a name that could not be part of a file name everywhere. */
    public Subscriber {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "Subscriber name '"
                + name
                + "' is refused: 1 to 40 lower-case letters, digits and hyphens, first a letter");
      }
    }

    @Override
    public String label() {
      return "subscriber." + name;
    }
  }

  /** Hashes values so that they can be looked up (HMAC-SM3). */
  record Lookup() implements KeyPurpose {
    @Override
    public String label() {
      return "lookup";
    }
  }

  /** Hides the terms of the candidate index (SipHash-2-4). */
  record IndexTerm() implements KeyPurpose {
    @Override
    public String label() {
      return "index-term";
    }
  }

  /** Signs the heads of the audit chain (SM2). */
  record Audit() implements KeyPurpose {
    @Override
    public String label() {
      return "audit";
    }
  }

  /** Signs what leaves the hub: answers, certificates, approvals (SM2). */
  record Signing() implements KeyPurpose {
    @Override
    public String label() {
      return "signing";
    }
  }

  /** The purposes every hub has from its first start: all but the subscribers'. */
  static List<KeyPurpose> standing() {
    return Stream.concat(
            Stream.of(SensitivityClass.values()).map(Envelope::new),
            Stream.of(new Lookup(), new IndexTerm(), new Audit(), new Signing()))
        .<KeyPurpose>map(purpose -> purpose)
        .toList();
  }
}
