package io.guiyi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A keyed hash finds a value again and tells nothing else")
class KeyedHashTest {
  private static final String ID_NUMBER = "110101199003077758";

  @TempDir Path folder;
  private KeyRing ring;
  private KeyedHash hashes;

  @BeforeEach
  void openRing() {
    ring = KeyRing.open(folder.resolve("keys"));
    hashes = new KeyedHash(ring);
  }

  @Test
  @DisplayName("Equal values have equal hashes, other kinds, values and rings have others")
  void equality() {
    LookupHash hash = hashes.hash("id-number", ID_NUMBER);
    KeyedHash restarted = new KeyedHash(KeyRing.open(folder.resolve("keys")));
    KeyedHash elsewhere = new KeyedHash(KeyRing.open(folder.resolve("elsewhere")));
    assertThat(restarted.hash("id-number", ID_NUMBER)).isEqualTo(hash);
    assertThat(hash.keyId().text()).isEqualTo("lookup-1");
    Set<LookupHash> others = new HashSet<>();
    others.add(hash);
    others.add(hashes.hash("passport", ID_NUMBER));
    others.add(hashes.hash("id-number", ID_NUMBER + " "));
    others.add(hashes.hash("id-number", ""));
    others.add(elsewhere.hash("id-number", ID_NUMBER));
    assertThat(others).hasSize(5);
  }

  @Test
  @DisplayName("A hash survives its column")
  void column() {
    LookupHash hash = hashes.hash("id-number", ID_NUMBER);
    assertThat(hash.bytes()).hasSize(LookupHash.LENGTH_BYTES);
    assertThat(LookupHash.of(hash.keyId(), hash.bytes())).isEqualTo(hash);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LookupHash.of(hash.keyId(), new byte[15]));
  }

  @Test
  @DisplayName("After a rotation a value is looked up by both generations, never by more")
  void twoGenerations() {
    LookupHash first = hashes.hash("id-number", ID_NUMBER);
    ring.rotate(new KeyPurpose.Lookup());
    LookupHash second = hashes.hash("id-number", ID_NUMBER);
    assertThat(hashes.hashes("id-number", ID_NUMBER)).containsExactly(second, first);
    assertThat(hashes.matches(first, "id-number", ID_NUMBER)).isTrue();
    assertThat(hashes.matches(second, "id-number", ID_NUMBER)).isTrue();
    assertThat(hashes.matches(first, "id-number", "110101199003077759")).isFalse();
    ring.rotate(new KeyPurpose.Lookup());
    assertThat(hashes.hashes("id-number", ID_NUMBER))
        .hasSize(2)
        .contains(second)
        .doesNotContain(first);
  }

  @Test
  @DisplayName("A hash under a key that is not here, or is no look-up key, matches nothing")
  void foreignKey() {
    LookupHash hash = hashes.hash("id-number", ID_NUMBER);
    for (String foreign : new String[] {"lookup-9", "identity-1", "index-term-1"}) {
      LookupHash other = new LookupHash(KeyId.parse(foreign), hash.high(), hash.low());
      assertThat(hashes.matches(other, "id-number", ID_NUMBER)).as(foreign).isFalse();
    }
  }

  @Test
  @DisplayName("The text form is too short to look anybody up")
  void textForm() {
    assertThat(hashes.hash("id-number", ID_NUMBER).toString()).matches("lookup-1:[0-9a-f]{4}…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Id", "id number", "id\nnumber", "9id"})
  @DisplayName("A kind that could run into the value is refused")
  void badKind(String kind) {
    assertThatIllegalArgumentException().isThrownBy(() -> hashes.hash(kind, ID_NUMBER));
  }

  @Test
  @DisplayName("A value beyond the limit is refused without being shown")
  void tooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hashes.hash("note", "x".repeat(KeyedHash.VALUE_MAX + 1)))
        .withMessageContaining("1048577")
        .withMessageNotContaining("xx");
  }

  @Test
  @DisplayName(
      "Terms are stable over restarts, differ between rings, and do not collide in 100,000")
  void terms() {
    KeyedHash restarted = new KeyedHash(KeyRing.open(folder.resolve("keys")));
    KeyedHash elsewhere = new KeyedHash(KeyRing.open(folder.resolve("elsewhere")));
    assertThat(restarted.term("name:张伟")).isEqualTo(hashes.term("name:张伟"));
    assertThat(elsewhere.term("name:张伟")).isNotEqualTo(hashes.term("name:张伟"));
    assertThat(IntStream.range(0, 100_000).mapToLong(i -> hashes.term("name:" + i)).distinct())
        .hasSize(100_000);
  }

  @Test
  @DisplayName("An index keeps its key until it is rebuilt on a new instance")
  void termKeyIsPinned() {
    long term = hashes.term("name:张伟");
    ring.rotate(new KeyPurpose.IndexTerm());
    assertThat(hashes.term("name:张伟")).isEqualTo(term);
    assertThat(hashes.termKey().text()).isEqualTo("index-term-1");
    KeyedHash rebuilt = new KeyedHash(ring);
    assertThat(rebuilt.termKey().text()).isEqualTo("index-term-2");
    assertThat(rebuilt.term("name:张伟")).isNotEqualTo(term);
  }
}
