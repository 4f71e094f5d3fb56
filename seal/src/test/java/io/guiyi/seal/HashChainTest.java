package io.guiyi.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.seal.HashChain.Broken;
import io.guiyi.seal.HashChain.Entry;
import io.guiyi.seal.HashChain.Fault;
import io.guiyi.seal.HashChain.Head;
import io.guiyi.seal.HashChain.Intact;
import io.guiyi.seal.HashChain.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The hash chain finds tampering and names the first bad entry")
class HashChainTest {
  /** Replay a failure with -Dguiyi.seed=…; the seed is part of each failure's message. */
  private static final long SEED = Long.getLong("guiyi.seed", 20_261_122L);

  private static final int TAMPERINGS = 250;

  enum Tampering {
    EDIT_CONTENT,
    EDIT_HASH,
    EDIT_NUMBER,
    EDIT_AND_REHASH,
    DELETE,
    DELETE_AND_RENUMBER,
    INSERT,
    REPEAT,
    REORDER,
    REORDER_AND_RENUMBER
  }

  private static List<Entry> chain(int length, Random random) {
    List<Entry> entries = new ArrayList<>();
    Head head = HashChain.START;
    for (int i = 0; i < length; i++) {
      byte[] content = new byte[1 + random.nextInt(80)];
      random.nextBytes(content);
      head = HashChain.next(head, content);
      entries.add(new Entry(head.number(), content, head.hash()));
    }
    return entries;
  }

  @Test
  @DisplayName("An untouched chain is intact and ends at its last entry")
  void intact() {
    List<Entry> entries = chain(200, new Random(SEED));
    Entry last = entries.getLast();
    assertThat(HashChain.verify(entries)).isEqualTo(new Intact(new Head(200, last.hash())));
    assertThat(HashChain.verify(List.of())).isEqualTo(new Intact(HashChain.START));
  }

  @Test
  @DisplayName("A chain is verified in stretches, each from the head before")
  void stretches() {
    List<Entry> entries = chain(100, new Random(SEED));
    Head middle = new Head(40, entries.get(39).hash());
    assertThat(HashChain.verify(entries.subList(0, 40))).isEqualTo(new Intact(middle));
    assertThat(HashChain.verify(middle, entries.subList(40, 100)))
        .isEqualTo(HashChain.verify(entries));
    assertThat(HashChain.verify(middle, entries.subList(41, 100)))
        .isEqualTo(new Broken(41, Fault.NUMBER));
  }

  @Test
  @DisplayName("A cut tail leaves an intact chain whose head is not the one kept elsewhere")
  void truncation() {
    List<Entry> entries = chain(50, new Random(SEED));
    Verdict whole = HashChain.verify(entries);
    for (int kept = 0; kept < entries.size(); kept++) {
      Verdict cut = HashChain.verify(entries.subList(0, kept));
      assertThat(cut).isInstanceOf(Intact.class).isNotEqualTo(whole);
    }
  }

  @Test
  @DisplayName("The rule is SM3 over the hash before and the content, from a fixed start")
  void rule() {
    byte[] content = "entry".getBytes(StandardCharsets.US_ASCII);
    Sm3 start = Sm3.of("guiyi audit chain 1".getBytes(StandardCharsets.US_ASCII));
    assertThat(HashChain.START).isEqualTo(new Head(0, start));
    assertThat(HashChain.next(start, content)).isEqualTo(Sm3.of(start.bytes(), content));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Random tamperings are found where they begin")
  void tamperings(Tampering tampering) {
    Random seeds = new Random(SEED + tampering.name().hashCode());
    for (int i = 0; i < TAMPERINGS; i++) {
      Random random = new Random(seeds.nextLong());
      List<Entry> entries = chain(3 + random.nextInt(60), random);
      Broken expected = tamper(tampering, entries, random);
      assertThat(HashChain.verify(entries))
          .as("%s %d, guiyi.seed=%d", tampering, i, SEED)
          .isEqualTo(expected);
    }
  }

  /** Tampers somewhere before the last entry and says what must be found. */
  private static Broken tamper(Tampering tampering, List<Entry> entries, Random random) {
    int at = random.nextInt(entries.size() - 1);
    Entry entry = entries.get(at);
    Entry after = entries.get(at + 1);
    return switch (tampering) {
      case EDIT_CONTENT -> {
        entries.set(at, new Entry(entry.number(), flip(entry.content(), random), entry.hash()));
        yield new Broken(at + 1, Fault.HASH);
      }
      case EDIT_HASH -> {
        Sm3 hash = Sm3.ofBytes(flip(entry.hash().bytes(), random));
        entries.set(at, new Entry(entry.number(), entry.content(), hash));
        yield new Broken(at + 1, Fault.HASH);
      }
      case EDIT_NUMBER -> {
        long number = entry.number() + 1 + random.nextInt(9);
        entries.set(at, new Entry(number, entry.content(), entry.hash()));
        yield new Broken(at + 1, Fault.NUMBER);
      }
      case EDIT_AND_REHASH -> {
        byte[] content = flip(entry.content(), random);
        Sm3 before = at == 0 ? HashChain.START.hash() : entries.get(at - 1).hash();
        entries.set(at, new Entry(entry.number(), content, HashChain.next(before, content)));
        yield new Broken(at + 2, Fault.HASH);
      }
      case DELETE -> {
        entries.remove(at);
        yield new Broken(at + 1, Fault.NUMBER);
      }
      case DELETE_AND_RENUMBER -> {
        entries.remove(at);
        renumber(entries);
        yield new Broken(at + 1, Fault.HASH);
      }
      case INSERT -> {
        Sm3 before = at == 0 ? HashChain.START.hash() : entries.get(at - 1).hash();
        byte[] forged = {1, 2, 3};
        entries.add(at, new Entry(entry.number(), forged, HashChain.next(before, forged)));
        renumber(entries);
        yield new Broken(at + 2, Fault.HASH);
      }
      case REPEAT -> {
        entries.add(at, entry);
        yield new Broken(at + 2, Fault.NUMBER);
      }
      case REORDER -> {
        entries.set(at, after);
        entries.set(at + 1, entry);
        yield new Broken(at + 1, Fault.NUMBER);
      }
      case REORDER_AND_RENUMBER -> {
        entries.set(at, after);
        entries.set(at + 1, entry);
        renumber(entries);
        yield new Broken(at + 1, Fault.HASH);
      }
    };
  }

  private static byte[] flip(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static void renumber(List<Entry> entries) {
    List<Entry> renumbered =
        Stream.iterate(0, i -> i < entries.size(), i -> i + 1)
            .map(i -> new Entry(i + 1L, entries.get(i).content(), entries.get(i).hash()))
            .toList();
    entries.clear();
    entries.addAll(renumbered);
  }
}
