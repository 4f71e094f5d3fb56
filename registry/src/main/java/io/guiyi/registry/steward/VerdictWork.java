package io.guiyi.registry.steward;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.decision.LinkFact;
import io.guiyi.registry.resolve.Identity;
import io.guiyi.registry.resolve.LinkGround;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.registry.steward.VerdictOutcome.Refusal;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.Sm3;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a steward in the making: what it states, what it moves, and at the end how it is
 * kept. Lives for one transaction, in one thread.
 */
final class VerdictWork {
  /**
   * What is ordered.
   *
   * @param question the case that is answered; null if none
   * @param undoes the decision that is taken back; null if none
   */
  record Order(
      Verdict.Kind kind,
      @Nullable ReviewCase question,
      String author,
      String reason,
      Seen seen,
      @Nullable Long undoes) {}

  private final VerdictRooms rooms;
  private final Identity identity;
  private final Order order;
  private final long number;
  private final LinkGround ground;
  private final List<PairFact> stated = new ArrayList<>();
  private final List<PairFact> withdrawn = new ArrayList<>();
  private final Set<PersonRef> founded = new TreeSet<>();

  VerdictWork(VerdictRooms rooms, Identity identity, Order order, long number) {
    this.rooms = rooms;
    this.identity = identity;
    this.order = order;
    this.number = number;
    this.ground = LinkGround.asserted(number);
  }

  LinkGround ground() {
    return ground;
  }

  /** The facts that hold about these records, and about those that go with them. */
  PairFacts facts(Collection<RecordRef> some, Collection<RecordRef> others) {
    Set<RecordRef> all = new HashSet<>(some);
    all.addAll(others);
    if (all.size() > Stewardship.MAX_RECORDS) {
      throw VerdictRefused.of(
          Refusal.TOO_LARGE,
          "the verdict is about %d records; one may be about %d. Split smaller parts off first",
          all.size(),
          Stewardship.MAX_RECORDS);
    }
    List<LinkFact> held = rooms.facts().about(identity.session(), all);
    int known = 0;
    while (all.size() > known) {
      known = all.size();
      held.stream()
          .map(LinkFact::fact)
          .filter(fact -> fact.kind() == PairFact.Kind.ALWAYS_LINK)
          .forEach(fact -> all.addAll(List.of(fact.a(), fact.b())));
      held = rooms.facts().about(identity.session(), all);
    }
    return new PairFacts(held);
  }

  /** The machine keeps to these from now on. */
  void state(PairFacts facts) {
    facts.stated().forEach(identity::state);
    stated.addAll(facts.stated());
  }

  /** The machine need not keep to these any more. */
  void withdraw(long decision) {
    rooms
        .facts()
        .of(identity.session(), decision)
        .forEach(fact -> {
          identity.withdraw(fact.fact());
          withdrawn.add(fact.fact());
        });
  }

  /**
   * All these records stand in one person from now on: the oldest of those that wholly consist of
   * them, to which the others lead.
   *
   * @param persons some of those persons; whoever has no record any more has to be named
   */
  void gather(Collection<PersonRef> persons, Set<RecordRef> all) {
    Set<PersonRef> whole = new TreeSet<>(persons);
    for (RecordRef record : all) {
      PersonRef held = identity.personOf(record);
      if (held != null && all.containsAll(identity.recordsOf(held))) {
        whole.add(held);
      }
    }
    PersonRef survivor = whole.iterator().next();
    whole.stream().skip(1).forEach(absorbed -> identity.merge(absorbed, survivor, ground));
    all.forEach(record -> identity.link(record, survivor, ground));
  }

  /** Keeps what was done, and answers the case. */
  Ruled finish() {
    List<Identity.Move> moves = identity.moves();
    Set<PersonRef> persons = new TreeSet<>();
    order.seen().persons().forEach(one -> persons.add(new PersonRef(one.number())));
    for (Identity.Move move : moves) {
      addPersons(persons, move);
    }
    identity.merged().forEach((absorbed, survivor) -> persons.addAll(List.of(absorbed, survivor)));
    Set<RecordRef> records = new TreeSet<>();
    moves.forEach(move -> records.add(move.record()));
    stated.forEach(fact -> records.addAll(List.of(fact.a(), fact.b())));
    ReviewCase question = order.question();
    if (question != null) {
      records.add(question.record());
    }
    List<CaseDecision> standing =
        rooms.decisions().standing(identity.session(), touched(moves), records, 0);
    keep(moves, persons, records);
    return new Ruled(
        number,
        moves,
        identity.merged(),
        List.copyOf(stated),
        List.copyOf(withdrawn),
        List.copyOf(persons),
        standing,
        order.seen());
  }

  /** The persons whose records moved: only about them decisions stand on one another. */
  private Set<PersonRef> touched(List<Identity.Move> moves) {
    Set<PersonRef> persons = new TreeSet<>();
    moves.forEach(move -> addPersons(persons, move));
    identity.merged().forEach((absorbed, survivor) -> persons.addAll(List.of(absorbed, survivor)));
    return persons;
  }

  private void addPersons(Set<PersonRef> persons, Identity.Move move) {
    if (move.before() != null) {
      persons.add(move.before());
    }
    PersonRef after = move.after();
    if (after != null) {
      persons.add(after);
      if (identity.isFounded(after)) {
        founded.add(after);
      }
    }
  }

  private void keep(List<Identity.Move> moves, Set<PersonRef> persons, Set<RecordRef> records) {
    List<Touched.Merged> merged = new ArrayList<>();
    identity
        .merged()
        .forEach((absorbed, survivor) ->
            merged.add(new Touched.Merged(absorbed, survivor, identity.redirected(absorbed))));
    Set<RecordRef> stood = new TreeSet<>();
    moves.forEach(move -> stood.add(move.record()));
    touched(moves).forEach(person -> stood.addAll(identity.recordsOf(person)));
    Touched touched = new Touched(moves, merged, List.copyOf(founded), List.copyOf(stood));
    ReviewCase question = order.question();
    CaseDecisions.Kept kept =
        new CaseDecisions.Kept(
            number,
            order.kind(),
            question == null ? null : (Long) question.id(),
            order.author(),
            order.reason(),
            order.seen(),
            touched,
            order.undoes());
    Set<PersonRef> found = touched(moves);
    found.addAll(persons.stream().filter(_ -> moves.isEmpty()).toList());
    rooms.decisions().append(identity.session(), kept, found, records, identity.now());
    rooms.facts().append(identity.session(), stated, number, identity.now());
    Long undoes = order.undoes();
    if (undoes != null) {
      rooms.facts().withdraw(identity.session(), undoes, number, identity.now());
    } else {
      answer(moves, question);
    }
    audit(moves, question);
  }

  /** The case, and those about other records that the decision moved: both are answered by it. */
  private void answer(List<Identity.Move> moves, @Nullable ReviewCase question) {
    if (question != null) {
      rooms.cases().answer(identity.session(), question.id(), number, identity.now());
    }
    List<RecordRef> moved = moves.stream().map(Identity.Move::record).toList();
    rooms.cases().answerAbout(identity.session(), moved, number, identity.now());
  }

  /** A digest stands for the moves, of which there may be any number; the decision keeps them. */
  private void audit(List<Identity.Move> moves, @Nullable ReviewCase question) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("decision", number);
    if (question != null) {
      detail.put("case", question.publicId());
    }
    if (order.undoes() != null) {
      detail.put("undoes", order.undoes());
    }
    detail.put("moves", moves.size());
    detail.put("movesSm3", Sm3.of(RegisterJson.bytes(moves)).hex());
    detail.put("stated", stated.size());
    detail.put("withdrawn", withdrawn.size());
    detail.put("seen", order.seen().token());
    rooms
        .audit()
        .append(
            order.author(),
            "identity." + order.kind().name().toLowerCase(Locale.ROOT),
            "decision " + number,
            RegisterJson.text(detail));
  }
}
