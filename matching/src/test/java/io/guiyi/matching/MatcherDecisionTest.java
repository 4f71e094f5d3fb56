package io.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.city.CityRecords;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.IdentityClaim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A record is decided about")
class MatcherDecisionTest {
  private static final String NUMBER = Invented.number("341225", "19900307", "124");
  private static final String OTHER_NUMBER = Invented.number("341225", "19900307", "358");
  private static final String HOME = "慈溪市观海卫镇五里村88号203室";
  private static final String FIRM = "慈溪市恒达轴承有限公司";

  @TempDir Path folder;
  private Matcher matcher;
  private MatchPage page;
  private long records;

  @BeforeEach
  void open() {
    matcher = Matcher.open(folder, CityRecords.model(), Invented.key("decisions"));
    page = matcher.beginPage();
  }

  @AfterEach
  void close() {
    matcher.close();
  }

  @ParameterizedTest(name = "{0}: {7}")
  @CsvSource(
      delimiter = '|',
      value = {
        // why | name | number | sex | born | phone | employer | decision about 周晓敏, N, 2,
        // 1990-03-07
        "same number, same name             | 周晓敏 | N | 2 | 1990-03-07 |             |      | LINK",
        "same number, name alone            | 周晓敏 | N |   |            |             |      | LINK",
        "same number, homophone             | 周小敏 | N | 2 | 1990-03-07 |             |      | LINK",
        "same number, one character off     | 周晓丽 | N | 2 | 1990-03-07 |             |      | LINK",
        "same number, wrong birth date      | 周晓敏 | N | 2 | 1985-11-20 |             |      | LINK",
        "a borrower of another birth date   | 周晓丽 | N | 2 | 1985-11-20 |             |      | NEW",
        "homophone, other sex and date      | 周小敏 | N | 1 | 1985-11-20 |             |      | LINK",
        "same number, name of nobody known  | 吴建国 | N | 2 | 1990-03-07 |             |      |"
            + " NUMBER_CONFLICT",
        "same number and phone, other name  | 吴建国 | N | 2 | 1990-03-07 | 13900001111 |      | LINK",
        "number with a slip, same name      | 周晓敏 | S | 2 | 1990-03-07 |             |      | LINK",
        "number with a slip, another name   | 吴建国 | S | 2 | 1990-03-07 |             |      |"
            + " BORDERLINE",
        "masked number, same name           | 周晓敏 | M | 2 | 1990-03-07 |             |      | LINK",
        "no number, phone                   | 周晓敏 |   | 2 | 1990-03-07 | 13900001111 |      | LINK",
        "no number, employer                | 周晓敏 |   | 2 | 1990-03-07 |             | 恒达轴承 | LINK",
        "no number, homophone, phone        | 周小敏 |   | 2 | 1990-03-07 | 13900001111 |      | LINK",
        "no number, nothing else            | 周晓敏 |   | 2 | 1990-03-07 |             |      |"
            + " BORDERLINE",
        "no number, date off by a year      | 周晓敏 |   | 2 | 1991-03-07 | 13900001111 |      | LINK",
        "no number, sister by name          | 周晓丽 |   | 2 | 1990-03-07 | 13900001111 |      |"
            + " BORDERLINE",
        "no number, other sex               | 周晓敏 |   | 1 | 1990-03-07 |             |      |"
            + " BORDERLINE",
        "no number, only the name           | 周晓敏 |   |   |            |             |      | NEW",
        "no number, another person          | 吴建国 |   | 1 | 1985-11-20 | 13900001111 | 恒达轴承 | NEW",
        "another number, all else agrees    | 周晓敏 | O | 2 | 1990-03-07 | 13900001111 | 恒达轴承 |"
            + " CANNOT_LINK",
        "another number, same name and date | 周晓敏 | O | 2 | 1990-03-07 |             |      | NEW",
        "another number, a twin sister      | 周晓丽 | O | 2 | 1990-03-07 | 13900001111 |      | NEW",
      })
  void by_the_rules(
      String why,
      String name,
      String number,
      String sex,
      String born,
      String phone,
      String employer,
      String expected) {
    place(known(), 1);
    IdentityClaim claim =
        Invented.row(name, number(number), text(sex), text(born), text(phone), "", text(employer));
    assertThat(outcome(claim)).as(why).isEqualTo(expected);
  }

  @Test
  void a_known_person_without_a_number_is_found_by_a_record_with_one() {
    place(Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", HOME, FIRM), 1);
    assertThat(outcome(known())).isEqualTo("LINK");
  }

  @Test
  void two_persons_who_fit_alike_are_one_where_no_law_keeps_them_apart() {
    place(Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", "", ""), 1);
    place(Invented.row("周晓敏", "", "2", "1990-03-07", "", "", FIRM), 2);
    IdentityClaim both = Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", "", FIRM);
    Decision decision = page.decide(Invented.profile(both), null);
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.LinkTo.class,
            link -> {
              assertThat(link.person()).isEqualTo(new PersonRef(1));
              assertThat(link.absorbed()).containsExactly(new PersonRef(2));
            });
  }

  @Test
  void two_persons_who_fit_alike_go_to_a_steward_where_a_law_keeps_them_apart() {
    place(Invented.row("周晓敏", NUMBER, "2", "1990-03-07", "13900001111", "", ""), 1);
    place(Invented.row("周晓敏", OTHER_NUMBER, "2", "1990-03-07", "13900001111", "", ""), 2);
    assertThat(outcome(Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", "", "")))
        .isEqualTo("MARGIN");
  }

  @Test
  void two_persons_of_the_very_same_content_go_to_a_steward_where_he_kept_them_apart() {
    place(known(), 1);
    place(known(), 2);
    page.state(new PairFact(new RecordRef(1), new RecordRef(2), PairFact.Kind.NEVER_LINK));
    assertThat(outcome(known())).isEqualTo("MARGIN");
    place(known(), null);
    page.state(new PairFact(new RecordRef(2), new RecordRef(3), PairFact.Kind.ALWAYS_LINK));
    assertThat(page.decide(new RecordRef(3)))
        .isInstanceOfSatisfying(
            Decision.LinkTo.class,
            link -> {
              assertThat(link.person()).isEqualTo(new PersonRef(2));
              assertThat(link.absorbed()).isEmpty();
            });
  }

  @Test
  void two_persons_that_share_a_content_go_to_a_steward_where_a_law_keeps_them_apart() {
    IdentityClaim shared = Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", "", "");
    place(Invented.row("周晓敏", NUMBER, "2", "1990-03-07", "13900001111", "", ""), 1);
    place(shared, 1);
    place(Invented.row("周晓敏", OTHER_NUMBER, "2", "1990-03-07", "13900001111", "", ""), 2);
    place(shared, 2);
    assertThat(outcome(shared)).isEqualTo("MARGIN");
  }

  @Test
  void a_question_is_not_answered_by_sending_the_record_twice() {
    IdentityClaim doubtful = Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", "", "");
    place(Invented.row("周晓敏", NUMBER, "2", "1990-03-07", "13900001111", "", ""), 1);
    place(Invented.row("周晓敏", OTHER_NUMBER, "2", "1990-03-07", "13900001111", "", ""), 2);
    place(doubtful, null);
    assertThat(outcome(doubtful)).isEqualTo("MARGIN");
  }

  @Test
  void what_a_steward_said_holds_whatever_the_weight() {
    place(known(), 1);
    place(Invented.row("吴建国", OTHER_NUMBER, "1", "1985-11-20"), 2);
    place(known(), null);
    RecordRef waiting = new RecordRef(3);
    assertThat(page.decide(waiting)).isInstanceOf(Decision.LinkTo.class);
    page.state(new PairFact(new RecordRef(1), waiting, PairFact.Kind.NEVER_LINK));
    assertThat(page.decide(waiting)).isInstanceOf(Decision.NewPerson.class);
    page.state(new PairFact(new RecordRef(2), waiting, PairFact.Kind.ALWAYS_LINK));
    assertThat(page.decide(waiting))
        .isInstanceOfSatisfying(
            Decision.LinkTo.class, link -> assertThat(link.person()).isEqualTo(new PersonRef(2)));
    PairFact contrary = new PairFact(new RecordRef(2), waiting, PairFact.Kind.NEVER_LINK);
    assertThatThrownBy(() -> page.state(contrary)).hasMessageContaining("say the opposite");
  }

  @Test
  void a_newcomer_disturbs_who_waits_near_it() {
    place(Invented.row("周晓敏", "", "2", "1990-03-07"), null);
    assertThat(page.disturbed()).isEmpty();
    assertThat(name(page.decide(Invented.profile(known()), null))).isEqualTo("BORDERLINE");
    place(known(), 1);
    page.decide(new RecordRef(1));
    assertThat(page.disturbed()).isEmpty();
    IdentityClaim more = Invented.row("周晓敏", NUMBER, "2", "1990-03-07", "", HOME, "");
    Profile profile = Invented.profile(more);
    assertThat(name(page.decide(profile, null))).isEqualTo("LINK");
    page.place(new Member(new RecordRef(9), 1, new PersonRef(1), profile));
    assertThat(page.disturbed()).containsExactly(new RecordRef(1));
  }

  @Test
  void a_newcomer_that_joins_two_persons_disturbs_who_waits_near_it() {
    place(Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", "", ""), 1);
    place(Invented.row("周晓敏", "", "2", "1990-03-07", "", "", FIRM), 2);
    place(Invented.row("周晓敏", "", "2", "1990-03-07", "", HOME, ""), null);
    Profile both =
        Invented.profile(Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", "", FIRM));
    assertThat(page.decide(both, null))
        .isInstanceOfSatisfying(
            Decision.LinkTo.class,
            link -> assertThat(link.absorbed()).containsExactly(new PersonRef(2)));
    page.move(new RecordRef(2), new PersonRef(1));
    page.place(new Member(new RecordRef(4), 1, new PersonRef(1), both));
    assertThat(page.disturbed()).containsExactly(new RecordRef(3));
  }

  @Test
  void the_owner_of_a_number_takes_it_from_a_borrower_who_came_first() {
    place(Invented.row("吴建国", NUMBER, "", ""), 1);
    page.disturbed();
    Decision decision = page.decide(Invented.profile(known()), null);
    assertThat(decision).isInstanceOf(Decision.NewPerson.class);
    assertThat(decision.candidates())
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.numbersLost()).isEqualTo(1));
    place(known(), 2);
    assertThat(page.disturbed()).containsExactly(new RecordRef(1));
  }

  @Test
  void one_member_with_another_number_keeps_a_record_from_the_whole_person() {
    place(Invented.row("周晓敏", "", "2", "1990-03-07", "13900001111", HOME, FIRM), 1);
    place(known(), 1);
    assertThat(
            outcome(
                Invented.row("周晓敏", OTHER_NUMBER, "2", "1990-03-07", "13900001111", HOME, FIRM)))
        .isEqualTo("CANNOT_LINK");
  }

  @Test
  void a_law_is_seen_in_a_person_of_very_many_contents() {
    for (int i = 0; i < 70; i++) {
      String phone = "139000022%02d".formatted(i);
      place(Invented.row("周晓敏", NUMBER, "2", "1990-03-07", phone, "", ""), 1);
    }
    IdentityClaim next = Invented.row("周晓敏", NUMBER, "2", "1990-03-07");
    assertThat(name(page.decide(Invented.profile(next), null))).isEqualTo("LINK");
    place(Invented.row("周晓敏", OTHER_NUMBER, "2", "1990-03-07"), 1);
    assertThat(outcome(next)).isEqualTo("CANNOT_LINK");
  }

  @Test
  void a_member_without_the_number_may_vouch_for_the_name() {
    place(Invented.row("买买提", NUMBER, "2", "1990-03-07"), 1);
    place(Invented.row("穆罕默德", "", "2", "1990-03-07", "13900001111", "", ""), 1);
    assertThat(outcome(Invented.row("穆罕默德", NUMBER, "2", "1990-03-07", "13900001111", "", "")))
        .isEqualTo("LINK");
  }

  @Test
  void a_linked_record_is_not_compared_with_itself() {
    place(known(), 1);
    Decision decision = page.decide(Invented.profile(known()), new RecordRef(1));
    assertThat(name(decision)).isEqualTo("LINK");
    assertThat(decision.candidatesSeen()).isZero();
  }

  @Test
  void a_linked_record_that_says_less_than_before_stays_and_is_asked_about() {
    place(known(), 1);
    place(known(), 1);
    IdentityClaim less = Invented.row("周晓敏", "", "2", "1990-03-07");
    assertThat(name(page.decide(Invented.profile(less), new RecordRef(2))))
        .isEqualTo("CHANGED_UNDER_LINK");
  }

  @Test
  void a_linked_record_that_became_somebody_else_founds_a_person_of_its_own() {
    place(known(), 1);
    place(known(), 1);
    IdentityClaim changed = Invented.row("吴建国", OTHER_NUMBER, "1", "1985-11-20");
    assertThat(name(page.decide(Invented.profile(changed), new RecordRef(2)))).isEqualTo("NEW");
  }

  @Test
  void a_key_with_too_many_members_is_told_and_not_dropped_in_silence() {
    for (int i = 0; i < 300; i++) {
      place(Invented.row("周晓敏", "", "2", "1990-03-07", "", "", ""), i + 1L);
    }
    assertThat(outcome(Invented.row("周晓敏", "", "2", "1990-03-07"))).isEqualTo("UNDER_SEARCHED");
    assertThat(outcome(Invented.row("周晓敏", OTHER_NUMBER, "2", "1990-03-07")))
        .as("its number would find its person")
        .isEqualTo("NEW");
  }

  @Test
  void a_decision_keeps_its_evidence() {
    place(known(), 1);
    Decision decision = page.decide(Invented.profile(known()), null);
    assertThat(decision.modelHash()).isEqualTo(CityRecords.model().hash());
    WeighedCandidate best = decision.candidates().getFirst();
    assertThat(best.weight())
        .isEqualTo(matcher.explain(Invented.profile(known()), Invented.profile(known())).weight());
  }

  private static IdentityClaim known() {
    return Invented.row("周晓敏", NUMBER, "2", "1990-03-07", "13900001111", HOME, FIRM);
  }

  private static String number(String sign) {
    return switch (text(sign)) {
      case "N" -> NUMBER;
      case "O" -> OTHER_NUMBER;
      case "S" -> NUMBER.substring(0, 15) + "9" + NUMBER.substring(16);
      case "M" -> NUMBER.substring(0, 4) + "**********" + NUMBER.substring(14);
      default -> "";
    };
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  private void place(IdentityClaim claim, long person) {
    place(claim, new PersonRef(person));
  }

  private void place(IdentityClaim claim, @Nullable PersonRef person) {
    records++;
    page.place(new Member(new RecordRef(records), 1, person, Invented.profile(claim)));
  }

  /** Decides twice, in the overlay and again when the index holds the members. */
  private String outcome(IdentityClaim claim) {
    List<String> outcomes = new ArrayList<>();
    outcomes.add(name(page.decide(Invented.profile(claim), null)));
    page.keep(records);
    page = matcher.beginPage();
    outcomes.add(name(page.decide(Invented.profile(claim), null)));
    assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
    return outcomes.getFirst();
  }

  private static String name(Decision decision) {
    return switch (decision) {
      case Decision.LinkTo _ -> "LINK";
      case Decision.NewPerson _ -> "NEW";
      case Decision.Review review -> review.trigger().name();
    };
  }
}
