package io.guiyi.registry.steward;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.feed.FanOut;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.resolve.PageOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A register with a few invented people, as tests of stewards look at it. */
final class City {
  private final RegisterFixture register;
  private final Stewardship stewards;

  City(RegisterFixture register) {
    this.register = register;
    this.stewards = register.get(Stewardship.class);
  }

  /** Applies the rows of each source as a page, in the order of the sources' first rows. */
  PageOutcome arrive(Row... rows) {
    Map<String, List<CanonicalRecord>> pages = new LinkedHashMap<>();
    for (Row row : rows) {
      pages.computeIfAbsent(row.source(), _ -> new ArrayList<>()).add(row.record());
    }
    PageOutcome last = null;
    for (Map.Entry<String, List<CanonicalRecord>> page : pages.entrySet()) {
      last = register.apply(page.getKey(), "w", page.getValue());
    }
    return Objects.requireNonNull(last);
  }

  /** The number of the n-th record that was seen, from 1. */
  long record(int ordinal) {
    return register.rows("select id from source_record order by id", Long.class).get(ordinal - 1);
  }

  /** To whom the n-th record belongs. */
  PersonId personOf(int ordinal) {
    return new PersonId(
        register
            .rows(
                "select p.public_id from source_record r join person p on p.id = r.person_id"
                    + " where r.id = "
                    + record(ordinal),
                String.class)
            .getFirst());
  }

  /** Whether the n-th record waits. */
  boolean waits(int ordinal) {
    return register
            .rows(
                "select person_id from source_record where person_id is null and id = "
                    + record(ordinal),
                Long.class)
            .size()
        == 1;
  }

  Person person(PersonId id) {
    return register.get(Persons.class).byId(id).orElseThrow();
  }

  Person person(long number) {
    return register.get(Persons.class).byNumber(new PersonRef(number)).orElseThrow();
  }

  /** The one open case. */
  CaseView onlyCase() {
    List<CaseLine> open = stewards.open(null, null, 10);
    assertThat(open).hasSize(1);
    return stewards.show(open.getFirst().id()).orElseThrow();
  }

  CaseDecision same(CaseView seen, PersonId person) {
    return decided(new Verdict.SamePerson(seen.id(), person), seen.seen());
  }

  CaseDecision different(CaseView seen) {
    return decided(new Verdict.DifferentPersons(seen.id(), List.of()), seen.seen());
  }

  CaseDecision merge(PersonId first, PersonId second) {
    return decided(
        new Verdict.Merge(first, second),
        stewards.persons(List.of(first, second)).orElseThrow().seen());
  }

  CaseDecision split(PersonId person, Long... leaving) {
    return decided(
        new Verdict.Split(person, new TreeSet<>(List.of(leaving))),
        stewards.persons(List.of(person)).orElseThrow().seen());
  }

  CaseDecision undo(CaseDecision decision) {
    return decided(stewards.undo(decision.number(), "wang.fang", "decided too soon"));
  }

  VerdictOutcome decide(Verdict verdict, String seen) {
    return stewards.decide(
        new VerdictCommand(verdict, "zhang.wei", "the department confirmed it", seen));
  }

  private CaseDecision decided(Verdict verdict, String seen) {
    return decided(decide(verdict, seen));
  }

  static CaseDecision decided(VerdictOutcome outcome) {
    assertThat(outcome).isInstanceOf(VerdictOutcome.Decided.class);
    return ((VerdictOutcome.Decided) outcome).decision();
  }

  /**
   * What the register concludes, without the history of how it came to: who lives with which
   * values, who belongs to whom, which questions are open, which facts hold.
   */
  List<String> conclusions() {
    return register.rows(
        """
        select 'person ' || p.public_id || ' ' || encode(v.content_hash, 'hex') as line
        from person p join person_version v on v.person_id = p.id and v.version = p.version
        where p.standing = 'ACTIVE'
        union all
        select 'link ' || r.source || ' ' || encode(r.key_hash, 'hex') || ' '
               || coalesce(p.public_id, r.standing)
        from source_record r left join person p on p.id = r.person_id
        union all
        select 'case ' || public_id || ' ' || trigger from review_case where standing = 'OPEN'
        union all
        select 'fact ' || lower_record || ' ' || higher_record || ' ' || kind
        from link_fact where withdrawn_by is null
        union all
        select 'relation ' || s.record_id || ' ' || s.ordinal || ' ' || coalesce(p.public_id, '-')
        from stated_relation s left join person p on p.id = s.person_id
        order by line
        """,
        String.class);
  }

  /** Tells all subscribers of everything that changed. */
  void fanOut() {
    while (register.get(FanOut.class).advance(FanOut.MAX_CHANGES) > 0) {
      // each call is a page
    }
  }
}
