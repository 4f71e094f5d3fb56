package io.guiyi.records.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An ID number")
class IdNumberTest {

  @ParameterizedTest(name = "{0} is {3} and reads {1}, born {2}")
  @CsvSource({
    "440308199901101512, 440308199901101512, 1999-01-10, RESIDENT",
    "11010119900307803X, 11010119900307803X, 1990-03-07, RESIDENT",
    "11010119900307803x, 11010119900307803X, 1990-03-07, RESIDENT",
    "11010119900307803×, 11010119900307803X, 1990-03-07, RESIDENT",
    "11010119900307803*, 11010119900307803X, 1990-03-07, RESIDENT",
    "１１０１０１１９９００３０７８０３Ｘ, 11010119900307803X, 1990-03-07, RESIDENT",
    "' 500154 1993 0113 5886 ', 500154199301135886, 1993-01-13, RESIDENT",
    "610104620927690, 610104196209276908, 1962-09-27, RESIDENT",
    "810000199408230021, 810000199408230021, 1994-08-23, HMT_RESIDENT",
    "830000199201300022, 830000199201300022, 1992-01-30, HMT_RESIDENT",
  })
  void canExist(String written, String text, LocalDate born, IdNumber.Kind kind) {
    IdNumber number = IdNumber.parse(written).orElseThrow();
    assertThat(number.text()).isEqualTo(text);
    assertThat(number.birthDate()).contains(born);
    assertThat(number.kind()).isEqualTo(kind);
  }

  @ParameterizedTest(name = "\"{0}\" is refused as {1}")
  @CsvSource({
    "'', BLANK",
    "'   ', BLANK",
    "000000000000000000, FILLER",
    "111111111111111, FILLER",
    "1, FILLER",
    "440308199901101513, CHECK_DIGIT",
    "440308199902301512, DATE",
    "990308199901101512, CHECK_DIGIT",
    "000308199901101512, REGION",
    "3302820102 2019 0123, CHILD_CODE",
    "G440308199901101512, STUDENT_NUMBER",
    "L330282201209011234, STUDENT_NUMBER",
    "3.30282E+17, SCIENTIFIC",
    "3302**********1234, MASKED",
    "33028219900101123, LENGTH",
    "330282199001011, LENGTH",
    "A12345678, CHARACTER",
  })
  void isSomethingElse(String written, RefusalReason reason) {
    assertThat(IdNumber.parse(written))
        .isInstanceOfSatisfying(
            Parsed.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  @DisplayName("of a foreign permanent resident is known in its old and its new form")
  void foreignPermanentResidents() {
    String digits = "93384019850101001";
    String valid = digits + IdNumber.checkCharacter(digits);
    IdNumber young = IdNumber.parse(valid).orElseThrow();
    assertThat(young.kind()).isEqualTo(IdNumber.Kind.FOREIGN_PERMANENT);
    assertThat(young.birthDate()).contains(LocalDate.of(1985, 1, 1));
    IdNumber old = IdNumber.parse("USA330285010112").orElseThrow();
    assertThat(old.kind()).isEqualTo(IdNumber.Kind.FOREIGN_PERMANENT_OLD);
    assertThat(old.birthDate()).isEmpty();
  }

  @Test
  @DisplayName("says sex by its 17th digit and county by its first six")
  void sexAndCounty() {
    IdNumber number = IdNumber.parse("440308199901101512").orElseThrow();
    assertThat(number.sex()).contains(Sex.MALE);
    assertThat(number.region()).hasValueSatisfying(r -> assertThat(r.code()).isEqualTo("440308"));
    assertThat(IdNumber.parse("500154199301135886").orElseThrow().sex()).contains(Sex.FEMALE);
  }

  @Test
  @DisplayName("never survives one wrong digit or two neighbours swapped (seeded)")
  void checkDigitCatchesSlips() {
    long seed = Long.getLong("guiyi.seed", 20261122L);
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String digits =
          "3302821990%02d%02d%03d"
              .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(1000));
      String number = digits + IdNumber.checkCharacter(digits);
      int place = random.nextInt(17);
      char other = (char) ('0' + (number.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
      String wrong = number.substring(0, place) + other + number.substring(place + 1);
      assertThat(IdNumber.parse(wrong).toOptional()).as("seed %d: %s", seed, wrong).isEmpty();
      int left = random.nextInt(16);
      if (number.charAt(left) != number.charAt(left + 1)) {
        String swapped =
            number.substring(0, left)
                + number.charAt(left + 1)
                + number.charAt(left)
                + number.substring(left + 2);
        assertThat(IdNumber.parse(swapped).toOptional()).as("seed %d: %s", seed, swapped).isEmpty();
      }
    }
  }

  @Test
  @DisplayName("masks itself, alone and inside a claim")
  void masked() {
    String clear = "11010119900307803X";
    IdDocument document = new IdDocument(DocumentType.RESIDENT_ID, clear);
    IdentityClaim claim =
        IdentityClaim.named(new PersonName("测试人")).withDocuments(List.of(document));
    assertThat(IdNumber.parse(clear).orElseThrow()).hasToString("11**************3X");
    assertThat(claim.toString()).doesNotContain("199003").doesNotContain("测试人");
  }
}
