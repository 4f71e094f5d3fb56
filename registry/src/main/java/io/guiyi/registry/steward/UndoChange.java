package io.guiyi.registry.steward;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.person.Person;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.resolve.Identity;
import io.guiyi.registry.resolve.IdentityChange;
import io.guiyi.registry.review.ReviewCase;
import io.guiyi.registry.steward.VerdictOutcome.Refusal;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes a decision back: its facts hold no longer, its records stand where they stood, persons that
 * it merged live again under their old ids, persons that it founded lead back, its case is open
 * again. What joined the persons since is decided about again.
 */
final class UndoChange implements IdentityChange<Ruled> {
  private final VerdictRooms rooms;
  private final long undone;
  private final String author;
  private final String reason;

  UndoChange(VerdictRooms rooms, long undone, String author, String reason) {
    this.rooms = rooms;
    this.undone = undone;
    this.author = author;
    this.reason = reason;
  }

  @Override
  public PersonChange.Cause cause() {
    return PersonChange.Cause.STEWARD;
  }

  @Override
  public Ruled make(Identity identity) {
    CaseDecision decision = undoable(identity);
    Touched touched = rooms.decisions().touched(identity.session(), undone);
    refuseIfBuiltUpon(identity, decision, touched);
    ReviewCase question =
        rooms
            .decisions()
            .question(identity.session(), undone)
            .flatMap(id -> rooms.cases().one(identity.session(), id))
            .orElse(null);
    VerdictWork work =
        new VerdictWork(
            rooms,
            identity,
            new VerdictWork.Order(
                Verdict.Kind.UNDO,
                question,
                author,
                reason,
                rooms.seen().ofPersons(identity.session(), persons(touched)),
                undone),
            Numbers.one(identity.session(), Sequence.CASE_DECISION));
    work.withdraw(undone);
    Set<RecordRef> since = since(identity, touched);
    moveBack(identity, work, touched);
    since.forEach(identity::decideAgain);
    leadBack(identity, work, touched);
    for (ReviewCase answered : rooms.cases().answeredBy(identity.session(), undone)) {
      rooms.cases().reopen(identity.session(), answered, identity.now());
      if (rooms.seen().isOvertaken(identity.session(), answered)) {
        identity.decideAgain(answered.record());
      }
    }
    return work.finish();
  }

  private CaseDecision undoable(Identity identity) {
    CaseDecision decision =
        rooms
            .decisions()
            .one(identity.session(), undone)
            .orElseThrow(
                () -> VerdictRefused.of(Refusal.UNKNOWN, "there is no decision %d", undone));
    if (decision.kind() == Verdict.Kind.UNDO) {
      throw VerdictRefused.of(
          Refusal.MEANINGLESS, "decision %d is an undo; decide anew instead", undone);
    }
    if (decision.undoneBy() != null) {
      throw VerdictRefused.of(
          Refusal.BUILT_UPON,
          "decision %d is undone already, by decision %d",
          undone,
          decision.undoneBy());
    }
    return decision;
  }

  private void refuseIfBuiltUpon(Identity identity, CaseDecision decision, Touched touched) {
    Set<PersonRef> persons = persons(touched);
    List<RecordRef> records = decision.records().stream().map(RecordRef::new).toList();
    rooms.decisions().standing(identity.session(), persons, records, undone).stream()
        .findFirst()
        .ifPresent(later -> {
          throw VerdictRefused.of(
              Refusal.BUILT_UPON,
              "decision %d about the same persons came after decision %d; undo that one first",
              later.number(),
              undone);
        });
    for (Identity.Move move : touched.moves()) {
      PersonRef now = identity.personOf(move.record());
      PersonRef put = move.after();
      if (!Objects.equals(now, put == null ? null : living(identity, put))) {
        throw VerdictRefused.of(
            Refusal.BUILT_UPON,
            "record %d no longer stands where decision %d put it; decide anew instead",
            move.record().number(),
            undone);
      }
    }
  }

  private static Set<PersonRef> persons(Touched touched) {
    Set<PersonRef> persons = new TreeSet<>();
    for (Identity.Move move : touched.moves()) {
      add(persons, move.before());
      add(persons, move.after());
    }
    for (Touched.Merged merged : touched.merged()) {
      persons.addAll(List.of(merged.person(), merged.into()));
    }
    return persons;
  }

  private static void add(Set<PersonRef> persons, @Nullable PersonRef person) {
    if (person != null) {
      persons.add(person);
    }
  }

  private static PersonRef living(Identity identity, PersonRef person) {
    PersonHead head = identity.heads(List.of(person)).get(person);
    PersonRef into = head == null ? null : head.mergedInto();
    return into == null ? person : into;
  }

  /**
   * The records that joined where the decision put records, because of them or since; they stood in
   * none of its persons then. Whoever is in a person that it founded joined it since.
   */
  private static Set<RecordRef> since(Identity identity, Touched touched) {
    Set<RecordRef> since = new TreeSet<>();
    for (Touched.Merged merged : touched.merged()) {
      since.addAll(identity.recordsOf(living(identity, merged.into())));
    }
    for (Identity.Move move : touched.moves()) {
      PersonRef after = move.after();
      if (after != null) {
        since.addAll(identity.recordsOf(living(identity, after)));
      }
    }
    touched.stood().forEach(since::remove);
    touched.founded().forEach(founded -> since.addAll(identity.recordsOf(founded)));
    touched.moves().forEach(move -> since.remove(move.record()));
    return since;
  }

  private void moveBack(Identity identity, VerdictWork work, Touched touched) {
    Set<PersonRef> parted = new TreeSet<>();
    for (Touched.Merged merged : touched.merged()) {
      if (isMerged(identity, merged.person())) {
        identity.revive(merged.person());
        identity.redirect(merged.led(), merged.person());
        parted.add(living(identity, merged.into()));
      }
    }
    Set<PersonRef> revived = new HashSet<>();
    touched.merged().forEach(merged -> revived.add(merged.person()));
    for (Identity.Move move : touched.moves()) {
      PersonRef before = move.before();
      if (before == null) {
        identity.unlink(move.record(), work.ground());
      } else {
        PersonRef home = revived.contains(before) ? before : living(identity, before);
        identity.link(move.record(), home, work.ground());
      }
    }
    parted.forEach(identity::markSplit);
  }

  private static boolean isMerged(Identity identity, PersonRef person) {
    PersonHead head = identity.heads(List.of(person)).get(person);
    return head != null && head.standing() == Person.Standing.MERGED;
  }

  /** A person that the decision founded and that is empty now leads to where its records went. */
  private static void leadBack(Identity identity, VerdictWork work, Touched touched) {
    for (PersonRef founded : touched.founded()) {
      List<PersonRef> homes = new ArrayList<>();
      touched.moves().stream()
          .filter(move -> founded.equals(move.after()))
          .map(move -> identity.personOf(move.record()))
          .filter(Objects::nonNull)
          .forEach(homes::add);
      if (identity.recordsOf(founded).isEmpty() && !homes.isEmpty()) {
        identity.merge(founded, homes.getFirst(), work.ground());
      }
    }
  }
}
