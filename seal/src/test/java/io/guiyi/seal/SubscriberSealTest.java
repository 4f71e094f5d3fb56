package io.guiyi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A feed message opens for its subscriber, as the entry it is")
class SubscriberSealTest {
  private static final byte[] BODY =
      "{\"type\":\"person.upserted\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private KeyRing ring;
  private SubscriberSeal seal;

  @BeforeEach
  void openRing() {
    ring = KeyRing.open(folder.resolve("keys"));
    ring.ensure(new KeyPurpose.Subscriber("education"));
    ring.ensure(new KeyPurpose.Subscriber("labour"));
    seal = new SubscriberSeal(ring);
  }

  @Test
  @DisplayName("Its own entry opens; another number or another subscriber's does not")
  void boundToEntry() {
    byte[] message = seal.seal("education", 17, BODY);
    assertThat(seal.open("education", 17, message)).isEqualTo(BODY);
    assertThatThrownBy(() -> seal.open("education", 18, message))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("feed entry education:18");
    assertThatThrownBy(() -> seal.open("labour", 17, message)).isInstanceOf(SealBroken.class);
  }

  @Test
  @DisplayName("Every single flipped bit is found")
  void everyBitFlip() {
    byte[] message = seal.seal("education", 1, BODY);
    for (int bit = 0; bit < message.length * 8; bit++) {
      byte[] flipped = message.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> seal.open("education", 1, flipped))
          .as("bit %d", bit)
          .isInstanceOf(SealBroken.class);
    }
  }

  @Test
  @DisplayName("A subscriber opens its messages with nothing but its own key file")
  void ownKeyOnly() throws Exception {
    Path handedOver =
        Files.createDirectory(
            folder.resolve("handed-over"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path key = folder.resolve("keys/subscriber.education-1.key");
    Files.copy(key, handedOver.resolve(key.getFileName()));
    Files.setPosixFilePermissions(
        handedOver.resolve(key.getFileName()), PosixFilePermissions.fromString("rw-------"));
    KeyRing own = KeyRing.openToRead(handedOver);
    SubscriberSeal reader = new SubscriberSeal(own);
    assertThat(reader.open("education", 3, seal.seal("education", 3, BODY))).isEqualTo(BODY);
    assertThatThrownBy(() -> reader.open("labour", 3, seal.seal("labour", 3, BODY)))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("subscriber.labour-1");
    assertThatThrownBy(() -> own.ensure(new KeyPurpose.Subscriber("labour")))
        .isInstanceOf(KeyRefused.class);
    try (var files = Files.list(handedOver)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  @DisplayName("A subscriber without a key is refused, and so is a number below one")
  void refusals() {
    assertThatThrownBy(() -> seal.seal("health", 1, BODY))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("subscriber.health");
    assertThatIllegalArgumentException().isThrownBy(() -> seal.seal("education", 0, BODY));
    assertThatIllegalArgumentException().isThrownBy(() -> seal.seal("../education", 1, BODY));
  }
}
