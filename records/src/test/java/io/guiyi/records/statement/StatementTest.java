package io.guiyi.records.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import io.guiyi.records.place.Address;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A statement")
class StatementTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Test
  @DisplayName("of insurance holds from the first day of its first month to the last of its last")
  void insurance() {
    Insurance paid =
        new Insurance(
            new TreeSet<>(Set.of("310", "110")),
            YearMonth.of(2024, 2),
            YearMonth.of(2024, 2),
            null);
    assertThat(paid.period())
        .isEqualTo(new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)));
    assertThat(paid.code()).isEqualTo("110,310");
  }

  @Test
  @DisplayName("shows no code that is not one, because codes stand in clear")
  void onlyCodes() {
    Employer employer = new Employer("测试厂", null, null);
    assertThat(new Employment(Period.since(MAY), employer, "", "C3311").code()).isEqualTo("C3311");
    assertThat(new Employment(Period.since(MAY), employer, "", "张三").code()).isEmpty();
    Address address = Address.of("某村1号");
    assertThat(new Residence(Period.since(MAY), MAY, address, "03", "01").code()).isEqualTo("03");
    assertThat(new Residence(Period.since(MAY), MAY, address, "张三", "01").code()).isEmpty();
  }

  @Test
  @DisplayName("cannot end before it starts")
  void inverted() {
    assertThatThrownBy(() -> new Period(MAY, MAY.minusDays(1)))
        .hasMessageContaining("2026-04-30")
        .hasMessageContaining("2026-05-01");
    assertThat(new Period(MAY, MAY).includes(MAY)).isTrue();
    assertThat(Period.since(MAY).includes(MAY.minusDays(1))).isFalse();
  }

  @ParameterizedTest(name = "about an employer with the code \"{0}\" is refused as {1}")
  @CsvSource({
    "'', BLANK",
    "91350100M000100Y4, LENGTH",
    "91350100M000100Y44, CHECK_DIGIT",
    "91350100I000100Y43, CHARACTER",
  })
  void creditCodes(String written, RefusalReason reason) {
    assertThat(CreditCode.parse(written))
        .isInstanceOfSatisfying(
            Parsed.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  @DisplayName("about an employer takes the standard's own example")
  void creditCode() {
    assertThat(CreditCode.parse("91350100m000100y43").orElseThrow().text())
        .isEqualTo("91350100M000100Y43");
  }
}
