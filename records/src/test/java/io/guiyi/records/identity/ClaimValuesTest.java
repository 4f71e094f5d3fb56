package io.guiyi.records.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import io.guiyi.records.statement.Employer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The values of a claim")
class ClaimValuesTest {

  @ParameterizedTest(name = "the date \"{0}\" reads {1}")
  @CsvSource({
    "19900307, 1990-03-07",
    "1990-03-07, 1990-03-07",
    "1990/3/7, 1990-03-07",
    "1990年3月7日, 1990-03-07",
    "1990年3月, 1990-03",
    "199003, 1990-03",
    "1990, 1990",
  })
  void dates(String written, String iso) {
    assertThat(PartialDate.parse(written).orElseThrow().iso()).isEqualTo(iso);
  }

  @ParameterizedTest(name = "the date \"{0}\" is refused as {1}")
  @CsvSource({"'', BLANK", "20240231, DATE", "18690101, DATE", "21010101, DATE", "44927.0, DATE"})
  void impossibleDates(String written, RefusalReason reason) {
    assertThat(PartialDate.parse(written))
        .isInstanceOfSatisfying(
            Parsed.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @ParameterizedTest(name = "the phone \"{0}\" reads {1}")
  @CsvSource({
    "13912345678, 13912345678",
    "+86 139-1234-5678, 13912345678",
    "１３９１２３４５６７８, 13912345678",
    "0574-63001234, 057463001234",
  })
  void phones(String written, String digits) {
    assertThat(Phone.parse(written).orElseThrow().digits()).isEqualTo(digits);
  }

  @ParameterizedTest(name = "the phone \"{0}\" is refused as {1}")
  @CsvSource({"'', BLANK", "11111111111, FILLER", "12912345678, CHARACTER", "见备注, CHARACTER"})
  void noPhones(String written, RefusalReason reason) {
    assertThat(Phone.parse(written))
        .isInstanceOfSatisfying(
            Parsed.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @ParameterizedTest(name = "sex \"{0}\" is {1}")
  @CsvSource({"1, MALE", "女, FEMALE", "M, MALE", "'', UNSTATED", "0, UNKNOWN", "9, UNSTATED"})
  void sexes(String written, Sex sex) {
    assertThat(Sex.parse(written).orElseThrow()).isEqualTo(sex);
  }

  @ParameterizedTest(name = "ethnic code {0} is {1}")
  @CsvSource({"1, 01", "01, 01", "56, 56", "57, 97", "97, 97", "98, 98"})
  void ethnicGroups(String written, String code) {
    assertThat(EthnicGroup.parse(written).orElseThrow().code()).isEqualTo(code);
  }

  @Test
  @DisplayName("count characters of a name outside the basic plane as one")
  void rareNames() {
    PersonName name = PersonName.parse(" 王\u200B𬱖 ").orElseThrow();
    assertThat(name.written()).isEqualTo("王𬱖");
    assertThat(name).hasToString("王*");
    assertThat(PersonName.parse("𬱖".repeat(50)).toOptional()).isPresent();
    assertThat(PersonName.parse("𬱖".repeat(51)).toOptional()).isEmpty();
    assertThat(PersonName.parse("王2").toOptional()).isEmpty();
  }

  @Test
  @DisplayName("count characters of numbers, places and employers outside the basic plane as one")
  void rareTexts() {
    assertThat(Address.of("𬱖".repeat(200)).written()).hasSize(400);
    assertThat(new IdDocument(DocumentType.OTHER, "𬱖".repeat(40)).written()).hasSize(80);
    assertThat(new Employer("𬱖".repeat(120), null, null).name()).hasSize(240);
    assertThatThrownBy(() -> Address.of("𬱖".repeat(201))).hasMessageContaining("has 201");
    assertThatThrownBy(() -> new IdDocument(DocumentType.OTHER, "𬱖".repeat(41)))
        .hasMessageContaining("has 41");
    assertThatThrownBy(() -> new Employer("𬱖".repeat(121), null, null))
        .hasMessageContaining("has 121");
  }

  @Test
  @DisplayName("accept a county that has been renamed, and cut a township code to its county")
  void regions() {
    assertThat(RegionCode.parse("330222").orElseThrow().province()).isEqualTo("33");
    assertThat(RegionCode.parse("330282104000").orElseThrow().code()).isEqualTo("330282");
    assertThat(RegionCode.parse("990282").toOptional()).isEmpty();
  }

  @Test
  @DisplayName("are bounded in number and length")
  void bounds() {
    IdDocument document = new IdDocument(DocumentType.OTHER, "A1");
    IdentityClaim claim = IdentityClaim.named(new PersonName("测试"));
    assertThatThrownBy(() -> claim.withDocuments(Collections.nCopies(7, document)))
        .hasMessageContaining("at most 6 documents, this one holds 7");
    assertThatThrownBy(() -> Address.of("路".repeat(201))).hasMessageContaining("200");
    assertThatThrownBy(() -> new IdDocument(DocumentType.OTHER, " "))
        .hasMessageContaining("1 to 40");
  }

  @Test
  @DisplayName("mask themselves")
  void masks() {
    assertThat(Phone.parse("13912345678").orElseThrow()).hasToString("139****5678");
    assertThat(Address.of("观海卫镇五里村88号").toString()).doesNotContain("五里");
    assertThat(PartialDate.parse("19900307").orElseThrow()).hasToString("1990-**-**");
    assertThat(List.of(new PersonName("欧阳测试"))).hasToString("[欧***]");
  }
}
