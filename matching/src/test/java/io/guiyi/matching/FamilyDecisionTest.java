package io.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.city.CityRecords;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdentityClaim;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The family: mother 李秀英 born 1990, boy 王小宝 and his twin 王小贝 born 2018-05-02. */
@DisplayName("In a family")
class FamilyDecisionTest {
  private static final String MOTHER = Invented.number("341225", "19900307", "124");
  private static final String BOY = Invented.number("341225", "20180502", "113");
  private static final String TWIN = Invented.number("341225", "20180502", "115");
  private static final String CODE = "330282001120181082";
  private static final String BORN = "2018-05-02";
  private static final String PHONE = "13900001111";
  private static final String HOME = "慈溪市观海卫镇五里村88号203室";

  @TempDir Path folder;
  private Matcher matcher;
  private MatchPage page;
  private long records;

  @BeforeEach
  void open() {
    matcher = Matcher.open(folder, CityRecords.model(), Invented.key("family"));
    page = matcher.beginPage();
    place(mother(), 1);
    place(row("王小宝", BOY, BORN, PHONE), 2);
    place(row("王小贝", TWIN, BORN, PHONE), 3);
  }

  @AfterEach
  void close() {
    matcher.close();
  }

  @ParameterizedTest(name = "{0}: {6}")
  @CsvSource({
    // why, name, number, born, child code, guardian's number, outcome
    "his mother's number,              王小宝,  M, 2018-05-02, '', '', LINK 2",
    "her number on her other boy,      王小贝,  M, 2018-05-02, '', '', LINK 3",
    "her number on an unknown child,    王大宝,  M, 2012-01-15, '', '', BORDERLINE",
    "her number on a nameless newborn, 李秀英之子, M, 2026-02-01, '', '', NEW",
    "no number but the guardian's,     王小宝,  '', 2018-05-02, '', M, LINK 2",
    "the brother's name decides,       王小贝,  '', 2018-05-02, '', M, LINK 3",
    "homophone,                        王晓宝,  '', 2018-05-02, '', M, LINK 2",
    "between the twins,                王小某,  '', 2018-05-02, '', M, MARGIN",
    "a newborn of the twins,           李秀英之子, '', 2018-05-02, '', M, MARGIN",
    "a third child of another day,     王小天,  '', 2021-11-20, '', M, NEW",
    "renamed under his number,         王浩然,  B, 2018-05-02, '', M, LINK 2",
    "the mother's name on his number,  李秀英,  B, 1990-03-07, '', '', LINK 1",
    "child code in the ID column,      王小宝,  C, 2018-05-02, '', '', LINK 2",
  })
  void a_row_is_about(
      String why,
      String name,
      String number,
      String born,
      String code,
      String guardian,
      String expected) {
    IdentityClaim claim = row(name, number(number), born, PHONE);
    if (!code.isEmpty()) {
      claim = Invented.withDocument(claim, DocumentType.CHILD_CODE, number(code));
    }
    if (!guardian.isEmpty()) {
      claim = Invented.withGuardian(claim, "李秀英", number(guardian), "");
    }
    assertThat(outcome(claim)).as(why).isEqualTo(expected);
  }

  @Test
  void a_file_begun_before_the_child_had_a_name_is_found_by_its_code() {
    place(health("李秀英之子", "2026-02-01", CODE, PHONE), 4);
    assertThat(outcome(health("王雨桐", "2026-02-01", CODE, ""))).isEqualTo("LINK 4");
  }

  @Test
  void a_named_child_with_a_number_is_found_by_its_nameless_file() {
    place(health("李秀英之子", "2026-02-01", CODE, PHONE), 4);
    String number = Invented.number("341225", "20260201", "113");
    assertThat(outcome(row("王雨桐", number, "2026-02-01", PHONE))).isEqualTo("LINK 4");
  }

  @Test
  void two_schools_of_one_pupil_are_one_by_the_number_inside_the_school_number() {
    IdentityClaim blank = row("王小宝", "", BORN, "");
    assertThat(outcome(Invented.withDocument(blank, DocumentType.STUDENT_NUMBER, "G" + BOY)))
        .isEqualTo("LINK 2");
  }

  @Test
  void the_school_number_of_another_day_forbids_nothing() {
    IdentityClaim corrected = row("王小宝", BOY, BORN, PHONE);
    String former = Invented.number("341225", "20180502", "997");
    assertThat(outcome(Invented.withDocument(corrected, DocumentType.STUDENT_NUMBER, "G" + former)))
        .isEqualTo("LINK 2");
  }

  @Test
  void the_mother_is_found_by_her_number_although_a_childs_row_came_first_with_it() {
    matcher.close();
    matcher = Matcher.open(folder.resolve("other"), CityRecords.model(), Invented.key("family"));
    page = matcher.beginPage();
    place(row("王小宝", MOTHER, BORN, PHONE), 1);
    assertThat(outcome(mother())).isEqualTo("NEW");
    place(mother(), 2);
    assertThat(outcome(mother())).isEqualTo("LINK 2");
    assertThat(outcome(row("王小宝", BOY, BORN, PHONE))).isEqualTo("LINK 1");
  }

  @Test
  void a_list_without_birth_dates_that_came_first_does_not_keep_the_owner_from_her_number() {
    matcher.close();
    matcher = Matcher.open(folder.resolve("other"), CityRecords.model(), Invented.key("family"));
    page = matcher.beginPage();
    place(Invented.row("王小宝", MOTHER, "", ""), 1);
    assertThat(outcome(mother())).isEqualTo("NEW");
    place(mother(), 2);
    assertThat(outcome(mother())).isEqualTo("LINK 2");
    assertThat(outcome(Invented.row("王小宝", MOTHER, "", ""))).as("as it stands").isEqualTo("NEW");
  }

  @ParameterizedTest(name = "{0} is {1} of the father 李志涛")
  @CsvSource({
    "李梓杰, a son with a near name",
    "李志远, a son with the generation's character",
    "李志, a son whose name is shorter",
  })
  void a_son_under_his_fathers_number_is_not_the_father(String son, String why) {
    String number = Invented.number("341225", "19880920", "331");
    place(Invented.row("李志涛", number, "1", "1988-09-20", PHONE, HOME, ""), 4);
    IdentityClaim listed = Invented.row(son, number, "1", "", PHONE, HOME, "");
    assertThat(outcome(listed)).as(why).isEqualTo("NEW");
  }

  @Test
  void a_borrowed_number_keeps_the_borrower_from_nobody_and_nobody_from_its_owner() {
    IdentityClaim husband = Invented.row("王建国", "", "1", "1988-09-20", PHONE, HOME, "");
    String own = Invented.number("341225", "19880920", "331");
    place(Invented.withDocument(husband, DocumentType.RESIDENT_ID, own), 4);
    IdentityClaim borrower = Invented.withDocument(husband, DocumentType.RESIDENT_ID, MOTHER);
    assertThat(outcome(borrower)).isEqualTo("LINK 4");
  }

  @Test
  void namesakes_born_on_one_day_are_not_one_without_a_third_item() {
    String other = Invented.number("522401", "20180502", "237");
    assertThat(outcome(Invented.row("王小宝", other, "1", BORN))).isEqualTo("NEW");
    assertThat(outcome(Invented.row("王小宝", "", "1", BORN))).isEqualTo("BORDERLINE");
  }

  private static IdentityClaim mother() {
    return Invented.row("李秀英", MOTHER, "2", "1990-03-07", PHONE, HOME, "");
  }

  private static IdentityClaim row(String name, String number, String born, String phone) {
    String sex = born.startsWith("199") ? "2" : "1";
    return Invented.row(name, number, sex, born, phone, HOME, "");
  }

  private static IdentityClaim health(String name, String born, String code, String phone) {
    IdentityClaim claim = Invented.row(name, "", "1", born, phone, "", "");
    return Invented.withGuardian(
        Invented.withDocument(claim, DocumentType.CHILD_CODE, code), "李秀英", MOTHER, "");
  }

  private static String number(String sign) {
    return switch (sign) {
      case "M" -> MOTHER;
      case "B" -> BOY;
      case "C" -> CODE;
      default -> "";
    };
  }

  private void place(IdentityClaim claim, long person) {
    records++;
    page.place(
        new Member(new RecordRef(records), 1, new PersonRef(person), Invented.profile(claim)));
  }

  private String outcome(IdentityClaim claim) {
    return switch (page.decide(Invented.profile(claim), null)) {
      case Decision.LinkTo link -> "LINK " + link.person().number();
      case Decision.NewPerson _ -> "NEW";
      case Decision.Review review -> review.trigger().name();
    };
  }
}
