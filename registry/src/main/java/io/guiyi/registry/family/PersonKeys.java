package io.guiyi.registry.family;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.record.FindingKeys;
import io.guiyi.seal.LookupHash;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a person is found who is named in somebody else's row.
 *
 * @param person who
 * @param number keyed hash of the number that survives as the person's own. A child whose row
 *     carries a parent's number does not own it; null if none survives
 * @param rows the keys of each linked row
 */
public record PersonKeys(
    PersonRef person, @Nullable LookupHash number, Map<RecordRef, FindingKeys> rows) {
  /** Copies the map. */
  public PersonKeys {
    rows = Map.copyOf(rows);
  }

  /** Of a person of whom nothing is in force. */
  public static PersonKeys none(PersonRef person) {
    return new PersonKeys(person, null, Map.of());
  }

  /** Whether a row of the person has a name that sounds so. */
  public boolean sounds(LookupHash sound) {
    return rows.values().stream().anyMatch(keys -> sound.equals(keys.sound()));
  }

  /** Name with phone, of all rows that give both. */
  public Set<LookupHash> contacts() {
    Set<LookupHash> contacts = new HashSet<>();
    for (FindingKeys keys : rows.values()) {
      if (keys.contact() != null) {
        contacts.add(keys.contact());
      }
    }
    return contacts;
  }

  private Set<LookupHash> sounds() {
    Set<LookupHash> sounds = new HashSet<>();
    for (FindingKeys keys : rows.values()) {
      if (keys.sound() != null) {
        sounds.add(keys.sound());
      }
    }
    return sounds;
  }

  /**
   * What whoever names one of these must look up again, because the person has come from {@code
   * before} to this.
   */
  public Touched since(PersonKeys before) {
    boolean otherNumber = !Objects.equals(number, before.number);
    Set<LookupHash> numbers = new HashSet<>();
    if (otherNumber || !sounds().equals(before.sounds())) {
      add(numbers, number);
      add(numbers, before.number);
    }
    Set<LookupHash> contacts = new HashSet<>(contacts());
    contacts.addAll(before.contacts());
    if (!otherNumber) {
      Set<LookupHash> stayed = contacts();
      stayed.retainAll(before.contacts());
      contacts.removeAll(stayed);
    }
    return new Touched(numbers, contacts);
  }

  private static void add(Set<LookupHash> hashes, @Nullable LookupHash hash) {
    if (hash != null) {
      hashes.add(hash);
    }
  }

  /**
   * Keys that have come, gone, or lead to a person who is not what it was.
   *
   * @param numbers of ID numbers
   * @param contacts of names with phones
   */
  public record Touched(Set<LookupHash> numbers, Set<LookupHash> contacts) {
    /** Adds the keys of {@code more} to these. */
    public void add(Touched more) {
      numbers.addAll(more.numbers);
      contacts.addAll(more.contacts);
    }
  }
}
