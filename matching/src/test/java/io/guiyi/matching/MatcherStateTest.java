package io.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.city.CityRecords;
import io.guiyi.matching.normalize.Profile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The matcher's memory and index")
class MatcherStateTest {
  private static final TermKey KEY = Invented.key("state");
  private static final Profile ROW =
      Invented.profile(
          Invented.row(
              "周晓敏",
              Invented.number("341225", "19900307", "123"),
              "2",
              "1990-03-07",
              "13900001111",
              "慈溪市观海卫镇五里村88号203室",
              "恒达轴承"));

  @TempDir Path folder;

  @Test
  void later_records_of_a_page_see_earlier_ones() {
    try (Matcher matcher = open()) {
      MatchPage page = matcher.beginPage();
      assertThat(page.decide(ROW, null)).isInstanceOf(Decision.NewPerson.class);
      page.place(member(1, 1));
      assertThat(page.decide(ROW, null)).isInstanceOf(Decision.LinkTo.class);
      page.remove(new RecordRef(1));
      assertThat(page.decide(ROW, null)).isInstanceOf(Decision.NewPerson.class);
    }
  }

  @Test
  void a_dropped_page_leaves_nothing_behind() {
    try (Matcher matcher = open()) {
      MatchPage page = matcher.beginPage();
      page.place(member(1, 1));
      page.drop();
      assertThat(matcher.beginPage().decide(ROW, null)).isInstanceOf(Decision.NewPerson.class);
      assertThat(matcher.memberCount()).isZero();
    }
  }

  @Test
  void a_dropped_page_brings_back_what_it_hid() {
    try (Matcher matcher = open()) {
      keep(matcher, 1, member(1, 1));
      MatchPage page = matcher.beginPage();
      page.remove(new RecordRef(1));
      assertThat(page.decide(ROW, null)).isInstanceOf(Decision.NewPerson.class);
      page.drop();
      assertThat(matcher.beginPage().decide(ROW, null)).isInstanceOf(Decision.LinkTo.class);
    }
  }

  @Test
  void a_replaced_member_is_only_seen_in_its_new_version() {
    Profile other = Invented.profile(Invented.row("吴建国", "", "1", "1985-11-20"));
    try (Matcher matcher = open()) {
      keep(matcher, 1, member(1, 1));
      MatchPage page = matcher.beginPage();
      page.place(new Member(new RecordRef(1), 2, new PersonRef(1), other));
      assertThat(page.decide(ROW, null)).isInstanceOf(Decision.NewPerson.class);
      page.keep(2);
      assertThat(matcher.beginPage().decide(ROW, null)).isInstanceOf(Decision.NewPerson.class);
      assertThat(matcher.isInStep(2)).isTrue();
    }
  }

  @Test
  void what_was_kept_survives_closing_and_opening() {
    try (Matcher matcher = open()) {
      keep(matcher, 41, member(1, 1));
    }
    try (Matcher matcher = open()) {
      assertThat(matcher.lastChange()).isEqualTo(41);
      assertThat(matcher.isInStep(41)).as("before the members are loaded").isFalse();
      matcher.load(member(1, 1));
      assertThat(matcher.isInStep(41)).isTrue();
      assertThat(matcher.isInStep(42)).as("the register has gone on").isFalse();
      assertThat(matcher.beginPage().decide(ROW, null)).isInstanceOf(Decision.LinkTo.class);
    }
  }

  @Test
  void a_lagging_index_is_brought_up_by_the_tail() {
    try (Matcher matcher = open()) {
      keep(matcher, 1, member(1, 1), member(2, 1));
    }
    try (Matcher matcher = open()) {
      matcher.load(member(2, 1));
      matcher.load(member(3, 3));
      matcher.forget(new RecordRef(1));
      matcher.reindex(member(3, 3));
      matcher.settle(7);
      assertThat(matcher.isInStep(7)).isTrue();
      assertThat(matcher.memberCount()).isEqualTo(2);
    }
  }

  @Test
  void a_rebuilt_index_decides_as_the_one_that_grew() {
    List<Profile> rows =
        new InventedCity(5).rows(400).stream().map(row -> Invented.profile(row)).toList();
    List<Member> members = new ArrayList<>();
    try (Matcher grown = open("grown");
        Matcher rebuilt = open("rebuilt")) {
      for (int i = 0; i < 200; i++) {
        MatchPage page = grown.beginPage();
        Member member =
            new Member(new RecordRef(i + 1L), 1, new PersonRef(i / 2 + 1L), rows.get(i));
        page.place(member);
        page.keep(i + 1L);
        members.add(member);
      }
      rebuilt.reindex(member(999, 999));
      rebuilt.clear();
      members.forEach(rebuilt::reindex);
      rebuilt.settle(200);
      assertThat(rebuilt.isInStep(200)).isTrue();
      MatchPage one = grown.beginPage();
      MatchPage other = rebuilt.beginPage();
      for (Profile row : rows) {
        assertThat(other.decide(row, null)).isEqualTo(one.decide(row, null));
      }
    }
  }

  @Test
  void catching_up_writes_again_whoever_bears_a_number_that_another_gave_back() {
    String number = Invented.number("341225", "19900307", "124");
    Profile borrower = Invented.profile(Invented.row("吴建国", number, "", ""));
    Profile owner = Invented.profile(Invented.row("周晓敏", number, "2", "1990-03-07"));
    Member lent = new Member(new RecordRef(1), 1, new PersonRef(1), borrower);
    try (Matcher matcher = open()) {
      keep(matcher, 1, lent, new Member(new RecordRef(2), 1, new PersonRef(2), owner));
      assertThat(matcher.beginPage().decide(borrower, null)).isInstanceOf(Decision.NewPerson.class);
    }
    try (Matcher matcher = open()) {
      Member corrected = new Member(new RecordRef(2), 2, new PersonRef(2), ROW);
      matcher.load(lent);
      matcher.reindex(corrected);
      matcher.reindexBearers(owner);
      matcher.settle(2);
      assertThat(matcher.isInStep(2)).isTrue();
      assertThat(matcher.beginPage().decide(borrower, null)).isInstanceOf(Decision.LinkTo.class);
    }
  }

  @Test
  void what_one_page_leaves_undecided_is_decided_about_in_the_next_that_asks() {
    Member waiting = new Member(new RecordRef(1), 1, null, ROW);
    try (Matcher matcher = open()) {
      MatchPage page = matcher.beginPage();
      page.place(waiting);
      page.decide(ROW, null);
      page.place(member(2, 1));
      page.postpone();
      assertThat(page.disturbed()).isEmpty();
      page.keep(1);
      matcher.beginPage().drop();
      matcher.beginPage().keep(2);
      page = matcher.beginPage();
      assertThat(page.disturbed()).containsExactly(new RecordRef(1));
      page.keep(3);
      assertThat(matcher.beginPage().disturbed()).isEmpty();
    }
  }

  @Test
  void another_key_empties_the_index() {
    try (Matcher matcher = open()) {
      keep(matcher, 5, member(1, 1));
    }
    try (Matcher matcher =
        Matcher.open(folder.resolve("index"), CityRecords.model(), Invented.key("another"))) {
      assertThat(matcher.lastChange()).isZero();
      matcher.load(member(1, 1));
      assertThat(matcher.isInStep(5)).isFalse();
    }
  }

  @Test
  void a_damaged_index_is_emptied() throws IOException {
    try (Matcher matcher = open()) {
      keep(matcher, 5, member(1, 1));
    }
    for (Path file : files()) {
      if (file.getFileName().toString().startsWith("segments_")) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (Matcher matcher = open()) {
      assertThat(matcher.lastChange()).isZero();
      keep(matcher, 6, member(1, 1));
      assertThat(matcher.isInStep(6)).isTrue();
    }
  }

  @Test
  void no_name_number_date_or_phone_stands_on_disk() throws IOException {
    try (Matcher matcher = open()) {
      keep(matcher, 1, member(1, 1), member(2, 2));
    }
    List<String> clear =
        List.of(
            "周晓敏",
            "晓敏",
            "zhou",
            "xiaomin",
            "341225",
            "19900307",
            "1990-03-07",
            "13900001111",
            "五里",
            "恒达");
    assertThat(files()).isNotEmpty();
    for (Path file : files()) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String text : clear) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
          assertThat(bytes)
              .as("%s in %s", text, file.getFileName())
              .doesNotContain(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  @Test
  void pages_come_one_at_a_time_and_end_once() {
    try (Matcher matcher = open()) {
      MatchPage page = matcher.beginPage();
      assertThatThrownBy(matcher::beginPage).hasMessageContaining("keep or drop it");
      page.drop();
      assertThatThrownBy(() -> page.place(member(1, 1))).hasMessageContaining("begin another");
      assertThatThrownBy(() -> page.keep(1)).hasMessageContaining("begin another");
    }
  }

  private Matcher open() {
    return open("index");
  }

  private Matcher open(String name) {
    return Matcher.open(folder.resolve(name), CityRecords.model(), KEY);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void keep(Matcher matcher, long change, Member... members) {
    MatchPage page = matcher.beginPage();
    for (Member member : members) {
      page.place(member);
    }
    page.keep(change);
  }

  private static Member member(long record, long person) {
    return new Member(new RecordRef(record), 1, new PersonRef(person), ROW);
  }
}
