package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.Decision;
import io.guiyi.matching.Matcher;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Qualification;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.decision.Decisions;
import io.guiyi.registry.decision.LinkEvent;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.registry.review.ReviewCases;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.HashChain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of persons, links, decisions and cases when pages are applied. */
class ResolverTest {
  private static final LocalDate BIRTH = LocalDate.of(1990, 3, 7);
  private static final Row POLICE =
      Rows.police("P1", "张惠珍", BIRTH, 22).phone("13900001111").living("慈溪市浒山街道 1 号");
  private static final Row LABOUR = Rows.labour("L1", "张惠珍", BIRTH, 22).phone("13900002222");

  /** Name and birth date of {@link #POLICE}, which is never enough. */
  private static final Row NAMESAKE = Rows.labour("L2", "张惠珍", BIRTH, 22).unnumbered();

  /** Another name with that number, and a birth date that shows it to be somebody else's. */
  private static final Row CHILD =
      Rows.labour("L3", "李小宝", LocalDate.of(2012, 5, 1), 31).numbered(Rows.number(BIRTH, 22));

  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  @Test
  @DisplayName("two departments' rows of one person become one person, values with provenance")
  void links() {
    apply(POLICE);
    apply(LABOUR.day(3));
    Person person = onlyPerson();
    assertThat(person.standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(person.version()).isEqualTo(2);
    SurvivingValue name = person.values().get(PersonField.NAME);
    SurvivingValue phone = person.values().get(PersonField.PHONE);
    assertThat(name.value()).isEqualTo("张惠珍");
    assertThat(name.provenance().source()).isEqualTo(new SourceId("police"));
    assertThat(phone.value()).isEqualTo("13900002222");
    assertThat(phone.provenance().source()).isEqualTo(new SourceId("labour"));
    assertThat(phone.provenance().asOf()).isEqualTo(LABOUR.day(3).changedAt());
    assertThat(links(2)).singleElement().returns(LinkEvent.Kind.INFERRED, LinkEvent::kind);
  }

  @Test
  @DisplayName("two first rows of one person in one page meet")
  void meetsInPage() {
    apply(POLICE, Rows.police("P2", "张惠珍", BIRTH, 22));
    assertThat(register.count("person")).isEqualTo(1);
    assertThat(register.count("person_version")).isEqualTo(1);
    assertThat(register.count("person_change")).isEqualTo(1);
  }

  @Test
  @DisplayName("a page appends one version and one change for each person it touches")
  void oneVersionForAPage() {
    apply(POLICE);
    apply(POLICE.phone("13900003333").day(1), POLICE.phone("13900004444").day(2));
    assertThat(onlyPerson().version()).isEqualTo(2);
    assertThat(onlyPerson().value(PersonField.PHONE)).contains("13900004444");
    assertThat(register.count("person_change")).isEqualTo(2);
  }

  @Test
  @DisplayName("a row that changes nothing about the person makes no version and no change")
  void noVersionForNothing() {
    apply(POLICE);
    apply(POLICE.living("慈溪市浒山街道 1 号").stating().day(1));
    apply(LABOUR.phone(null));
    assertThat(register.count("person_version")).isEqualTo(1);
    assertThat(register.count("person_change")).isEqualTo(1);
  }

  @Test
  @DisplayName("when every row is withdrawn the person is closed and without values; it comes back")
  void closes() {
    apply(POLICE, LABOUR);
    apply(POLICE.withdrawn().day(1));
    assertThat(onlyPerson().standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(onlyPerson().values().get(PersonField.NAME).provenance().source())
        .isEqualTo(new SourceId("labour"));
    apply(LABOUR.withdrawn().day(1));
    assertThat(onlyPerson().standing()).isEqualTo(Person.Standing.CLOSED);
    assertThat(onlyPerson().values()).isEmpty();
    apply(LABOUR.day(2));
    assertThat(onlyPerson().standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(register.count("person")).isEqualTo(1);
  }

  @Test
  @DisplayName("a row that arrives withdrawn founds a closed person, which a later row opens")
  void arrivesWithdrawn() {
    apply(POLICE.withdrawn());
    assertThat(onlyPerson().standing()).isEqualTo(Person.Standing.CLOSED);
    apply(LABOUR);
    assertThat(onlyPerson().standing()).isEqualTo(Person.Standing.ACTIVE);
  }

  @Test
  @DisplayName("name and birth date alone open a case and no link; the corrected row closes it")
  void reviewCase() {
    apply(POLICE);
    PageOutcome outcome = apply(NAMESAKE);
    assertThat(outcome.counts().fresh()).isEqualTo(1);
    assertThat(outcome.decisions()).isEqualTo(new DecisionCounts(0, 0, 1));
    assertThat(register.rows("select standing from source_record order by id", String.class))
        .containsExactly("LINKED", "IN_REVIEW");
    assertThat(openCases())
        .singleElement()
        .returns(ReviewTrigger.BORDERLINE, ReviewCase::trigger)
        .returns(record(2), ReviewCase::record);
    assertThat(register.count("person")).isEqualTo(1);

    apply(Rows.labour("L2", "李建国", LocalDate.of(1962, 5, 1), 31).day(1));
    assertThat(openCases()).isEmpty();
    assertThat(cases(2))
        .singleElement()
        .returns(ReviewCase.Closing.DECIDED_AGAIN, ReviewCase::closing);
    assertThat(register.count("person")).isEqualTo(2);
    assertThat(decisions(2)).hasSize(2);
  }

  @Test
  @DisplayName("a case that is asked again gives way to the newer one")
  void supersededCase() {
    apply(POLICE);
    apply(NAMESAKE);
    apply(NAMESAKE.phone("13900007777").day(1));
    assertThat(openCases()).hasSize(1);
    assertThat(cases(2).getFirst().closing()).isEqualTo(ReviewCase.Closing.SUPERSEDED);
    assertThat(cases(2).getLast().decision()).isEqualTo(decisions(2).getLast().id());
  }

  @Test
  @DisplayName("a linked row of which too little is left keeps its link and opens a case")
  void changedUnderLink() {
    apply(POLICE, LABOUR);
    apply(LABOUR.unnumbered().phone(null).day(1));
    assertThat(register.count("person")).isEqualTo(1);
    assertThat(openCases())
        .singleElement()
        .returns(ReviewTrigger.CHANGED_UNDER_LINK, ReviewCase::trigger);
    apply(LABOUR.day(2));
    assertThat(openCases()).isEmpty();
    assertThat(links(2)).hasSize(1);
  }

  @Test
  @DisplayName(
      "a linked row that becomes somebody else leaves, and comes back when it is corrected")
  void detached() {
    apply(POLICE, LABOUR);
    apply(Rows.labour("L1", "李建国", LocalDate.of(1962, 5, 1), 31).day(1));
    assertThat(openCases()).isEmpty();
    assertThat(register.rows("select count(distinct person_id) from source_record", Long.class))
        .containsExactly(2L);
    assertThat(links(2))
        .extracting(LinkEvent::kind)
        .containsExactly(
            LinkEvent.Kind.INFERRED, LinkEvent.Kind.RETRACTED, LinkEvent.Kind.INFERRED);
    apply(LABOUR.day(2));
    assertThat(register.rows("select count(distinct person_id) from source_record", Long.class))
        .containsExactly(1L);
    assertThat(register.rows("select standing from person order by id", String.class))
        .containsExactly("ACTIVE", "MERGED");
  }

  @Test
  @DisplayName(
      "a row that joins a person and becomes somebody else in the same page leaves it again")
  void detachedInPage() {
    apply(POLICE);
    apply(LABOUR, Rows.labour("L1", "李建国", LocalDate.of(1962, 5, 1), 31).day(1));
    assertThat(register.rows("select count(distinct person_id) from source_record", Long.class))
        .containsExactly(2L);
  }

  @Test
  @DisplayName("a newcomer that fits two persons makes them one, and releases who waited")
  void joins() {
    Row unnumbered = POLICE.unnumbered().phone("13900007777");
    apply(LABOUR.phone(null));
    apply(
        new Row(
            "health",
            "H1",
            Rows.CHANGED,
            unnumbered.presence(),
            unnumbered.who(),
            unnumbered.what()));
    assertThat(openCases()).hasSize(1);
    apply(POLICE.phone("13900007777"));
    assertThat(openCases()).isEmpty();
    assertThat(register.rows("select count(distinct person_id) from source_record", Long.class))
        .containsExactly(1L);
    assertThat(cases(2).getLast().closing()).isEqualTo(ReviewCase.Closing.DECIDED_AGAIN);
  }

  @Test
  @DisplayName("a newer version that says the same is in force with its statements, and no more")
  void confirms() {
    Row stating = LABOUR.stating(new Qualification("31", Period.UNKNOWN));
    apply(POLICE, stating);
    apply(stating.day(1));
    assertThat(
            register.rows(
                "select s.code from statement s join source_record r"
                    + " on s.record_id = r.id and s.record_version = r.current_version"
                    + " where r.current_version = 2",
                String.class))
        .containsExactly("31");
    assertThat(decisions(2)).hasSize(1);
    assertThat(links(2)).hasSize(1);
    assertThat(register.count("person_change")).isEqualTo(2);
    assertThat(register.get(IndexKeeper.class).isInStep()).isTrue();
  }

  @Test
  @DisplayName("a row alone in its person may change altogether: nobody else is concerned")
  void changesAlone() {
    apply(LABOUR);
    apply(Rows.labour("L1", "李建国", LocalDate.of(1962, 5, 1), 31).day(1));
    assertThat(openCases()).isEmpty();
    assertThat(onlyPerson().value(PersonField.NAME)).contains("李建国");
  }

  @Test
  @DisplayName("a change that matching cannot see is not decided again")
  void unchangedProfile() {
    apply(POLICE, LABOUR);
    apply(LABOUR.stating(new Qualification("31", Period.UNKNOWN)).day(1));
    assertThat(decisions(2)).hasSize(1);
    assertThat(onlyPerson().value(PersonField.QUALIFICATION)).contains("31");
  }

  @Test
  @DisplayName(
      "a decision keeps model, candidates with versions, levels and weights, and can be read")
  void remembersDecisions() {
    apply(POLICE);
    apply(POLICE.phone("13900003333").day(1));
    apply(LABOUR);
    DecisionRecord decision = decisions(2).getFirst();
    assertThat(decision.recordVersion()).isEqualTo(1);
    assertThat(decision.decision()).isInstanceOf(Decision.LinkTo.class);
    assertThat(decision.decision().candidates())
        .singleElement()
        .satisfies(candidate -> {
          assertThat(candidate.record()).isEqualTo(new RecordRef(1));
          assertThat(candidate.version()).isEqualTo(2);
          assertThat(candidate.weight()).isPositive();
        });
    Matcher matcher = register.get(Matcher.class);
    String hash = decision.decision().modelHash();
    assertThat(hash).isEqualTo(matcher.model().hash());
    Optional<String> kept = in(session -> register.get(Decisions.class).model(session, hash));
    assertThat(kept).contains(matcher.model().text());
  }

  @Test
  @DisplayName("quarantined rows are counted and kept, the rest of the page is applied")
  void quarantined() {
    Quarantined bad =
        new Quarantined(
            new SourceId("police"),
            new Position("row 2"),
            QuarantineReason.DATE_INVALID,
            "csrq",
            "no such day; ask the department to correct it",
            RawBytes.utf8("{}"));
    PageOutcome outcome = register.apply("police", "1", List.of(POLICE.record(), bad));
    assertThat(outcome.rows())
        .extracting(row -> row.kind())
        .containsExactly(Kind.NEW, Kind.QUARANTINED);
    assertThat(register.count("quarantined")).isEqualTo(1);
  }

  @Test
  @DisplayName("a child under a parent's number is a person, whom that number does not find")
  void childUnderParentsNumber() {
    apply(CHILD, POLICE, LABOUR);
    Persons persons = register.get(Persons.class);
    IdNumber number = IdNumber.parse(Rows.number(BIRTH, 22)).orElseThrow();
    assertThat(register.count("person")).isEqualTo(2);
    assertThat(openCases()).isEmpty();
    assertThat(persons.byIdNumber(number))
        .singleElement()
        .satisfies(person -> assertThat(person.value(PersonField.NAME)).contains("张惠珍"));
    assertThat(persons.byNameAndBirthDate(new PersonName("李小宝"), LocalDate.of(2012, 5, 1)))
        .singleElement()
        .satisfies(child -> assertThat(child.value(PersonField.ID_NUMBER)).isEmpty());
  }

  @Test
  @DisplayName("persons are found by id, by number and by name with birth date")
  void looksUp() {
    apply(POLICE, LABOUR, NAMESAKE);
    Persons persons = register.get(Persons.class);
    Person person = onlyPerson();
    assertThat(persons.byId(person.id())).contains(person);
    IdNumber number = IdNumber.parse(Rows.number(BIRTH, 22)).orElseThrow();
    assertThat(persons.byIdNumber(number)).containsExactly(person);
    assertThat(persons.byNameAndBirthDate(new PersonName("张 惠珍"), BIRTH)).containsExactly(person);
    assertThat(persons.byNameAndBirthDate(new PersonName("张惠珍"), BIRTH.plusDays(1))).isEmpty();
  }

  @Test
  @DisplayName("a page leaves one audit entry, and the chain holds")
  void audited() {
    apply(POLICE);
    apply(LABOUR);
    assertThat(register.rows("select action from audit_entry order by number", String.class))
        .containsExactly("page.applied", "page.applied");
    assertThat(register.get(AuditLog.class).verify()).isInstanceOf(HashChain.Intact.class);
  }

  @Test
  @DisplayName("a page of which nothing is stored leaves no audit entry and no second held row")
  void notAudited() {
    Quarantined bad =
        new Quarantined(
            new SourceId("police"),
            new Position("row 2"),
            QuarantineReason.DATE_INVALID,
            "csrq",
            "no such day; ask the department to correct it",
            RawBytes.utf8("{}"));
    register.apply("police", "1", List.of(POLICE.record(), bad));
    register.apply("police", "2", List.of(POLICE.record(), bad));
    register.apply("police", "3", List.of());
    assertThat(register.count("audit_entry")).isEqualTo(1);
    assertThat(register.count("quarantined")).isEqualTo(1);
    assertThat(register.get(Pulls.class).ofSource(new SourceId("police")).quarantined())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("the database itself refuses a linked record without a person and a second head")
  void constraints() {
    apply(POLICE);
    assertThatThrownBy(() -> register.sql("update source_record set person_id = null"))
        .hasStackTraceContaining("a_linked_record_stands_in_one_person");
    assertThatThrownBy(() ->
            register.sql(
                "insert into source_record select id + 1, source, key_hash, 1, 1, presence,"
                    + " standing, person_id, null, null, recorded_at from source_record"))
        .hasStackTraceContaining("a_source_key_names_one_record");
  }

  @Test
  @DisplayName("the watermark moves with the rows")
  void watermark() {
    register.apply("police", "2026-02-01", List.of(POLICE.record()));
    register.apply("police", "2026-02-02", List.of());
    assertThat(register.get(Pulls.class).watermark(new SourceId("police")).text())
        .isEqualTo("2026-02-02");
  }

  /** Applies the rows of each source as a page, in the order of the sources' first rows. */
  private PageOutcome apply(Row... rows) {
    Map<String, List<CanonicalRecord>> pages = new LinkedHashMap<>();
    for (Row row : rows) {
      pages.computeIfAbsent(row.source(), _ -> new ArrayList<>()).add(row.record());
    }
    PageOutcome last = null;
    for (Map.Entry<String, List<CanonicalRecord>> page : pages.entrySet()) {
      last = register.apply(page.getKey(), "w", page.getValue());
    }
    return last;
  }

  private Person onlyPerson() {
    assertThat(register.count("person")).isEqualTo(1);
    long number = register.rows("select id from person", Long.class).getFirst();
    return register.get(Persons.class).byNumber(new PersonRef(number)).orElseThrow();
  }

  private <T> T in(Function<StatelessSession, T> work) {
    return register.get(Transactions.class).inTransaction(work);
  }

  private RecordRef record(int ordinal) {
    List<Long> ids = register.rows("select id from source_record order by id", Long.class);
    return new RecordRef(ids.get(ordinal - 1));
  }

  private List<ReviewCase> openCases() {
    return in(session -> register.get(ReviewCases.class).open(session, 100));
  }

  private List<ReviewCase> cases(int record) {
    return in(session -> register.get(ReviewCases.class).about(session, record(record)));
  }

  private List<DecisionRecord> decisions(int record) {
    return in(session -> register.get(Decisions.class).about(session, record(record)));
  }

  private List<LinkEvent> links(int record) {
    return in(session -> register.get(Decisions.class).links(session, record(record)));
  }
}
