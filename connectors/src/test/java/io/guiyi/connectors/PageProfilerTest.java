package io.guiyi.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.guiyi.records.PageProfile;
import io.guiyi.records.RawBytes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page's profile")
class PageProfilerTest {
  private final PageProfiler profiler = new PageProfiler(Map.of("xb", Set.of("1", "2")));

  @ParameterizedTest(name = "{0} counts as {1}")
  @DisplayName("counts codes of the list by name and everything else without its value")
  @CsvSource({"1,1", "' 2 ',2", "男,?", "9,?", "'',-", ",-", "11010119900307803X,?"})
  void countsListedCodesOnly(@Nullable String written, String counted) {
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    row.put("xb", written);
    PageProfiler.Tally tally = profiler.tally();
    tally.row(row);
    assertThat(tally.profile().values().get("xb")).containsExactly(entry(counted, 1L));
  }

  @Test
  @DisplayName("says of how many rows a column is part, also where nothing stands in it")
  void countsColumns() throws RowFault {
    PageProfiler.Tally tally = profiler.tally();
    tally.row(json("{\"xm\":\"甲\",\"xb\":null,\"$delivery\":\"a\"}"));
    tally.row(json("{\"xm\":\"乙\",\"sj\":[{\"lx\":1}]}"));
    PageProfile profile = tally.profile();
    assertThat(profile.rows()).isEqualTo(2);
    assertThat(profile.columns()).containsOnly(entry("xm", 2L), entry("xb", 1L), entry("sj", 1L));
    assertThat(profile.values().get("xb")).containsExactly(entry(PageProfile.MISSING, 2L));
  }

  @ParameterizedTest
  @DisplayName("takes no value for the name of a column")
  @ValueSource(strings = {"11010119900307803X", "13900005678", "浙江省 慈溪市", "", "a=b"})
  void keepsValuesOutOfNames(String name) {
    PageProfiler.Tally tally = profiler.tally();
    tally.row(Map.of(name, "x"));
    assertThat(tally.profile().columns()).containsExactly(entry(PageProfile.UNLISTED, 1L));
  }

  @Test
  @DisplayName("stays small however many names a row invents")
  void isBounded() {
    PageProfiler.Tally tally = profiler.tally();
    for (int i = 0; i < 10_000; i++) {
      tally.row(Map.of("c" + i, "x"));
    }
    assertThat(tally.profile().columns()).hasSizeLessThanOrEqualTo(PageProfiler.MAX_COLUMNS + 1);
    assertThat(tally.profile().rows()).isEqualTo(10_000);
  }

  private static RowFields json(String text) throws RowFault {
    return RowJson.read(RawBytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
