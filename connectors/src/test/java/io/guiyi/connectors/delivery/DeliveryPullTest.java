package io.guiyi.connectors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.Guard;
import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowFields;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.SteeredClock;
import io.guiyi.connectors.table.DelimitedFormat;
import io.guiyi.connectors.table.DelimitedTable;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.connectors.table.TableReader;
import io.guiyi.records.Delivered;
import io.guiyi.records.Delivery;
import io.guiyi.records.Position;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Deliveries are read whole, in order, once (R12)")
class DeliveryPullTest {
  private static final SourceId SOURCE = new SourceId("pupils");
  private static final Pattern NAME = Pattern.compile("d_(\\d{3})_([CD])\\.csv");

  @TempDir Path folder;
  private final SteeredClock clock = new SteeredClock("2026-03-01T00:00:00Z");
  private final DeliveryMemory memory = new DeliveryMemory();
  private DeliverySettings settings = settings(true, Duration.ZERO);
  private Watermark stored = Watermark.START;

  /** What a walk brought: {@code file key,key…}, and how it ended. */
  private final List<String> read = new ArrayList<>();

  private static DeliverySettings settings(boolean marked, Duration settle) {
    return new DeliverySettings(marked, settle, marked, 0.2, 2, TableLimits.defaults());
  }

  private static final DeliveryRows ROWS =
      new DeliveryRows() {
        private final PageProfiler profiler = new PageProfiler(Map.of("S", Set.of("1")));

        @Override
        public TableReader open(String file, byte[] content) throws SourceUnavailable {
          return DelimitedTable.open(
              file, content, DelimitedFormat.GB18030, TableLimits.defaults());
        }

        @Override
        public Delivered read(Position position, RawBytes payload) {
          try {
            RowFields row = TablePayload.read(payload);
            return new SourceRecord(
                new SourceKey(SOURCE, row.needed("K", 10)),
                TablePayload.version(row),
                SourceRecord.Presence.PRESENT,
                payload,
                position);
          } catch (RowFault fault) {
            return fault.quarantine(SOURCE, position, payload);
          }
        }

        @Override
        public PageProfiler profiler() {
          return profiler;
        }
      };

  private static Optional<DeliveryName> named(String file) {
    Matcher name = NAME.matcher(file);
    return name.matches()
        ? Optional.of(
            new DeliveryName(
                file,
                name.group(2).equals("C") ? Delivery.Kind.COMPLETE : Delivery.Kind.DELTA,
                name.group(1),
                Long.parseLong(name.group(1)),
                null))
        : Optional.empty();
  }

  @BeforeEach
  void begin() {
    read.clear();
  }

  private static byte[] csv(String keys) {
    return ("K,S\n" + keys.replace(",", ",1\n") + (keys.isEmpty() ? "" : ",1\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void put(String file, String keys) throws IOException {
    data(file, csv(keys));
    mark(file, keys.isEmpty() ? 0 : keys.split(",").length, csv(keys));
  }

  private void data(String file, byte[] content) throws IOException {
    Files.write(folder.resolve(file), content);
    Files.setLastModifiedTime(folder.resolve(file), FileTime.from(clock.instant()));
  }

  private void mark(String file, int rows, byte[] content) throws IOException {
    Files.writeString(
        folder.resolve(file + ".ok"),
        "rows=%d\nsha256=%s\ndelivered=%s\n"
            .formatted(rows, Marker.fingerprint(content), clock.instant()));
  }

  private DeliveryPull pull(Watermark from) {
    Guard guard =
        new Guard(
            SOURCE,
            new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO),
            BreakerSettings.defaults(),
            clock);
    return new DeliveryPull(
        SOURCE,
        new LocalFolder(folder),
        guard,
        DeliveryPullTest::named,
        settings,
        ROWS,
        memory,
        clock,
        from);
  }

  /** Reads everything that waits and stores the watermark of each page. */
  private String walk() {
    DeliveryPull pull = pull(stored);
    try {
      for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
        take(page.get());
      }
      return "";
    } catch (SourceUnavailable fault) {
      assertThat(fault.kind()).isEqualTo(Kind.DELIVERY_DAMAGED);
      return fault.sentence();
    }
  }

  private void take(SourcePage page) {
    Delivery.Part part = page.part();
    assertThat(part).isNotNull();
    List<String> keys = page.rows().stream().map(DeliveryPullTest::shown).toList();
    read.add(
        "%s%s %s%s"
            .formatted(
                part.first() ? "[" : "",
                part.delivery().name().substring(2, 5),
                String.join(" ", keys),
                part.last() ? "]" : ""));
    stored = page.after();
  }

  private static String shown(Delivered row) {
    return switch (row) {
      case SourceRecord record -> record.key().key();
      case Quarantined refused -> refused.reason().name();
    };
  }

  @Test
  @DisplayName("page by page; a complete one ends with a page without rows")
  void reads() throws Exception {
    put("d_001_C.csv", "a,b,c");
    put("d_002_D.csv", "d,e,f,g");
    put("d_003_D.csv", "");
    put("d_004_C.csv", "");
    assertThat(walk()).isEmpty();
    assertThat(read)
        .containsExactly("[001 a b", "001 c", "001 ]", "[002 d e", "002 f g]", "[003 ]", "[004 ]");
    assertThat(walk()).isEmpty();
    assertThat(read).hasSize(7);
  }

  @Test
  @DisplayName("rows of a complete delivery carry its version, rows of a delta follow each other")
  void versions() throws Exception {
    put("d_001_C.csv", "a,b");
    put("d_002_D.csv", "a,a");
    DeliveryPull pull = pull(Watermark.START);
    SourcePage complete = pull.nextPage().orElseThrow();
    assertThat(complete.rows())
        .allMatch(
            row -> ((SourceRecord) row).version().equals(complete.part().delivery().version()));
    assertThat(complete.part().delivery().shrinkAtMost()).isEqualTo(0.2);
    assertThat(complete.profile().columns()).containsKeys("K", "S");
    pull.nextPage();
    SourcePage delta = pull.nextPage().orElseThrow();
    assertThat(((SourceRecord) delta.rows().get(0)).version())
        .isLessThan(((SourceRecord) delta.rows().get(1)).version())
        .isGreaterThan(complete.part().delivery().version());
  }

  @ParameterizedTest(name = "after {0} pages")
  @CsvSource({"0", "1", "2", "3", "4"})
  @DisplayName("a restart goes on where the watermark stands")
  void restarts(int pages) throws Exception {
    put("d_001_C.csv", "a,b,c,d");
    put("d_002_D.csv", "e,f,g");
    DeliveryPull killed = pull(Watermark.START);
    for (int i = 0; i < pages; i++) {
      take(killed.nextPage().orElseThrow());
    }
    assertThat(walk()).isEmpty();
    assertThat(read).containsExactly("[001 a b", "001 c d", "001 ]", "[002 e f", "002 g]");
  }

  @Test
  @DisplayName("a file without its marker is not there yet")
  void noMarkerYet() throws Exception {
    data("d_001_C.csv", csv("a,b"));
    assertThat(walk()).isEmpty();
    assertThat(read).isEmpty();
    mark("d_001_C.csv", 2, csv("a,b"));
    walk();
    assertThat(read).hasSize(2);
  }

  @Test
  @DisplayName("nothing of a half file, of other content or of a wrong count is ever handed over")
  void damaged() throws Exception {
    byte[] whole = csv("a,b,c");
    data("d_001_C.csv", Arrays.copyOf(whole, whole.length - 3));
    mark("d_001_C.csv", 3, whole);
    assertThat(walk()).contains("another digest");
    data("d_001_C.csv", whole);
    mark("d_001_C.csv", 4, whole);
    assertThat(walk()).contains("has 3 rows, its marker says 4");
    assertThat(read).isEmpty();
    mark("d_001_C.csv", 3, whole);
    assertThat(walk()).isEmpty();
    assertThat(read).hasSize(3);
  }

  @Test
  @DisplayName("a marker without its file, and a file that later ones overtook, are damage")
  void halves() throws Exception {
    put("d_001_D.csv", "a");
    Files.delete(folder.resolve("d_001_D.csv"));
    assertThat(walk()).contains("has a marker, but is not there");
    put("d_001_D.csv", "a");
    data("d_002_D.csv", csv("b"));
    put("d_003_D.csv", "c");
    assertThat(walk()).contains("d_002_D.csv has no marker, while a later one has");
    assertThat(read).containsExactly("[001 a]");
  }

  @Test
  @DisplayName("a missing delivery stops the walk, until it comes or a complete one makes it good")
  void gaps() throws Exception {
    put("d_001_D.csv", "a");
    put("d_003_D.csv", "c");
    assertThat(walk()).contains("delivery number 2 is missing");
    assertThat(read).containsExactly("[001 a]");
    put("d_004_C.csv", "a,d");
    put("d_005_D.csv", "e");
    assertThat(walk()).isEmpty();
    assertThat(read).containsExactly("[001 a]", "[004 a d", "004 ]", "[005 e]");
  }

  @Test
  @DisplayName("the same name with new content is said, and neither read again nor in the way")
  void replacedAfterwards() throws Exception {
    put("d_001_C.csv", "a,b");
    walk();
    clock.advance(Duration.ofMinutes(1));
    put("d_001_C.csv", "a,b,z");
    put("d_002_D.csv", "c");
    assertThat(walk()).contains("d_001_C.csv has other content than when it was read");
    assertThat(read).containsExactly("[001 a b", "001 ]", "[002 c]");
    assertThat(walk()).contains("other content");
    assertThat(read).hasSize(3);
  }

  @Test
  @DisplayName(
      "new content under the last name is noticed after a restart too; a touched file is not")
  void replacedBeforeRestart() throws Exception {
    put("d_001_C.csv", "a,b");
    walk();
    clock.advance(Duration.ofMinutes(1));
    data("d_001_C.csv", csv("a,b"));
    assertThat(walk()).isEmpty();
    Watermark before = stored;
    put("d_001_C.csv", "a,z");
    DeliveryPull fresh =
        new DeliveryPull(
            SOURCE,
            new LocalFolder(folder),
            new Guard(SOURCE, RetrySettings.defaults(), BreakerSettings.defaults(), clock),
            DeliveryPullTest::named,
            settings,
            ROWS,
            new DeliveryMemory(),
            clock,
            before);
    assertThatThrownBy(fresh::nextPage).hasMessageContaining("other content");
  }

  @Test
  @DisplayName("content that changes in the middle of reading is never mixed")
  void replacedInTheMiddle() throws Exception {
    put("d_001_C.csv", "a,b,c,d");
    DeliveryPull killed = pull(Watermark.START);
    take(killed.nextPage().orElseThrow());
    put("d_001_C.csv", "a,x,y,z");
    assertThat(walk()).contains("was replaced while it was read");
    Files.delete(folder.resolve("d_001_C.csv"));
    assertThat(walk()).contains("was taken away while it was read");
    put("d_002_C.csv", "a,x,y,z");
    assertThat(walk()).isEmpty();
    assertThat(read).containsExactly("[001 a b", "[002 a x", "002 y z", "002 ]");
  }

  @Test
  @DisplayName("two files of one number are said, before and after one of them is read")
  void twins() throws Exception {
    put("d_001_C.csv", "a");
    put("d_001_D.csv", "b");
    assertThat(walk()).contains("d_001_C.csv and d_001_D.csv are of one number");
    Files.delete(folder.resolve("d_001_D.csv"));
    Files.delete(folder.resolve("d_001_D.csv.ok"));
    assertThat(walk()).isEmpty();
    put("d_001_D.csv", "b");
    assertThat(walk()).contains("d_001_D.csv is of the number of d_001_C.csv");
  }

  @Test
  @DisplayName("without markers a file is taken when it has stood still long enough")
  void settles() throws Exception {
    settings = settings(false, Duration.ofMinutes(1));
    data("d_001_D.csv", csv("a"));
    assertThat(walk()).isEmpty();
    clock.advance(Duration.ofSeconds(50));
    data("d_001_D.csv", csv("a,b"));
    assertThat(walk()).isEmpty();
    clock.advance(Duration.ofSeconds(59));
    assertThat(walk()).isEmpty();
    assertThat(read).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(walk()).isEmpty();
    assertThat(read).containsExactly("[001 a b]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'d_001_C.csv ', false",
    "..d_001_C.csv, false",
    "'d_001_C.csv\n', false",
    "'d|001_C.csv', false",
    "'d_001_C.csv;rm', false",
    "'\u202ed_001_C.csv', false",
    "-rf, false",
    ".hidden, false",
    "'union_330282199001010001.csv', false",
    "会员_202603（终）.xlsx, true",
    "d_001_C.csv.ok, true",
  })
  @DisplayName("hostile names are left out and counted")
  void hostileNames(String name, boolean harmless) {
    FolderListing listing = FolderListing.of(List.of(new FolderEntry(name, 1, Instant.EPOCH)));
    assertThat(listing.entries()).hasSize(harmless ? 1 : 0);
    assertThat(listing.ignored()).isEqualTo(harmless ? 0 : 1);
  }

  @Test
  @DisplayName("a link is no delivery, wherever it leads")
  void links() throws Exception {
    Path secret = Files.createTempFile("secret", ".csv");
    Files.write(secret, csv("a"));
    Files.createSymbolicLink(folder.resolve("d_001_C.csv"), secret);
    assertThat(new LocalFolder(folder).list().entries()).isEmpty();
    assertThatThrownBy(
            () -> new LocalFolder(folder).read(new FolderEntry("d_001_C.csv", 1, Instant.EPOCH), 9))
        .hasMessageContaining("cannot be read");
    Files.delete(secret);
  }

  @Test
  @DisplayName("a watermark of something else is refused")
  void foreignWatermarks() {
    assertThatThrownBy(() -> pull(new Watermark("4711"))).hasMessageContaining("reset it");
  }
}
