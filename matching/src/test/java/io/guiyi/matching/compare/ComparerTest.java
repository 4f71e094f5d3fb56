package io.guiyi.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Invented;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PersonName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two rows are compared, in both orders")
class ComparerTest {

  @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the same                        | 张伟        | 张伟       | EXACT",
        "noise does not count            | 张 伟先生     | 张伟       | EXACT",
        "another kind of dot             | 买买提•艾力   | 买买提·艾力  | EXACT",
        "traditional character           | 劉伟        | 刘伟       | VARIANT",
        "variant character               | 王峯        | 王峰       | VARIANT",
        "dot left out                    | 阿卜来提如则   | 阿卜来提·如则 | DOT_OR_TRUNCATED",
        "cut off                         | 阿卜来提·如则托 | 阿卜来提·如则托合提 | DOT_OR_TRUNCATED",
        "pinyin                          | Zhang Wei | 张伟       | PINYIN_ONLY",
        "pinyin, given name first        | WEI ZHANG | 张伟       | PINYIN_ONLY",
        "pinyin in one word              | ouyangjianguo | 欧阳建国 | PINYIN_ONLY",
        "surname read in its own way     | Shan Xiao | 单晓       | PINYIN_ONLY",
        "question mark                   | 马?         | 马骋       | WILDCARD",
        "box                             | 王□明       | 王晓明      | WILDCARD",
        "described in brackets           | 李〔韦华〕     | 李韡       | WILDCARD",
        "spelt inside                    | 马cheng    | 马骋       | WILDCARD",
        "spelt inside, but otherwise     | 马long     | 马骋       | HALF",
        "same sound                      | 张伟        | 张炜       | SAME_TONE",
        "same sound, other surname       | 余敏        | 于敏       | SAME_TONE",
        "same sound but for the tone     | 张伟        | 张微       | SAME_PINYIN",
        "looks alike by a stroke         | 于芳        | 干芳       | LOOK_ALIKE",
        "looks alike by a component      | 王涛        | 王铸       | LOOK_ALIKE",
        "n and l                         | 牛军        | 刘军       | FUZZY_PINYIN",
        "-ng and -n                      | 陈英        | 陈音       | FUZZY_PINYIN",
        "zh and z                        | 张子明       | 张志明      | FUZZY_PINYIN",
        "one of three characters         | 王晓明       | 王晓丽      | ONE_CHARACTER",
        "one of three missing            | 王晓明       | 王明       | ONE_CHARACTER",
        "one of two characters           | 张伟        | 张强       | HALF",
        "long names spelt by ear         | 买合买提·艾力  | 买买提·艾力  | TRANSLITERATION",
        "one part of a dotted name       | 穆罕默德·玉素甫 | 买买提·玉素甫 | ONE_PART",
        "another name                    | 张伟        | 李娜       | DIFFERENT",
        "two of three characters         | 王晓明       | 王建国      | DIFFERENT",
        "a short name is never cut       | 王晓        | 王晓明      | ONE_CHARACTER",
        "a newborn has but a surname     | 王丽之女      | 王小宝      | SURNAME_ONLY",
        "two newborns                    | 王丽之女      | 王婴       | SURNAME_ONLY",
        "perhaps the mother's surname    | 李丽之女      | 王小宝      | MISSING",
      })
  void names(String why, String a, String b, NameLevel expected) {
    both(profile(a), profile(b), why, Comparison.NAME, expected);
  }

  @Test
  void a_former_name_counts() {
    Profile renamed =
        Invented.profile(
            Invented.named("王雨桐")
                .withOrigin(PersonName.parse("王小红").orElseThrow(), null, null, null));
    both(renamed, profile("王小红"), "曾用名", Comparison.NAME, NameLevel.FORMER_NAME);
  }

  @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
  @CsvSource({
    "the same,                    440308199901101512, 440308199901101512, VALID_SAME",
    "fifteen digits,              610104620927690,    610104196209276908, VALID_SAME",
    "one wrong digit,             440308199901101522, 440308199901101512, ONE_SLIP",
    "neighbours swapped,          440308199901105112, 440308199901101512, ONE_SLIP",
    "last one lost,               44030819990110151,  440308199901101512, ONE_SLIP",
    "one in the middle lost,      44030819901101512,  440308199901101512, ONE_SLIP",
    "two wrong digits,            440308199907101522, 440308199901101512, TWO_SLIPS",
    "same slip twice,             440308199901101522, 440308199901101522, WRITTEN_SAME",
    "masked in the middle,        4403**********1512, 440308199901101512, PARTIAL",
    "cut at 16,                   4403081999011015,   440308199901101512, PARTIAL",
    "cut at 14,                   44030819990110,     440308199901101512, FRAGMENT",
    "rounded,                     4.40308E+17,        440308199901101512, FRAGMENT",
    "noughts of a spreadsheet,    440308199901101000, 440308199901101512, PARTIAL",
    "blank,                       '',                 440308199901101512, MISSING",
    "filler,                      111111111111111111, 440308199901101512, MISSING",
    "masked and another,          4403**********1511, 440308199901101512, UNLIKE",
    "far off,                     330308197701101522, 440308199901101512, UNLIKE",
    "two people,                  11010119900307803X, 440308199901101512, DIFFERENT_BOTH_VALID",
  })
  void numbers(String why, String a, String b, NumberLevel expected) {
    both(
        Invented.profile(Invented.row("林涛", a, "", "")),
        Invented.profile(Invented.row("林涛", b, "", "")),
        why,
        Comparison.NUMBER,
        expected);
  }

  @Test
  void both_numbers_of_a_foreigners_permit_may_belong_to_one_person() {
    both(
        Invented.profile(Invented.row("KIM MINSU", "KOR330019900307", "", "")),
        Invented.profile(Invented.row("KIM MINSU", foreign(), "", "")),
        "old and new form",
        Comparison.NUMBER,
        NumberLevel.MISSING);
  }

  @Test
  void a_passport_is_the_same_or_says_nothing() {
    Profile one = passport("E12345678");
    both(one, passport("e 1234-5678"), "same", Comparison.NUMBER, NumberLevel.DOCUMENT_SAME);
    both(one, passport("E87654321"), "renewed", Comparison.NUMBER, NumberLevel.MISSING);
  }

  @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
  @CsvSource({
    "the same,            1990-03-07, 1990-03-07, EXACT",
    "day and month,       1990-03-07, 1990-07-03, SWAPPED",
    "a year off,          1990-03-07, 1991-03-07, ONE_OFF",
    "a digit of the year, 1990-03-07, 1960-03-07, ONE_OFF",
    "a day off,           1990-03-07, 1990-03-17, ONE_OFF",
    "New Year for want,   1990-03-07, 1990-01-01, YEAR_ONLY",
    "only the year,       1990-03-07, 1990,       YEAR_ONLY",
    "lunar,               1990-03-07, 1990-04-02, LUNAR",
    "another,             1990-03-07, 1985-11-20, DIFFERENT",
    "none,                1990-03-07, '',         MISSING",
  })
  void birth_dates(String why, String a, String b, BirthDateLevel expected) {
    both(
        Invented.profile(Invented.row("林涛", "", "1", a)),
        Invented.profile(Invented.row("林涛", "", "1", b)),
        why,
        Comparison.BIRTH_DATE,
        expected);
  }

  @Test
  void what_the_number_contains_is_not_counted_twice() {
    Profile one = Invented.profile(Invented.row("林涛", "440308199901101512", "1", "1999-01-10"));
    Profile same = Invented.profile(Invented.row("林涛", "440308199901101512", "1", "1999-10-01"));
    Profile other = Invented.profile(Invented.row("林涛", "440308199901101512", "2", "1985-05-05"));
    both(one, same, "agrees", Comparison.BIRTH_DATE, BirthDateLevel.IN_NUMBER);
    both(one, same, "agrees", Comparison.SEX, SexLevel.IN_NUMBER);
    both(one, other, "contradicts", Comparison.BIRTH_DATE, BirthDateLevel.DIFFERENT);
    both(one, other, "contradicts", Comparison.SEX, SexLevel.DIFFERENT);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "观海卫镇五里村88号2楼203室, 慈溪观城五里88-203,    SAME_ROOM",
    "观海卫镇五里村88号,       观海卫镇五里村88号1室,  SAME_HOUSE",
    "观海卫镇五里村88号,       观海卫镇五里村9号,     SAME_VILLAGE",
    "观海卫镇五里村88号,       观海卫镇福山村88号,    SAME_TOWN",
    "观海卫镇五里村88号,       周巷镇天元村88号,     DIFFERENT",
    "观海卫镇五里村88号,       '',             MISSING",
  })
  void addresses(String a, String b, AddressLevel expected) {
    both(at(a, ""), at(b, ""), a, Comparison.ADDRESS, expected);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "慈溪市恒达轴承有限公司, 宁波恒达轴承公司, SAME",
    "慈溪市恒达轴承有限公司, 恒达轴承一分厂,  CONTAINED",
    "慈溪市恒达轴承有限公司, 永兴电器,     DIFFERENT",
    "慈溪市恒达轴承有限公司, '',       MISSING",
  })
  void employers(String a, String b, EmployerLevel expected) {
    both(at("", a), at("", b), a, Comparison.EMPLOYER, expected);
  }

  @Test
  void a_vector_survives_being_written_down() {
    for (Comparison comparison : Comparison.values()) {
      assertThat(comparison.levels()).hasSizeLessThanOrEqualTo(36);
    }
    List<ComparisonVector> vectors = new ArrayList<>();
    vectors.add(Comparer.compare(profile("张伟"), profile("张炜")));
    vectors.add(Comparer.compare(at("慈溪市五里村88号", "恒达轴承"), profile("李娜")));
    for (ComparisonVector vector : vectors) {
      assertThat(ComparisonVector.decode(vector.encoded())).isEqualTo(vector);
    }
  }

  private static void both(
      Profile a, Profile b, String why, Comparison comparison, ComparisonLevel expected) {
    assertThat(Comparer.compare(a, b).level(comparison)).as(why).isEqualTo(expected);
    assertThat(Comparer.compare(b, a).level(comparison)).as(why + ", turned").isEqualTo(expected);
  }

  private static Profile profile(String name) {
    return Invented.profile(Invented.named(name));
  }

  private static Profile at(String address, String employer) {
    return Invented.profile(Invented.row("林涛", "", "", "", "", address, employer));
  }

  private static Profile passport(String written) {
    return Invented.profile(
        Invented.named("KIM MINSU")
            .withDocuments(List.of(new IdDocument(DocumentType.PASSPORT, written))));
  }

  private static String foreign() {
    return Invented.number("911410", "19900307", "001");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the same child code,     CHILD_CODE, 330282001120231082, CHILD_CODE, 330282001120231082,"
        + " SAME",
    "in the ID column,        CHILD_CODE, 330282001120231082, RESIDENT_ID, 330282001120231082,"
        + " SAME",
    "two child codes,         CHILD_CODE, 330282001120231082, CHILD_CODE, 330282001120231083,"
        + " OTHER_CHILD_CODE",
    "two certificates,        BIRTH_CERTIFICATE, R330001234, BIRTH_CERTIFICATE, R330001235,"
        + " OTHER_BIRTH_CERTIFICATE",
    "two school numbers,      STUDENT_NUMBER, L330282201805021234, STUDENT_NUMBER,"
        + " J330282201805021235, OTHER_SCHOOL_NUMBER",
    "of different kinds,      CHILD_CODE, 330282001120231082, BIRTH_CERTIFICATE, R330001235,"
        + " MISSING",
    "an ID number beside it,  CHILD_CODE, 330282001120231082, RESIDENT_ID, 440308199901101512,"
        + " MISSING",
  })
  void codes(
      String why, DocumentType a, String left, DocumentType b, String right, CodeLevel expected) {
    both(
        Invented.profile(Invented.withDocument(Invented.named("王小宝"), a, left)),
        Invented.profile(Invented.withDocument(Invented.named("王小宝"), b, right)),
        why,
        Comparison.CODE,
        expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the same number,       李秀英, 440308199901101512, '', 李秀瑛, 440308199901101512, '', SAME_NUMBER",
    "name and phone,        李秀英, '', 13900001111, 李秀瑛, 440308199901101512, 13900001111,"
        + " SAME_NAME_AND_PHONE",
    "the name alone,        李秀英, '', 13900001111, 李秀英, '', 13900002222, SAME_NAME",
    "namesakes,             李秀英, 11010119900307803X, '', 李秀英, 440308199901101512, '', DIFFERENT",
    "father and mother,     李秀英, '', '', 王建国, '', '', DIFFERENT",
    "nobody on one side,    李秀英, '', '', '', '', '', MISSING",
  })
  void kin(
      String why,
      String a,
      String numberOfA,
      String phoneOfA,
      String b,
      String numberOfB,
      String phoneOfB,
      KinLevel expected) {
    Profile left =
        Invented.profile(Invented.withGuardian(Invented.named("王小宝"), a, numberOfA, phoneOfA));
    IdentityClaim right =
        b.isEmpty()
            ? Invented.named("王小宝")
            : Invented.withGuardian(Invented.named("王小宝"), b, numberOfB, phoneOfB);
    both(left, Invented.profile(right), why, Comparison.KIN, expected);
  }
}
