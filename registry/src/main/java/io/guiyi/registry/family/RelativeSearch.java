package io.guiyi.registry.family;

import io.guiyi.matching.PersonRef;
import io.guiyi.seal.LookupHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the persons known is meant by a relative whom a row names. A wrong relation is worse
 * than none, so that whatever is not certain finds nobody:
 *
 * <ol>
 *   <li>by number: the one person whose own number it is and a row of whom has a name that sounds
 *       the same. Where the number is owned and no name fits, or several do, nobody is found;
 *   <li>by name and phone: the one person of whom a row says exactly this name with this phone,
 *       unless the numbers on both sides are two different ones;
 *   <li>a household, an address or a name alone finds nobody.
 * </ol>
 *
 * <p>Nobody is his or her own relative. The answer depends on the persons alone, not on the order
 * in which they came.
 */
public final class RelativeSearch {
  private final Map<LookupHash, List<PersonKeys>> byNumber = new HashMap<>();
  private final Map<LookupHash, List<PersonKeys>> byContact = new HashMap<>();

  /** Searches among {@code persons}, each given once. */
  public RelativeSearch(Collection<PersonKeys> persons) {
    for (PersonKeys person : persons) {
      if (person.number() != null) {
        byNumber.computeIfAbsent(person.number(), _ -> new ArrayList<>()).add(person);
      }
      for (LookupHash contact : person.contacts()) {
        byContact.computeIfAbsent(contact, _ -> new ArrayList<>()).add(person);
      }
    }
  }

  /** Who {@code relative} is, whom a row of {@code subject} names. */
  public Optional<PersonRef> find(StatedRelative relative, PersonRef subject) {
    if (relative.number() != null) {
      List<PersonKeys> owners = others(byNumber.get(relative.number()), subject);
      if (!owners.isEmpty()) {
        return only(owners.stream().filter(p -> p.sounds(relative.sound())).toList());
      }
    }
    if (relative.contact() == null) {
      return Optional.empty();
    }
    List<PersonKeys> reached = others(byContact.get(relative.contact()), subject);
    boolean apart = relative.number() != null && reached.stream().anyMatch(p -> p.number() != null);
    return apart ? Optional.empty() : only(reached);
  }

  private static List<PersonKeys> others(@Nullable List<PersonKeys> found, PersonRef subject) {
    return found == null
        ? List.of()
        : found.stream().filter(p -> !p.person().equals(subject)).toList();
  }

  private static Optional<PersonRef> only(List<PersonKeys> found) {
    return found.size() == 1 ? Optional.of(found.getFirst().person()) : Optional.empty();
  }
}
