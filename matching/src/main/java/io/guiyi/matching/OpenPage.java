package io.guiyi.matching;

import io.guiyi.matching.NumberBearers.Arrival;
import io.guiyi.matching.candidates.CandidateSearch;
import io.guiyi.matching.candidates.PageOverlay;
import io.guiyi.matching.candidates.RecordTerms;
import io.guiyi.matching.decide.Decider;
import io.guiyi.matching.decide.Placement;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.pair.ModelWeights;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.matching.pair.RecordWeigher;
import io.guiyi.matching.value.han.OwnershipRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The page that is being applied: the matcher's members and index, seen through an overlay. */
final class OpenPage implements MatchPage {
  private final Matcher matcher;
  private final Engine engine;
  private final PageOverlay overlay;
  private final CandidateSearch search;
  private final PageMembers members;
  private final NumberBearers numbers;
  private final NavigableSet<RecordRef> disturbed = new TreeSet<>();
  private final NavigableSet<RecordRef> postponed;
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private @Nullable Asked last;

  /**
   * What was found out about a record, good until something is placed or removed; that others move
   * changes none of it.
   *
   * @param near the records that wait and come near it, and those that belong better to it
   */
  private record Asked(
      @Nullable RecordRef self,
      @Nullable Profile profile,
      Arrival arrival,
      RecordTerms terms,
      List<RecordRef> near) {}

  OpenPage(Matcher matcher, PageOverlay overlay, CandidateSearch search) {
    this.matcher = matcher;
    this.engine = matcher.engine();
    this.overlay = overlay;
    this.search = search;
    members = new PageMembers(matcher.members());
    numbers = new NumberBearers(engine.reader(), this::bearers);
    postponed = new TreeSet<>(matcher.postponed());
    disturbed.addAll(postponed);
  }

  private List<Known> bearers(String number, @Nullable RecordRef self) {
    return known(
        search.bearers(number, engine.maker(), self, OwnershipRule.MOST_ROWS + 1).records());
  }

  private List<Known> known(Collection<RecordRef> records) {
    List<Known> known = new ArrayList<>(records.size());
    for (RecordRef record : records) {
      Known member = members.find(record);
      if (member != null) {
        known.add(member);
      }
    }
    return known;
  }

  @Override
  public Decision decide(Profile profile, @Nullable RecordRef self) {
    matcher.requireOpen(this);
    return decide(engine.reader().read(profile), profile, self);
  }

  @Override
  public Decision decide(RecordRef record) {
    matcher.requireOpen(this);
    return decide(known(record).borne(), null, record);
  }

  private Decision decide(RecordValues borne, @Nullable Profile profile, @Nullable RecordRef self) {
    Known own = self == null ? null : members.find(self);
    Arrival arrival = numbers.arrival(self, own == null ? null : own.borne(), borne);
    RecordTerms terms = engine.terms(arrival.effective(), borne);
    ModelWeights weights = engine.weights(members.size());
    CandidateSearch.Candidates found = search.find(terms, self);
    Evidence evidence = evidence(arrival, weights, found.records(), own, self);
    PersonRef person = own == null ? null : own.person();
    boolean isAlone = person != null && others(person, self).isEmpty();
    Placement placement =
        engine
            .decider()
            .decide(
                new Decider.Question(
                    evidence.standings(),
                    isAlone ? null : person,
                    isAlone ? person : null,
                    found.underSearched(),
                    !engine.reader().numbers(arrival.effective()).isEmpty(),
                    evidence::between));
    List<RecordRef> near = new ArrayList<>(evidence.waitingNear());
    near.addAll(evidence.looseNear());
    last = new Asked(self, profile, arrival, terms, near);
    return decision(
        placement,
        new Decision.Grounds(
            engine.model().hash(),
            weights.population(),
            arrival.numbersLost(),
            evidence.best(),
            evidence.seen()));
  }

  private static Decision decision(Placement placement, Decision.Grounds grounds) {
    return switch (placement) {
      case Placement.Belongs(List<PersonRef> persons) ->
          new Decision.LinkTo(persons.getFirst(), persons.subList(1, persons.size()), grounds);
      case Placement.Unknown() -> new Decision.NewPerson(grounds);
      case Placement.Ask(ReviewTrigger trigger, List<PersonRef> persons) ->
          new Decision.Review(
              trigger, persons.stream().limit(Decision.MAX_CANDIDATES).toList(), grounds);
    };
  }

  /**
   * Weighs the record against all persons, whole, and all records that wait among the candidates.
   */
  private Evidence evidence(
      Arrival arrival,
      ModelWeights weights,
      List<RecordRef> candidates,
      @Nullable Known own,
      @Nullable RecordRef self) {
    Map<RecordRef, Known> changed = new HashMap<>();
    arrival.changed().forEach(member -> changed.put(member.record(), member));
    FactBook facts = matcher.facts();
    TermBearers terms = terms(weights, arrival, self);
    RecordWeigher weigher = new RecordWeigher(weights, terms);
    Evidence evidence = new Evidence(engine, weigher, terms, facts, arrival.effective(), self);
    Set<RecordRef> near = new LinkedHashSet<>(candidates);
    if (self != null) {
      near.addAll(facts.sameAs(self));
      near.remove(self);
    }
    Set<PersonRef> persons = new LinkedHashSet<>();
    if (own != null && own.person() != null) {
      persons.add(own.person());
    }
    for (Known member : known(near)) {
      PersonRef person = member.person();
      if (person == null) {
        evidence.add(null, List.of(changed.getOrDefault(member.record(), member)));
      } else {
        persons.add(person);
      }
    }
    for (PersonRef person : persons) {
      List<Known> others = new ArrayList<>();
      others(person, self).forEach(m -> others.add(changed.getOrDefault(m.record(), m)));
      if (!others.isEmpty()) {
        evidence.add(person, others);
      }
    }
    return evidence;
  }

  private List<Known> others(PersonRef person, @Nullable RecordRef self) {
    return members.of(person).stream().filter(member -> !member.record().equals(self)).toList();
  }

  private TermBearers terms(ModelWeights weights, Arrival arrival, @Nullable RecordRef self) {
    return new TermBearers(
        weights,
        (comparison, term) -> {
          boolean own = arrival.effective().term(comparison).equals(term);
          return search.bearers(comparison, term, engine.maker(), self, ModelWeights.MOST_BEARERS)
              + (own ? 1 : 0);
        });
  }

  /** A member as the page sees it. */
  Known known(RecordRef record) {
    Known member = members.find(record);
    if (member == null) {
      throw new IllegalArgumentException(
          "record %d is not placed; place it first".formatted(record.number()));
    }
    return member;
  }

  @Override
  public void place(Member member) {
    matcher.requireOpen(this);
    RecordRef record = member.record();
    Known own = members.find(record);
    Asked asked = last;
    if (asked == null || !isAbout(asked, member, own)) {
      RecordValues borne = engine.reader().read(member.profile());
      Arrival arrival = numbers.arrival(record, own == null ? null : own.borne(), borne);
      RecordTerms terms = engine.terms(arrival.effective(), borne);
      asked = new Asked(record, member.profile(), arrival, terms, List.of());
    }
    Arrival arrival = asked.arrival();
    last = null;
    overlay.place(record, asked.terms());
    members.put(
        new Known(
            record,
            member.version(),
            member.person(),
            arrival.borne(),
            arrival.effective(),
            arrival.numbersLost()));
    settle(arrival.changed());
    if (member.person() != null) {
      disturbed.addAll(asked.near());
    }
    settled(record);
  }

  private static boolean isAbout(Asked asked, Member member, @Nullable Known own) {
    return asked.profile() == member.profile()
        && (asked.self() == null ? own == null : asked.self().equals(member.record()));
  }

  /** The values of other members change because of what came or went. */
  private void settle(Collection<Known> changed) {
    for (Known one : changed) {
      Known member = one.in(known(one.record()).person());
      members.put(member);
      overlay.place(member.record(), engine.terms(member.effective(), member.borne()));
      disturbed.add(member.record());
    }
  }

  @Override
  public void move(RecordRef record, @Nullable PersonRef person) {
    matcher.requireOpen(this);
    Known member = known(record);
    Known moved = member.in(person);
    Asked asked = last;
    boolean isAsked = asked != null && record.equals(asked.self());
    if (person != null && member.person() == null) {
      disturbed.addAll(asked != null && isAsked ? asked.near() : waitingNear(member));
    }
    if (isAsked) {
      last = null;
    }
    members.put(moved);
    overlay.place(record, engine.terms(moved.effective(), moved.borne()));
    settled(record);
  }

  private List<RecordRef> waitingNear(Known member) {
    Arrival arrival =
        new Arrival(member.borne(), member.effective(), member.numbersLost(), List.of());
    RecordTerms terms = engine.terms(member.effective(), member.borne());
    List<RecordRef> waiting =
        search.find(terms, member.record()).records().stream()
            .filter(record -> {
              Known other = members.find(record);
              return other != null && other.person() == null;
            })
            .toList();
    ModelWeights weights = engine.weights(members.size());
    return evidence(arrival, weights, waiting, null, member.record()).waitingNear();
  }

  @Override
  public List<RecordRef> recordsOf(PersonRef person) {
    return members.of(person).stream().map(Known::record).toList();
  }

  @Override
  public void remove(RecordRef record) {
    matcher.requireOpen(this);
    last = null;
    Known own = members.find(record);
    overlay.remove(record);
    members.remove(record);
    settled(record);
    if (own != null) {
      settle(numbers.departure(record, own.borne()));
    }
  }

  @Override
  public void state(PairFact fact) {
    matcher.requireOpen(this);
    if (matcher.facts().state(fact)) {
      undo.push(() -> matcher.facts().withdraw(fact));
    }
  }

  @Override
  public void withdraw(PairFact fact) {
    matcher.requireOpen(this);
    if (matcher.facts().withdraw(fact)) {
      undo.push(() -> matcher.facts().state(fact));
    }
  }

  @Override
  public List<RecordRef> disturbed() {
    matcher.requireOpen(this);
    List<RecordRef> some = new ArrayList<>();
    while (!disturbed.isEmpty() && some.size() < MOST_DISTURBED) {
      RecordRef record = disturbed.first();
      settled(record);
      if (members.find(record) != null) {
        some.add(record);
      }
    }
    return some;
  }

  private void settled(RecordRef record) {
    disturbed.remove(record);
    postponed.remove(record);
  }

  @Override
  public void postpone() {
    matcher.requireOpen(this);
    postponed.addAll(disturbed);
    disturbed.clear();
  }

  @Override
  public void keep(long lastChange) {
    matcher.keep(this, overlay, members, postponed, lastChange);
  }

  @Override
  public void drop() {
    matcher.drop(this);
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }
}
