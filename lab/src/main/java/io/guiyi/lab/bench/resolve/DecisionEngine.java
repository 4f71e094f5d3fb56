package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.bench.resolve.Arrivals.Arrival;
import io.guiyi.lab.bench.resolve.Arrivals.Kind;
import io.guiyi.matching.Decision;
import io.guiyi.matching.MatchPage;
import io.guiyi.matching.Matcher;
import io.guiyi.matching.Member;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.TermKey;
import io.guiyi.matching.model.KeptModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole engine, from the record in hand to the decision and what follows from it: persons are
 * joined, and records that it disturbed are decided about again. Its clock runs for all of that.
 */
final class DecisionEngine implements MeasuredEngine {
  /** Persons that the engine made of somebody who was there already. */
  private static final long FIRST_MADE = 1L << 40;

  private static final int MOST_AGAIN = 4;

  private final Matcher matcher;
  private final Map<Long, Integer> residentOfMade = new HashMap<>();
  private final BitSet known = new BitSet();
  private long made = FIRST_MADE;
  private long[] personOf = new long[1 << 16];
  private int[] residentOf = new int[1 << 16];
  private int records;
  private @Nullable MatchPage page;

  DecisionEngine(Path folder, KeptModel model, TermKey key) {
    matcher = Matcher.open(folder, model, key);
  }

  private RecordRef named(int resident) {
    if (records == residentOf.length) {
      residentOf = Arrays.copyOf(residentOf, 2 * records);
      personOf = Arrays.copyOf(personOf, 2 * records);
    }
    residentOf[records++] = resident;
    return new RecordRef(records);
  }

  @Override
  public void load(Arrival arrival) {
    RecordRef record = named(arrival.resident());
    personOf[records - 1] = arrival.resident();
    known.set(arrival.resident());
    matcher.reindex(new Member(record, 1, new PersonRef(arrival.resident()), arrival.profile()));
  }

  @Override
  public Answer arrive(Arrival arrival) {
    MatchPage open = page == null ? matcher.beginPage() : page;
    page = open;
    Decision decision = open.decide(arrival.profile(), null);
    RecordRef record = named(arrival.resident());
    PersonRef person = person(decision, arrival.resident());
    open.place(new Member(record, 1, person, arrival.profile()));
    personOf[records - 1] = person == null ? 0 : person.number();
    join(decision, open);
    settleDisturbed(open);
    return new Answer(outcome(arrival, decision), decision.candidatesSeen(), false);
  }

  private @Nullable PersonRef person(Decision decision, int resident) {
    return switch (decision) {
      case Decision.LinkTo link -> link.person();
      case Decision.Review _ -> null;
      case Decision.NewPerson _ -> {
        if (!known.get(resident)) {
          known.set(resident);
          yield new PersonRef(resident);
        }
        residentOfMade.put(++made, resident);
        yield new PersonRef(made);
      }
    };
  }

  private void join(Decision decision, MatchPage open) {
    if (decision instanceof Decision.LinkTo(var person, var absorbed, _)) {
      for (PersonRef other : absorbed) {
        for (RecordRef record : open.recordsOf(other)) {
          move(record, person, open);
        }
      }
    }
  }

  private void move(RecordRef record, @Nullable PersonRef person, MatchPage open) {
    open.move(record, person);
    personOf[(int) record.number() - 1] = person == null ? 0 : person.number();
  }

  private void settleDisturbed(MatchPage open) {
    List<RecordRef> disturbed = open.disturbed();
    for (int round = 0; round < MOST_AGAIN && !disturbed.isEmpty(); round++) {
      for (RecordRef record : disturbed) {
        Decision decision = open.decide(record);
        long before = personOf[(int) record.number() - 1];
        switch (decision) {
          case Decision.LinkTo link -> {
            if (link.person().number() != before) {
              move(record, link.person(), open);
            }
            join(decision, open);
          }
          case Decision.NewPerson _ -> {
            PersonRef person = person(decision, residentOf[(int) record.number() - 1]);
            move(record, person, open);
          }
          case Decision.Review _ -> {
            // It goes on waiting, or stays where it is until a steward has looked.
          }
        }
      }
      disturbed = open.disturbed();
    }
  }

  private Outcome outcome(Arrival arrival, Decision decision) {
    return switch (decision) {
      case Decision.Review _ -> Outcome.REVIEWED;
      case Decision.NewPerson _ -> arrival.kind() == Kind.NEW ? Outcome.RIGHT : Outcome.MISSED;
      case Decision.LinkTo(var person, var absorbed, _) ->
          Stream.concat(Stream.of(person), absorbed.stream())
                  .allMatch(one -> resident(one) == arrival.resident())
              ? Outcome.RIGHT
              : Outcome.WRONG;
    };
  }

  private int resident(PersonRef person) {
    return residentOfMade.getOrDefault(person.number(), (int) person.number());
  }

  @Override
  public void keep() {
    MatchPage open = page;
    page = null;
    if (open == null) {
      matcher.settle(records);
    } else {
      open.keep(records);
    }
  }

  @Override
  public int segments() {
    return matcher.segments();
  }

  @Override
  public void close() {
    matcher.close();
  }
}
