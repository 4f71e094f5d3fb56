package io.guiyi.matching;

import io.guiyi.matching.decide.Decider;
import io.guiyi.matching.decide.Standing;
import io.guiyi.matching.pair.PairAccount;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.matching.pair.RecordWeigher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is weighed for one decision. For one thread. */
final class Evidence {
  /** Of a person with more different contents, the first so many count; laws look at all. */
  private static final int MOST_CONTENTS = 64;

  /** Two persons with more pairs of contents are kept apart: nobody looks whether a law does. */
  private static final int MOST_PAIRS = 65_536;

  private static final Comparator<Compared> BEST_FIRST =
      Comparator.comparingLong(Compared::weight)
          .reversed()
          .thenComparing(compared -> compared.member().record());

  private final Engine engine;
  private final RecordWeigher weigher;
  private final TermBearers terms;
  private final FactBook facts;
  private final RecordValues own;
  private final Set<RecordRef> same;
  private final List<Compared> compared = new ArrayList<>();
  private final List<RecordRef> looseNear = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();
  private final Map<RecordRef, List<Known>> contents = new HashMap<>();
  private final Map<RecordRef, Set<RecordRef>> records = new HashMap<>();

  /** One member and how the record compares with it. */
  private record Compared(Known member, long weight, boolean forbidden, boolean never) {}

  /**
   * Evidence about a record.
   *
   * @param own its effective values
   * @param self its number, if it is known
   */
  Evidence(
      Engine engine,
      RecordWeigher weigher,
      TermBearers terms,
      FactBook facts,
      RecordValues own,
      @Nullable RecordRef self) {
    this.engine = engine;
    this.weigher = weigher;
    this.terms = terms;
    this.facts = facts;
    this.own = own;
    same = self == null || facts.isEmpty() ? Set.of() : facts.sameAs(self);
  }

  /**
   * Weighs the record against a person as it stands, or against one that waits.
   *
   * @param members all its records, in ascending order, with the values that count now
   */
  void add(@Nullable PersonRef person, List<Known> members) {
    RecordRef first = members.getFirst().record();
    Set<RecordRef> numbers = new HashSet<>();
    Map<Long, Known> distinct = new LinkedHashMap<>();
    for (Known member : members) {
      numbers.add(member.record());
      distinct.putIfAbsent(member.effective().content(), member);
    }
    boolean never = !same.isEmpty() && facts.isApart(same, numbers);
    boolean always = same.stream().anyMatch(numbers::contains);
    long sum = 0;
    long best = Standing.NONE;
    long forbidden = Standing.NONE;
    boolean sameNumber = false;
    Known nearest = members.getFirst();
    int counted = 0;
    for (Known member : distinct.values()) {
      long weight = weigher.weight(own, member.effective());
      boolean isForbidden = weigher.isForbidden();
      if (counted == MOST_CONTENTS && !isForbidden) {
        continue;
      }
      if (counted < MOST_CONTENTS) {
        counted++;
        sum += Math.max(engine.floor(), weight);
      }
      if (isForbidden) {
        forbidden = Math.max(forbidden, weight);
      } else {
        nearest = weight > best ? member : nearest;
        best = Math.max(best, weight);
        sameNumber |= engine.isSameNumber(weigher.pattern());
      }
      compared.add(new Compared(member, weight, isForbidden, never));
    }
    Known twin = distinct.get(own.content());
    boolean sameContent = twin != null && (distinct.size() > 1 || sum >= engine.link());
    boolean loose =
        forbidden != Standing.NONE
            && best >= engine.link()
            && isLoose(nearest, distinct.values(), best);
    contents.put(first, List.copyOf(distinct.values()));
    records.put(first, numbers);
    standings.add(
        new Standing(
            person,
            first,
            counted,
            sum,
            best,
            forbidden,
            never,
            always,
            sameContent,
            sameNumber,
            loose));
    if (loose) {
      looseNear.add(nearest.record());
    }
  }

  /** True if a record fits the rest of its person much less than it fits this one. */
  private boolean isLoose(Known record, Collection<Known> person, long best) {
    long sum = 0;
    for (Known other : person) {
      if (other != record) {
        long weight = weigher.weight(record.effective(), other.effective());
        sum += Math.max(engine.floor(), weight);
      }
    }
    return person.size() > 1 && best - Decider.MARGIN > (double) sum / (person.size() - 1);
  }

  /** Linked records that hardly belong where they stand, and better here. */
  List<RecordRef> looseNear() {
    return looseNear;
  }

  /** Whom the record may be. */
  List<Standing> standings() {
    return standings;
  }

  /** The records that wait and come near the record. */
  List<RecordRef> waitingNear() {
    return standings.stream()
        .filter(s -> s.person() == null && s.best() >= engine.review())
        .map(Standing::first)
        .toList();
  }

  /** What the pairs between two standings weigh; no law parts what facts say is one. */
  long between(Standing one, Standing other) {
    Set<RecordRef> left = records.getOrDefault(one.first(), Set.of());
    Set<RecordRef> right = records.getOrDefault(other.first(), Set.of());
    if (!facts.isEmpty() && facts.isApart(left, right)) {
      return Decider.Between.FORBIDDEN;
    }
    boolean stated =
        same.stream().anyMatch(left::contains) && same.stream().anyMatch(right::contains);
    List<Known> some = contents.getOrDefault(one.first(), List.of());
    List<Known> others = contents.getOrDefault(other.first(), List.of());
    if ((long) some.size() * others.size() > MOST_PAIRS) {
      return Decider.Between.FORBIDDEN;
    }
    long sum = 0;
    for (int i = 0; i < some.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        long weight = weigher.weight(some.get(i).effective(), others.get(j).effective());
        if (weigher.isForbidden() && !stated) {
          return Decider.Between.FORBIDDEN;
        }
        if (i < MOST_CONTENTS && j < MOST_CONTENTS) {
          sum += Math.max(engine.floor(), weight);
        }
      }
    }
    return sum;
  }

  /** How many records were weighed. */
  int seen() {
    return compared.size();
  }

  /** The best of them, as a decision keeps them. */
  List<WeighedCandidate> best() {
    return compared.stream()
        .sorted(BEST_FIRST)
        .limit(Decision.MAX_CANDIDATES)
        .map(this::candidate)
        .toList();
  }

  private WeighedCandidate.Bearers bearers(int comparison, RecordValues other) {
    return new WeighedCandidate.Bearers(
        terms.bearers(comparison, own.term(comparison)),
        terms.bearers(comparison, other.term(comparison)));
  }

  private WeighedCandidate candidate(Compared one) {
    Known member = one.member();
    PairAccount account = weigher.account(own, member.effective());
    List<WeighedCandidate.Answer> answers = new ArrayList<>();
    for (int i = 0; i < account.items().size(); i++) {
      PairAccount.Item item = account.items().get(i);
      if (!item.answer().isEmpty()) {
        WeighedCandidate.Bearers bearers = item.term() == 0 ? null : bearers(i, member.effective());
        answers.add(
            new WeighedCandidate.Answer(item.comparison(), item.answer(), item.counted(), bearers));
      }
    }
    return new WeighedCandidate(
        member.record(),
        member.version(),
        member.person(),
        answers,
        one.weight(),
        one.never() ? CannotLink.ASSERTED_DIFFERENT : one.forbidden() ? CannotLink.LAW : null,
        member.numbersLost());
  }
}
