package io.guiyi.lab.population;

import io.guiyi.lab.population.books.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A true person of the invented city, as she is and not as any department writes her.
 *
 * @param number her number in the city, from 1
 * @param role her place in the household
 * @param name her name today
 * @param formerName a name she bore before, null if she never changed it
 * @param sex sex
 * @param born birth date
 * @param ethnicGroup two digits of GB 3304
 * @param document her paper
 * @param hukouRegion six digits of the county where she is registered today; it need not be the one
 *     in her number
 * @param hukouAddress the address of registration there; empty for people without
 * @param phone her phone; children have a parent's
 * @param residences where she lived in Cixi, oldest first
 * @param permit her residence permit, null if she has none
 * @param jobs her jobs in Cixi, oldest first
 * @param certificate her vocational certificate, null if she has none
 */
public record Resident(
    int number,
    Role role,
    String name,
    @Nullable String formerName,
    Sex sex,
    LocalDate born,
    String ethnicGroup,
    Document document,
    String hukouRegion,
    String hukouAddress,
    String phone,
    List<Residence> residences,
    @Nullable Permit permit,
    List<Job> jobs,
    @Nullable Certificate certificate) {

  /** Place in the household. */
  public enum Role {
    HEAD,
    SPOUSE,
    CHILD,
    TWIN,
    GRANDPARENT;

    /** Whether this is a child under eighteen. */
    public boolean isChild() {
      return this == CHILD || this == TWIN;
    }
  }

  /** The identifier under which the truth file knows her. */
  public String personId() {
    return "P" + WrittenDates.padded(number, 8);
  }

  /** Where she lives on a day; empty if not in the city. */
  public Optional<Residence> residenceOn(LocalDate day) {
    return residences.stream().filter(stay -> stay.covers(day)).findFirst();
  }

  /** Whether her name has parts joined by a dot. */
  public boolean hasDottedName() {
    return name.indexOf('·') > 0;
  }

  /** Only the number: nobody's data belongs in a log, not even an invented person's. */
  @Override
  public String toString() {
    return personId();
  }
}
