package io.guiyi.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.guiyi.connectors.health.HealthResources;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.health.HealthSource;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.labour.LabourSource;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.connectors.police.PoliceSource;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Replay one case with {@code -Dguiyi.seed=N}. */
@DisplayName("A row mutilated in any way")
class MutilationTest {
  private static final int CASES = 2_000;
  private static final List<String> JUNK =
      List.of(
          "null",
          "\"\"",
          "17",
          "-1e999",
          "true",
          "[]",
          "{}",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\uFFFD",
          "\"2026-02-30 00:00:00\"",
          "\"99999999\"",
          "\"００００\"",
          "\"000000\"",
          "\u200B",
          "𬱖",
          "\"",
          "\\",
          ",",
          "}",
          "[[[[[[[[[[[[",
          "\"𠮷\"",
          "1111111111111111111111111",
          "\r\n",
          "\"3\"",
          "\"08\"");
  private static final Position HERE = new Position("lsh=1");

  private static SimpleCamelContext camel;
  private static PoliceSource police;
  private static LabourSource labour;
  private static HealthSource health;

  @BeforeAll
  static void open() {
    SteeredClock clock = new SteeredClock("2026-11-22T08:00:00Z");
    camel = new SimpleCamelContext();
    camel.start();
    police =
        PoliceSource.create(
            camel,
            PoliceSettings.of("http://127.0.0.1:1", "test", new Secret("invented-secret-0000")),
            clock);
    labour =
        LabourSource.create(
            camel,
            LabourSettings.of("jdbc:postgresql://127.0.0.1:1/none", "test", new Secret("invented")),
            clock);
    health =
        HealthSource.create(
            camel,
            HealthSettings.of("http://127.0.0.1:1/fhir", new Secret("invented-secret-0000")),
            clock);
  }

  @AfterAll
  static void close() {
    health.close();
    police.close();
    labour.close();
    camel.stop();
  }

  @Test
  @DisplayName("of the police becomes a record or is put aside, and never throws")
  void policeNeverThrows() {
    attack(Rows.json(Rows.police()), police, police::reread);
  }

  @Test
  @DisplayName("of the labour bureau becomes a record or is put aside, and never throws")
  void labourNeverThrows() {
    attack(Rows.json(Rows.job()), labour, labour::reread);
    attack(Rows.json(Rows.skill()), labour, labour::reread);
  }

  @Test
  @DisplayName("of a health file becomes a record or is put aside, and never throws")
  void healthNeverThrows() {
    attack(HealthResources.json(HealthResources.file()), health, health::reread);
  }

  private static void attack(
      String good, Source source, BiFunction<Position, RawBytes, Delivered> reread) {
    long chosen = Long.getLong("guiyi.seed", -1L);
    int understood = 0;
    int aside = 0;
    for (long seed = chosen < 0 ? 0 : chosen; seed < (chosen < 0 ? CASES : chosen + 1); seed++) {
      RawBytes row = RawBytes.of(mutilate(good, new Random(seed)));
      Canonicalized[] answer = new Canonicalized[1];
      assertThatCode(() -> answer[0] = canon(source, reread.apply(HERE, row)))
          .as("replay with -Dguiyi.seed=%d", seed)
          .doesNotThrowAnyException();
      switch (answer[0]) {
        case CanonicalRecord record -> {
          understood++;
          assertThat(record.what()).as("seed %d", seed).hasSizeBetween(0, 4);
        }
        case Quarantined put -> {
          aside++;
          assertThat(put.detail()).as("seed %d", seed).isNotBlank();
        }
      }
    }
    if (chosen < 0) {
      assertThat(understood).as("some mutilations harm nothing").isGreaterThan(CASES / 20);
      assertThat(aside).as("some mutilations are noticed").isGreaterThan(CASES / 20);
    }
  }

  private static Canonicalized canon(Source source, Delivered delivered) {
    return switch (delivered) {
      case SourceRecord known -> source.canonicalize(known);
      case Quarantined put -> put;
    };
  }

  /** One to three wounds: junk put in or over something, a piece cut out, a byte flipped. */
  private static byte[] mutilate(String good, Random dice) {
    byte[] row = good.getBytes(StandardCharsets.UTF_8);
    int wounds = 1 + dice.nextInt(3);
    for (int i = 0; i < wounds; i++) {
      row =
          switch (dice.nextInt(5)) {
            case 0 -> replaceValue(row, dice);
            case 1 -> replaceValue(row, dice);
            case 2 -> splice(row, dice.nextInt(row.length), 0, junk(dice));
            case 3 -> splice(row, dice.nextInt(row.length), dice.nextInt(30), new byte[0]);
            default -> flip(row, dice);
          };
    }
    return row;
  }

  private static byte[] replaceValue(byte[] row, Random dice) {
    String text = new String(row, StandardCharsets.ISO_8859_1);
    int colon = text.indexOf(':', dice.nextInt(row.length));
    int end = colon < 0 ? -1 : text.indexOf(',', colon);
    return end < 0 ? flip(row, dice) : splice(row, colon + 1, end - colon - 1, junk(dice));
  }

  private static byte[] splice(byte[] row, int at, int cut, byte[] put) {
    int end = Math.min(row.length, at + cut);
    byte[] spliced = new byte[row.length - (end - at) + put.length];
    System.arraycopy(row, 0, spliced, 0, at);
    System.arraycopy(put, 0, spliced, at, put.length);
    System.arraycopy(row, end, spliced, at + put.length, row.length - end);
    return spliced.length == 0 ? new byte[] {' '} : spliced;
  }

  private static byte[] flip(byte[] row, Random dice) {
    byte[] flipped = Arrays.copyOf(row, row.length);
    flipped[dice.nextInt(row.length)] ^= (byte) (1 << dice.nextInt(8));
    return flipped;
  }

  private static byte[] junk(Random dice) {
    String junk = JUNK.get(dice.nextInt(JUNK.size()));
    return (dice.nextInt(10) == 0 ? "\"" + junk.repeat(200) + "\"" : junk)
        .getBytes(StandardCharsets.UTF_8);
  }
}
