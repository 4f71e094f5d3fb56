package io.guiyi.matching;

import io.guiyi.matching.candidates.CandidateSearch;
import io.guiyi.matching.candidates.PageOverlay;
import io.guiyi.matching.compare.BirthDateLevel;
import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.compare.ComparisonVector;
import io.guiyi.matching.compare.NameLevel;
import io.guiyi.matching.compare.NumberLevel;
import io.guiyi.matching.decide.Decider;
import io.guiyi.matching.decide.Evidence;
import io.guiyi.matching.decide.Laws;
import io.guiyi.matching.decide.PersonEvidence;
import io.guiyi.matching.normalize.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page that is being applied: the matcher's members and index, seen through an overlay. */
final class OpenPage implements MatchPage {
  private final Matcher matcher;
  private final PageOverlay overlay;
  private final CandidateSearch search;

  OpenPage(Matcher matcher, PageOverlay overlay, CandidateSearch search) {
    this.matcher = matcher;
    this.overlay = overlay;
    this.search = search;
  }

  @Override
  public Decision decide(Profile profile, @Nullable RecordRef self) {
    matcher.requireOpen(this);
    CandidateSearch.Candidates found = search.find(profile);
    Set<RecordRef> records = new LinkedHashSet<>(found.records());
    PersonRef current = currentPerson(self, records);
    if (self != null) {
      records.remove(self);
    }
    Map<PersonRef, List<Evidence>> evidence = new LinkedHashMap<>();
    for (RecordRef record : records) {
      Member member = matcher.members().find(record, overlay);
      PersonRef person = member == null ? null : member.person();
      if (member != null && person != null) {
        evidence.computeIfAbsent(person, _ -> new ArrayList<>()).add(weighed(profile, member));
      }
    }
    List<PersonEvidence> persons = new ArrayList<>();
    evidence.forEach((person, compared) ->
        persons.add(gathered(profile, person, compared, others(person, self))));
    return matcher
        .decider()
        .decide(new Decider.Question(profile, persons, found.underSearched(), current));
  }

  /**
   * What speaks for a person. Where a member has name and birth date, the others are asked for what
   * it lacks, even if no key brought them up.
   */
  private PersonEvidence gathered(
      Profile profile, PersonRef person, List<Evidence> compared, List<Member> members) {
    List<Evidence> all = new ArrayList<>(compared);
    if (compared.size() < members.size() && compared.stream().anyMatch(OpenPage::isPromising)) {
      Set<RecordRef> known = new HashSet<>();
      compared.forEach(evidence -> known.add(evidence.member().record()));
      members.stream()
          .filter(member -> !known.contains(member.record()))
          .limit(CandidateSearch.MOST_CANDIDATES)
          .forEach(member -> all.add(weighed(profile, member)));
    }
    Evidence best = Collections.min(all, Evidence.BEST_FIRST);
    ComparisonVector whole = best.levels();
    for (Evidence other : all) {
      whole = whole.withBetterOf(other.levels());
    }
    long weight =
        whole.equals(best.levels())
            ? best.weight()
            : matcher
                .weigher()
                .explain(whole, profile.name(), best.member().profile().name())
                .value();
    return new PersonEvidence(person, all, whole, weight, Laws.between(profile, members));
  }

  private static boolean isPromising(Evidence evidence) {
    ComparisonVector levels = evidence.levels();
    return levels.number() != NumberLevel.VALID_SAME
        && (levels.name().isSame() || levels.name() == NameLevel.SURNAME_ONLY)
        && levels.birthDate() == BirthDateLevel.EXACT;
  }

  /**
   * The person that {@code self} shares with other records, which are added to those to be
   * compared; null if it is new or alone.
   */
  private @Nullable PersonRef currentPerson(@Nullable RecordRef self, Set<RecordRef> records) {
    Member member = self == null ? null : matcher.members().find(self, overlay);
    PersonRef person = member == null ? null : member.person();
    if (person == null) {
      return null;
    }
    List<Member> others = others(person, self);
    others.stream()
        .limit(CandidateSearch.MOST_CANDIDATES)
        .forEach(other -> records.add(other.record()));
    return others.isEmpty() ? null : person;
  }

  private List<Member> others(PersonRef person, @Nullable RecordRef self) {
    return matcher.members().of(person, overlay).stream()
        .filter(member -> !member.record().equals(self))
        .toList();
  }

  private Evidence weighed(Profile profile, Member member) {
    ComparisonVector levels = Comparer.compare(profile, member.profile());
    long weight =
        matcher.weigher().explain(levels, profile.name(), member.profile().name()).value();
    return new Evidence(member, levels, weight);
  }

  @Override
  public void place(Member member) {
    matcher.requireOpen(this);
    overlay.place(member);
  }

  @Override
  public Decision decide(RecordRef record) {
    return decide(placed(record).profile(), record);
  }

  private Member placed(RecordRef record) {
    Member member = matcher.members().find(record, overlay);
    if (member == null) {
      throw new IllegalArgumentException(
          "record %d is not placed; place it first".formatted(record.number()));
    }
    return member;
  }

  @Override
  public void move(RecordRef record, @Nullable PersonRef person) {
    Member member = placed(record);
    place(new Member(record, member.version(), person, member.profile()));
  }

  @Override
  public List<RecordRef> recordsOf(PersonRef person) {
    return others(person, null).stream().map(Member::record).sorted().toList();
  }

  @Override
  public void state(PairFact fact) {
    matcher.requireOpen(this);
  }

  @Override
  public void withdraw(PairFact fact) {
    matcher.requireOpen(this);
  }

  @Override
  public List<RecordRef> disturbed() {
    return List.of();
  }

  @Override
  public void remove(RecordRef record) {
    matcher.requireOpen(this);
    overlay.remove(record);
  }

  @Override
  public void keep(long lastChange) {
    matcher.keep(this, overlay, lastChange);
  }

  @Override
  public void drop() {
    matcher.drop(this);
  }
}
