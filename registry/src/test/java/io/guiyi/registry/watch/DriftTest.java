package io.guiyi.registry.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.PageProfile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Drift")
class DriftTest {
  private static final WatchSettings USUAL = WatchSettings.USUAL;

  @ParameterizedTest(name = "{0} [{1}] → {2} [{3}]: {4}")
  @DisplayName("names the columns that came and went, unless either sample is small")
  @CsvSource({
    "1000, a b c,          500, a b c,     ''",
    "1000, a b c,          500, a b c d,   +d",
    "1000, a b c,          500, a b,       -c",
    "1000, a b c,          500, a b neu,   +neu -c",
    "1000, a b c,          500, x y,       +x +y -a -b -c",
    "199,  a b c,          500, a b d,     ''",
    "200,  a b c,          500, a b d,     +d -c",
    "1000, a b c,          99,  a b d,     ''",
    "1000, a b c,          100, a b d,     +d -c",
    // What only every hundredth row has may be absent from a hundred rows by chance,
    // but not from a thousand.
    "1000, a b selten:10,  100, a b,       ''",
    "1000, a b selten:10,  1000, a b,      -selten",
    "1000, a b,            500, a b x:1,   ''",
    "1000, a b,            500, a b x:50,  +x",
  })
  void comparesColumns(long rows, String before, long more, String now, String expected) {
    List<Drift> found =
        Drift.between(columns(rows, before), columns(rows, before), columns(more, now), USUAL);
    assertThat(found.stream().map(DriftTest::sign).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} → {2} {3}: shifted {4}")
  @DisplayName("names a column whose mix moved far, and none that moved by chance")
  @CsvSource({
    "500, 500, 250, 250, false",
    "500, 500, 290, 210, false",
    "500, 500, 400, 100, true",
    "990, 10,  50,  50,  true",
    "990, 10,  97,  3,   false",
    "100, 99,  10,  90,  false",
    "500, 500, 10,  89,  false",
  })
  void comparesMixes(long men, long women, long menNow, long womenNow, boolean shifted) {
    PageProfile before = mix(men, women);
    List<Drift> found = Drift.between(before, before, mix(menNow, womenNow), USUAL);
    assertThat(found).hasSize(shifted ? 1 : 0);
  }

  @Test
  @DisplayName("tells which codes moved most, in figures and codes alone")
  void tellsTheCodes() {
    PageProfile before = mix(500, 500);
    List<Drift> found = Drift.between(before, before, mix(450, 50), USUAL);
    assertThat(found.getFirst().column()).isEqualTo("xb");
    assertThat(found.getFirst().figures())
        .isEqualTo("PSI 0.87; 2: 50.0 % → 10.0 %, 1: 50.0 % → 90.0 %");
  }

  @Test
  @DisplayName("compares mixes only with rows of the same kind, and columns with all rows")
  void keepsKindsApart() {
    PageProfile whole = mix(1_000, 0);
    PageProfile changes = mix(0, 500).plus(columns(0, ""));
    assertThat(Drift.between(whole, PageProfile.NONE, changes, USUAL)).isEmpty();
    PageProfile renamed = columns(500, "xingbie");
    assertThat(Drift.between(whole, PageProfile.NONE, renamed, USUAL)).hasSize(2);
  }

  private static String sign(Drift drift) {
    return switch (drift) {
      case Drift.Added added -> "+" + added.column();
      case Drift.Missing missing -> "-" + missing.column();
      case Drift.Shifted shifted -> "~" + shifted.column();
    };
  }

  private static PageProfile columns(long rows, String names) {
    TreeMap<String, Long> columns = new TreeMap<>();
    Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(name -> name.split(":"))
        .forEach(name -> columns.put(name[0], name.length > 1 ? Long.parseLong(name[1]) : rows));
    return new PageProfile(rows, columns, new TreeMap<>());
  }

  private static PageProfile mix(long men, long women) {
    Map<String, Long> counts = new HashMap<>();
    counts.put("1", men);
    counts.put("2", women);
    return new PageProfile(
        men + women, new TreeMap<>(Map.of("xb", men + women)), new TreeMap<>(Map.of("xb", counts)));
  }
}
