package io.guiyi.registry.steward;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.person.PersonIds;
import io.guiyi.registry.person.PersonStore;
import io.guiyi.registry.resolve.Changed;
import io.guiyi.registry.resolve.IdentityChange;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stewards' door to the register. */
@Component
public class Stewardship {
  /** The most lines of one reading. */
  public static final int MAX_LINES = CaseDecisions.LINES_MAX;

  /** The most records that one verdict may be about. */
  public static final int MAX_RECORDS = 200;

  private static final String PREVIEW = "preview";

  private final Transactions transactions;
  private final Resolver resolver;
  private final VerdictRooms rooms;
  private final CaseReader reader;
  private final PersonStore persons;
  private final PersonIds ids;

  Stewardship(
      Transactions transactions,
      Resolver resolver,
      VerdictRooms rooms,
      CaseReader reader,
      PersonStore persons,
      PersonIds ids) {
    this.transactions = transactions;
    this.resolver = resolver;
    this.rooms = rooms;
    this.reader = reader;
    this.persons = persons;
    this.ids = ids;
  }

  /**
   * Open cases, oldest first.
   *
   * @param trigger only these; null for all
   * @param after the last case of the page before; null to begin
   * @param limit 1 to {@link #MAX_LINES}
   * @throws IllegalArgumentException if there is no case of the name {@code after}
   */
  public List<CaseLine> open(@Nullable ReviewTrigger trigger, @Nullable String after, int limit) {
    checkLimit(limit);
    return transactions.inTransaction(session -> reader.open(session, trigger, after, limit));
  }

  /** How many cases are open, by trigger. */
  public Map<ReviewTrigger, Long> openCounts() {
    return transactions.inTransaction(rooms.cases()::openCounts);
  }

  /** A case, open or closed; empty if there is none of that name. */
  public Optional<CaseView> show(String caseId) {
    return transactions.inTransaction(session ->
        rooms.cases().byPublicId(session, caseId).map(question -> reader.show(session, question)));
  }

  /** Persons with their records; empty if one of them is not known. */
  public Optional<PersonsView> persons(List<PersonId> named) {
    return transactions.inTransaction(session -> reader.persons(session, named));
  }

  /** The records of these numbers that are held, as stewards see them. */
  public Map<RecordRef, RecordView> records(Collection<RecordRef> numbers) {
    return transactions.inTransaction(session -> reader.records(session, numbers));
  }

  /**
   * What a verdict would touch, without doing it.
   *
   * @throws io.guiyi.registry.leadership.NoLongerLeader when another hub leads
   */
  public Preview preview(Verdict verdict) {
    return rehearse(new VerdictChange(rooms, verdict, PREVIEW, PREVIEW, null));
  }

  /** What the undo of a decision would touch, without doing it. */
  public Preview previewUndo(long decision) {
    return rehearse(new UndoChange(rooms, decision, PREVIEW, PREVIEW));
  }

  /**
   * Decides.
   *
   * @throws io.guiyi.registry.leadership.NoLongerLeader when another hub leads
   */
  public VerdictOutcome decide(VerdictCommand command) {
    return make(
        new VerdictChange(
            rooms, command.verdict(), command.author(), command.reason(), command.seen()));
  }

  /**
   * Takes a decision back: everything stands as before it.
   *
   * @param author the steward's account
   * @param reason why
   */
  public VerdictOutcome undo(long decision, String author, String reason) {
    return make(
        new UndoChange(
            rooms,
            decision,
            VerdictCommand.required("author", author, VerdictCommand.AUTHOR_MAX),
            VerdictCommand.required("reason", reason, VerdictCommand.REASON_MAX)));
  }

  /** What stewards decided, newest first, at most {@code limit}. */
  public List<CaseDecision> decisions(int limit) {
    checkLimit(limit);
    return transactions.inTransaction(session -> rooms.decisions().newest(session, limit));
  }

  /** One decision; empty if there is none of that number. */
  public Optional<CaseDecision> decision(long number) {
    return transactions.inTransaction(session -> rooms.decisions().one(session, number));
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MAX_LINES) {
      throw new IllegalArgumentException(
          "%d lines cannot be read at once; ask for 1 to %d".formatted(limit, MAX_LINES));
    }
  }

  private VerdictOutcome make(IdentityChange<Ruled> change) {
    try {
      long number = resolver.change(change).answer().number();
      return new VerdictOutcome.Decided(decision(number).orElseThrow());
    } catch (VerdictRefused refused) {
      return refused.outcome();
    }
  }

  private Preview rehearse(IdentityChange<Ruled> change) {
    try {
      Changed<Ruled> changed = resolver.rehearse(change);
      return transactions.inTransaction(session -> effect(session, changed));
    } catch (VerdictRefused refused) {
      return new Preview.Impossible(
          switch (refused.outcome()) {
            case VerdictOutcome.Refused outcome -> outcome;
            // Nothing is expected of what a preview is about, but that a case is open.
            case VerdictOutcome.Stale(String why) ->
                new VerdictOutcome.Refused(VerdictOutcome.Refusal.MEANINGLESS, why);
            case VerdictOutcome.Decided _ ->
                throw new IllegalStateException("a command cannot be done and refused", refused);
          });
    }
  }

  private Preview effect(StatelessSession session, Changed<Ruled> changed) {
    Ruled ruled = changed.answer();
    Map<PersonRef, PersonId> names = names(session, changed);
    List<Preview.Move> moves =
        ruled.moves().stream()
            .map(move ->
                new Preview.Move(
                    move.record().number(), name(names, move.before()), name(names, move.after())))
            .toList();
    return new Preview.Effect(
        moves,
        ruled.merged().keySet().stream().sorted().map(names::get).toList(),
        changed.persons().stream().map(PersonHead::id).toList(),
        followers(session, changed.persons()),
        count(ruled, PairFact.Kind.NEVER_LINK),
        count(ruled, PairFact.Kind.ALWAYS_LINK),
        ruled.standing(),
        ruled.seen().token());
  }

  private static int count(Ruled ruled, PairFact.Kind kind) {
    long stated = ruled.stated().stream().filter(fact -> fact.kind() == kind).count();
    long withdrawn = ruled.withdrawn().stream().filter(fact -> fact.kind() == kind).count();
    return Math.toIntExact(stated - withdrawn);
  }

  /** The names of all persons it is about; of those that would be founded too. */
  private Map<PersonRef, PersonId> names(StatelessSession session, Changed<Ruled> changed) {
    Set<PersonRef> all = new HashSet<>(changed.answer().persons());
    changed
        .answer()
        .moves()
        .forEach(move -> {
          if (move.before() != null) {
            all.add(move.before());
          }
          if (move.after() != null) {
            all.add(move.after());
          }
        });
    Map<PersonRef, PersonId> names = new HashMap<>();
    all.forEach(person -> names.put(person, ids.of(person)));
    persons.heads(session, all).values().forEach(head -> names.put(head.person(), head.id()));
    changed.persons().forEach(head -> names.put(head.person(), head.id()));
    return names;
  }

  private static @Nullable PersonId name(
      Map<PersonRef, PersonId> names, @Nullable PersonRef person) {
    return person == null ? null : names.get(person);
  }

  private static List<String> followers(StatelessSession session, List<PersonHead> changed) {
    List<Long> numbers = new ArrayList<>();
    changed.forEach(head -> numbers.add(head.person().number()));
    return session
        .createNativeQuery(
            "select distinct subscriber from feed_entry where person_id = any(:persons)"
                + " order by subscriber",
            String.class)
        .setParameter("persons", numbers.toArray(Long[]::new), Long[].class)
        .getResultList();
  }
}
