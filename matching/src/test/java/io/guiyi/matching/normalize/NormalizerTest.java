package io.guiyi.matching.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Invented;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.place.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A claim is normalised")
class NormalizerTest {

  @ParameterizedTest(name = "{0}: {1} becomes {2} {3}, read {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a plain name                   | 张伟           | HAN         | 张伟          | zhang/wei",
        "a blank inside                 | 张 伟          | HAN         | 张伟          | zhang/wei",
        "a wide blank inside            | 张　伟          | HAN         | 张伟          | zhang/wei",
        "a form of address              | 张伟先生         | HAN         | 张伟          | zhang/wei",
        "a traditional surname          | 劉洋           | HAN         | 劉洋          | liu/yang",
        "a surname with its own reading | 单晓           | HAN         | 单晓          | shan/xiao",
        "a surname with its own reading | 仇英           | HAN         | 仇英          | qiu/ying",
        "a compound surname             | 欧阳建国         | HAN         | 欧阳建国        |"
            + " ouyang/jianguo",
        "a compound surname to learn    | 尉迟恭          | HAN         | 尉迟恭         | yuchi/gong",
        "a lost character               | 马?           | HAN         | 马?          | ma/",
        "brackets for a character       | 李〔韦华〕        | HAN         | 李〔韦华〕       | li/",
        "pinyin for a character         | 马cheng       | HAN         | 马cheng      | ma/cheng",
        "a bullet for the dot           | 阿卜来提•如则      | DOTTED      | 阿卜来提·如则     | abolaiti/ruze",
        "a katakana dot                 | 阿卜来提・如则      | DOTTED      | 阿卜来提·如则     | abolaiti/ruze",
        "a blank for the dot            | 阿卜来提 如则      | DOTTED      | 阿卜来提·如则     | abolaiti/ruze",
        "pinyin                         | Zhang Wei    | LATIN       | zhang wei   | zhang/wei",
        "pinyin with tones              | Zhāng Wěi    | LATIN       | zhang wei   | zhang/wei",
        "pinyin in capitals             | LV JUN       | LATIN       | lu jun      | lu/jun",
        "a newborn                      | 王丽之女         | PLACEHOLDER | 王丽之女        | wang",
      })
  void names(String why, String written, NameForm.Kind kind, String plain, String parts) {
    NameForm form = NameReader.read(written);
    assertThat(form.kind()).as(why).isEqualTo(kind);
    assertThat(form.plain()).as(why).isEqualTo(plain);
    assertThat(String.join("/", form.parts())).as(why).isEqualTo(parts == null ? "" : parts);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "checked,            440308199901101512,    Valid",
    "upgraded,           610104620927690,       Valid",
    "small x,            11010119900307803x,    Valid",
    "full width,         ４４０３０８１９９９０１１０１５１２, Valid",
    "one wrong digit,    440308199901101522,    Doubtful",
    "last digit lost,    44030819990110151,     Doubtful",
    "cut at 14,          44030819990110,        Partial",
    "masked,             4403**********1512,    Partial",
    "from a spreadsheet, 4.40308E+17,           Partial",
    "noughts at the end, 440308199901101000,    Partial",
    "noughts that fit,   511621201902072000,    Valid+Partial",
    "school number,      G440308199901101512,   Valid",
    "made-up school no.,  J330282201902070014,   nothing",
    "child code,         330282001120231082,    nothing",
    "filler,             000000000000000000,    nothing",
    "filler,             1,                     nothing",
  })
  void numbers(String why, String written, String kind) {
    String read =
        NumberClaim.read(new IdDocument(DocumentType.RESIDENT_ID, written)).stream()
            .map(claim -> claim.getClass().getSimpleName())
            .collect(Collectors.joining("+"));
    assertThat(read.isEmpty() ? "nothing" : read).as(why).isEqualTo(kind);
  }

  @Test
  void a_number_of_fifteen_digits_is_marked_as_unchecked() {
    Profile legacy = Invented.profile(Invented.row("赵敏", "610104620927690", "", ""));
    assertThat(legacy.hasValidNumber()).isTrue();
    assertThat(legacy.ownNumbers()).isEmpty();
  }

  @Test
  void a_passport_is_another_document() {
    assertThat(NumberClaim.read(new IdDocument(DocumentType.PASSPORT, " e1234-5678 ")))
        .contains(new NumberClaim.OtherDocument("E12345678"));
  }

  @ParameterizedTest(name = "{0}: born {1}, sex {2} on the row -> {3}")
  @CsvSource({
    "agreement,               1999-01-10, 1, CONFIRMED",
    "a wrong day,             1999-01-11, 1, UNCONFIRMED",
    "a lone wrong sex,        1999-01-10, 2, UNCONFIRMED",
    "only the year,           1999,       1, UNCONFIRMED",
    "nothing on the row,      '',         0, UNCONFIRMED",
    "another date and sex,    1999-03-10, 2, CONTESTED",
    "years apart,             1993-01-10, 1, CONTESTED",
  })
  void the_title_to_a_number(String why, String born, String sex, NumberTitle expected) {
    Profile profile = Invented.profile(Invented.row("林涛", "440308199901101512", sex, born));
    boolean contested = expected == NumberTitle.CONTESTED;
    assertThat(profile.title()).as(why).isEqualTo(expected);
    assertThat(profile.numberBirthDate() == null).as(why).isEqualTo(contested);
    assertThat(profile.ownNumbers().isEmpty()).as(why).isEqualTo(contested);
    assertThat(profile.numbers()).as("it stays evidence").hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1} on a row of 2018-05-02")
  @CsvSource({
    "a parent's number,            440308199001101518, true",
    "a parent's with a slip,       440308199001101528, true",
    "a parent's cut off,           4403081990011,      true",
    "a parent's of fifteen digits, 440308900110151,    true",
    "a slip in the own year,       440308201805021524, false",
    "one digit of the year wrong,  440308209805021524, false",
    "no year to be read,           4403**********1512, false",
  })
  void a_number_of_another_generation_tells_the_family(
      String why, String number, boolean somebodyElses) {
    Profile child = Invented.profile(Invented.row("林小涛", number, "1", "2018-05-02"));
    assertThat(child.numbers().isEmpty()).as(why).isEqualTo(somebodyElses);
    assertThat(child.birthDate()).isEqualTo(PartialDate.parse("2018-05-02").orElseThrow());
  }

  @Test
  void a_guardians_number_in_the_childs_column_is_the_guardians() {
    Profile child =
        Invented.profile(
            Invented.withGuardian(
                Invented.row("林小涛", "440308199901101512", "1", ""),
                "林涛",
                "440308199901101512",
                "13900001111"));
    assertThat(child.numbers()).isEmpty();
    assertThat(child.birthDate()).isNull();
    assertThat(child.kin()).containsExactly(new Kin("lintao", "440308199901101512", "13900001111"));
    assertThat(child.phones()).containsExactly("13900001111");
  }

  @ParameterizedTest(name = "{0}: {2} as {1}")
  @CsvSource({
    "child code in its column,       CHILD_CODE,        330282001120231082,  CHILD_CODE",
    "child code in the ID column,    RESIDENT_ID,       330282001120231082,  CHILD_CODE",
    "a nought eaten by a sheet,      BIRTH_CERTIFICATE, 0330001234,          BIRTH_CERTIFICATE",
    "birth certificate,              BIRTH_CERTIFICATE, R330001234,          BIRTH_CERTIFICATE",
    "school number with ID number,   STUDENT_NUMBER,    G440308199901101512, STUDENT_NUMBER",
    "temporary one in the ID column, RESIDENT_ID,       L330282201805021234, STUDENT_NUMBER",
    "ID number in the code's column, CHILD_CODE,        440308199901101512,  none",
    "a filler,                       CHILD_CODE,        000000000000000000,  none",
    "passport,                       PASSPORT,          E12345678,           none",
  })
  void file_codes(String why, DocumentType column, String written, String kind) {
    Optional<FileCode> code = FileCode.read(new IdDocument(column, written));
    assertThat(code.map(c -> c.kind().name()).orElse("none")).as(why).isEqualTo(kind);
    code.ifPresent(c -> assertThat(c.text()).doesNotStartWith("0"));
  }

  @ParameterizedTest(name = "{0} has surname {1} and names {2}")
  @CsvSource({
    "李秀英之女, 李, lixiuying",
    "王某之子,   王, ''",
    "王某某,     王, ''",
    "王婴,       王, ''",
    "王某婴,     王, ''",
    "欧阳丽之子, 欧阳, ouyangli",
    "新生儿,     '', ''",
    "婴儿,       '', ''",
    "某之女,     '', ''",
  })
  void placeholders(String written, String surname, String parent) {
    Profile newborn = Invented.profile(Invented.row(written, "", "", "2025-11-02"));
    assertThat(newborn.name().kind()).isEqualTo(NameForm.Kind.PLACEHOLDER);
    assertThat(newborn.name().surname()).isEqualTo(surname);
    assertThat(newborn.name().rest()).as("no given name").isEmpty();
    assertThat(newborn.kin().stream().map(Kin::letters))
        .containsExactlyElementsOf(parent.isEmpty() ? List.of() : List.of(parent));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "浙江省宁波市慈溪市观海卫镇五里村88号2楼203室, 观海卫, 五里,     88, 203",
    "慈溪观城五里88-203,               '',     溪观城五里, 88, 203",
    "观海卫镇五里村(原师桥)88号西侧车棚,        观海卫, 五里,     88, ''",
    "慈溪市浒山街道担山社区３１５号３０１室,       浒山,  担山,     315, 301",
    "宁波市慈溪市,                     '',     '',      '', ''",
  })
  void addresses(String written, String town, String village, String house, String room) {
    String expected = village.equals("溪观城五里") ? "观城五里" : village;
    assertThat(AddressTokens.of(Address.of(written)))
        .isEqualTo(new AddressTokens(town, expected, house, room, ""));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "慈溪市恒达轴承有限公司,    恒达轴承",
    "宁波恒达轴承（集团）公司,   恒达轴承",
    "浙江省慈溪恒达轴承厂,     恒达轴承厂",
    "有限公司,            ''",
  })
  void employers(String written, String core) {
    assertThat(EmployerCore.of(written)).isEqualTo(core);
  }

  @Test
  void a_missing_sex_and_birth_date_are_taken_from_the_number() {
    Profile profile = Invented.profile(Invented.row("林涛", "440308199901101512", "", ""));
    assertThat(profile.sex().code()).isEqualTo("1");
    assertThat(profile.birthDate()).isNull();
    assertThat(profile.numberBirthDate()).isNotNull();
    assertThat(profile.numberBirthDate().iso()).isEqualTo("1999-01-10");
  }

  @Test
  void many_threads_get_what_one_gets() {
    List<String> names =
        IntStream.rangeClosed(0x4e00, 0x4e00 + 400)
            .mapToObj(c -> "王" + Character.toString(c))
            .toList();
    List<NameForm> parallel = names.parallelStream().map(NameReader::read).toList();
    assertThat(parallel).isEqualTo(names.stream().map(NameReader::read).toList());
  }

  @Test
  void nothing_personal_shows_in_any_text_form() {
    Profile profile =
        Invented.profile(
            Invented.row(
                "林涛涛", "440308199901101512", "1", "1999-01-10", "13900001111", "慈溪市五里村88号", "恒达"));
    String all =
        List.of(profile, profile.name(), profile.numbers(), profile.name().characters()).toString();
    assertThat(all).doesNotContain("林涛", "99901101", "1999-01", "139000", "五里");
  }
}
