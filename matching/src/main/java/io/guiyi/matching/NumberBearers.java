package io.guiyi.matching;

import io.guiyi.matching.column.LongOrder;
import io.guiyi.matching.normalize.NumberTitle;
import io.guiyi.matching.pair.RecordReader;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.han.OwnNumber;
import io.guiyi.matching.value.han.OwnershipRule;
import io.guiyi.matching.value.han.OwnershipRule.Bearer;
import io.guiyi.records.identity.IdNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies the {@link OwnershipRule} where records come one by one: who loses a number because of a
 * record that comes, changes or goes. Gives what it gives in a table of the same records.
 */
final class NumberBearers {
  private final RecordReader reader;
  private final LookUp lookUp;

  /** Finds who bears a number. */
  @FunctionalInterface
  interface LookUp {
    /** Those who do, but {@code self}; one more than {@link OwnershipRule#MOST_ROWS} at most. */
    List<Known> bearers(String number, @Nullable RecordRef self);
  }

  NumberBearers(RecordReader reader, LookUp lookUp) {
    this.reader = reader;
    this.lookUp = lookUp;
  }

  /**
   * What a record's coming does.
   *
   * @param borne its values as the row bears them
   * @param effective the same without the numbers that are somebody else's
   * @param numbersLost which those are
   * @param changed the other members whose effective values change, as they then are
   */
  record Arrival(
      RecordValues borne, RecordValues effective, int numbersLost, Collection<Known> changed) {}

  /**
   * Works out what changes.
   *
   * @param self the record, if it is known already
   * @param before its values so far; null if it is new
   * @param borne its values from now on
   */
  Arrival arrival(@Nullable RecordRef self, @Nullable RecordValues before, RecordValues borne) {
    Map<Long, Known> changed = new LinkedHashMap<>();
    List<IdNumber> numbers = reader.numbers(borne);
    int lost = 0;
    for (int place = 0; place < numbers.size(); place++) {
      if (settle(numbers.get(place).text(), self, borne, changed)) {
        lost |= 1 << place;
      }
    }
    leave(self, before, borne, changed);
    return new Arrival(borne, without(borne, lost), lost, changed.values());
  }

  /** Works out what changes when a record goes. */
  Collection<Known> departure(RecordRef self, RecordValues before) {
    Map<Long, Known> changed = new LinkedHashMap<>();
    leave(self, before, null, changed);
    return changed.values();
  }

  private void leave(
      @Nullable RecordRef self,
      @Nullable RecordValues before,
      @Nullable RecordValues borne,
      Map<Long, Known> changed) {
    List<IdNumber> kept = borne == null ? List.of() : reader.numbers(borne);
    for (IdNumber number : before == null ? List.<IdNumber>of() : reader.numbers(before)) {
      if (!kept.contains(number)) {
        settle(number.text(), self, null, changed);
      }
    }
  }

  /** Settles whose a number is; true if {@code arriving} loses it. */
  private boolean settle(
      String number,
      @Nullable RecordRef self,
      @Nullable RecordValues arriving,
      Map<Long, Known> changed) {
    List<Known> others = lookUp.bearers(number, self);
    if (others.isEmpty()) {
      return false;
    }
    List<Bearer> bearers = new ArrayList<>(others.size() + 1);
    others.forEach(other -> bearers.add(bearer(other.borne())));
    if (arriving != null) {
      bearers.add(bearer(arriving));
    }
    BitSet losers = OwnershipRule.losers(bearers);
    for (int i = 0; i < others.size(); i++) {
      Known other = others.get(i);
      Known known = changed.getOrDefault(other.record().number(), other);
      Known now = settled(known, number, losers.get(i));
      if (now.numbersLost() != known.numbersLost()) {
        changed.put(other.record().number(), now);
      }
    }
    return losers.get(others.size());
  }

  private Bearer bearer(RecordValues borne) {
    OwnNumber number = reader.number(borne);
    NumberTitle title = number == null ? NumberTitle.UNCONFIRMED : number.title();
    return new Bearer(reader.name(borne), title, 1);
  }

  private Known settled(Known member, String number, boolean loses) {
    int lost = member.numbersLost();
    List<IdNumber> numbers = reader.numbers(member.borne());
    for (int place = 0; place < numbers.size(); place++) {
      if (numbers.get(place).text().equals(number)) {
        lost = loses ? lost | 1 << place : lost & ~(1 << place);
      }
    }
    return lost == member.numbersLost() ? member : member.with(without(member.borne(), lost), lost);
  }

  private RecordValues without(RecordValues borne, int lost) {
    if (lost == 0) {
      return borne;
    }
    List<String> texts = new ArrayList<>();
    List<IdNumber> numbers = reader.numbers(borne);
    for (int place = 0; place < numbers.size(); place++) {
      if ((lost >> place & 1) == 1) {
        texts.add(numbers.get(place).text());
      }
    }
    return reader.without(borne, texts);
  }

  /**
   * Settles all numbers of all members at once.
   *
   * @param changed takes the members whose effective values change
   * @param formerNumbers hashes of the numbers that members bore before
   * @param pending members that are to be written to the index; whoever shares a number with one of
   *     them, or bears a former number, is added
   */
  static void settleAll(
      RecordReader reader,
      Collection<Known> all,
      Consumer<Known> changed,
      Set<Long> formerNumbers,
      Set<RecordRef> pending) {
    List<Known> members = new ArrayList<>();
    long[] numbers = new long[Math.max(16, all.size())];
    int size = 0;
    for (Known member : all) {
      for (IdNumber number : reader.numbers(member.borne())) {
        if (size == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = Hash64.of(number.text());
        members.add(member);
      }
    }
    int[] places = new int[size];
    Arrays.setAll(places, i -> i);
    LongOrder.sort(numbers, places, size);
    Map<Long, Known> known = new LinkedHashMap<>();
    for (int start = 0, end = 1; start < size; start = end, end++) {
      while (end < size && numbers[end] == numbers[start]) {
        end++;
      }
      if (end - start > 1 || members.get(places[start]).numbersLost() != 0) {
        Set<Known> sharing = new LinkedHashSet<>();
        for (int i = start; i < end; i++) {
          sharing.add(members.get(places[i]));
        }
        settleShared(reader, numbers[start], List.copyOf(sharing), known, pending);
      }
      if (formerNumbers.contains(numbers[start])) {
        for (int i = start; i < end; i++) {
          pending.add(members.get(places[i]).record());
        }
      }
    }
    known.values().forEach(changed);
  }

  private static void settleShared(
      RecordReader reader,
      long hash,
      List<Known> sharing,
      Map<Long, Known> known,
      Set<RecordRef> pending) {
    String number =
        reader.numbers(sharing.getFirst().borne()).stream()
            .map(IdNumber::text)
            .filter(text -> Hash64.of(text) == hash)
            .findFirst()
            .orElseThrow();
    NumberBearers settling = new NumberBearers(reader, (_, _) -> sharing);
    settling.settle(number, null, null, known);
    if (sharing.stream().anyMatch(member -> pending.contains(member.record()))) {
      sharing.forEach(member -> pending.add(member.record()));
    }
  }
}
