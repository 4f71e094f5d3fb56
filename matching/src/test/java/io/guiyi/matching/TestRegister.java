package io.guiyi.matching;

import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.pair.RecordValues;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Does what the register does with decisions: links, merges, founds, lets wait, decides again. */
public final class TestRegister {
  private static final int MOST_AGAIN = 10_000;

  private final Matcher matcher;
  private final Map<RecordRef, PersonRef> persons = new TreeMap<>();
  private final Map<RecordRef, Profile> profiles = new TreeMap<>();
  private MatchPage page;
  private long nextPerson = 1;
  private long pages;
  private long decidedAgain;

  /** A register that nothing is in. */
  public TestRegister(Matcher matcher) {
    this.matcher = matcher;
    page = matcher.beginPage();
  }

  /** The page that is open. */
  public MatchPage page() {
    return page;
  }

  /** Moves what came into the index. */
  public void nextPage() {
    page.keep(++pages);
    page = matcher.beginPage();
  }

  /** A record comes, or comes again with other values. */
  public Decision arrive(long number, Profile profile) {
    RecordRef record = new RecordRef(number);
    boolean known = profiles.put(record, profile) != null;
    Decision decision = page.decide(profile, known ? record : null);
    PersonRef person = settle(record, decision);
    page.place(new Member(record, 1, person, profile));
    remember(record, person);
    decideAgain();
    return decision;
  }

  /** A record is linked by hand. */
  public void link(long number, @Nullable PersonRef person) {
    RecordRef record = new RecordRef(number);
    page.move(record, person);
    remember(record, person);
  }

  /** A record goes. */
  public void leave(long number) {
    RecordRef record = new RecordRef(number);
    page.remove(record);
    profiles.remove(record);
    persons.remove(record);
    decideAgain();
  }

  /** Decides again about whatever is disturbed, until nothing is. */
  public void decideAgain() {
    Deque<RecordRef> open = new ArrayDeque<>(page.disturbed());
    for (int count = 0; !open.isEmpty(); count++) {
      if (count > MOST_AGAIN) {
        throw new AssertionError("deciding again does not end");
      }
      decidedAgain++;
      RecordRef record = open.remove();
      PersonRef before = persons.get(record);
      PersonRef after = settle(record, page.decide(record));
      if (before == null ? after != null : !before.equals(after)) {
        page.move(record, after);
        remember(record, after);
      }
      if (open.isEmpty()) {
        open.addAll(page.disturbed());
      }
    }
  }

  private @Nullable PersonRef settle(RecordRef record, Decision decision) {
    return switch (decision) {
      case Decision.LinkTo link -> {
        for (PersonRef absorbed : link.absorbed()) {
          for (RecordRef other : page.recordsOf(absorbed)) {
            page.move(other, link.person());
            remember(other, link.person());
          }
        }
        yield link.person();
      }
      case Decision.NewPerson _ -> new PersonRef(nextPerson++);
      case Decision.Review review ->
          review.trigger() == ReviewTrigger.CHANGED_UNDER_LINK ? persons.get(record) : null;
    };
  }

  private void remember(RecordRef record, @Nullable PersonRef person) {
    if (person == null) {
      persons.remove(record);
    } else {
      persons.put(record, person);
    }
  }

  /** The values with which a record came last. */
  public Profile profile(long number) {
    return Objects.requireNonNull(profiles.get(new RecordRef(number)));
  }

  /** A record's values without numbers that are somebody else's. */
  RecordValues effective(long number) {
    return ((OpenPage) page).known(new RecordRef(number)).effective();
  }

  /** The person of a record; null if it waits. */
  public @Nullable PersonRef person(long number) {
    return persons.get(new RecordRef(number));
  }

  /** The number of a record's person; if it waits, a negative number of its own. */
  public long cluster(long number) {
    PersonRef person = person(number);
    return person == null ? -number : person.number();
  }

  /** How often a record was decided about again. */
  public long decidedAgain() {
    return decidedAgain;
  }
}
