package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.books.Sex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's identity as it stands on a row.
 *
 * @param name name
 * @param number number of her paper, null if left blank
 * @param born birth date, yyyyMMdd
 * @param sex sex
 * @param phone phone
 * @param labels what went wrong, in the order in which it did
 */
public record Written(
    String name, @Nullable String number, String born, Sex sex, String phone, List<String> labels) {

  /** The truth, before anything goes wrong. */
  public static Written truth(Resident resident) {
    return new Written(
        resident.name(),
        resident.document().number(),
        WrittenDates.compact(resident.born()),
        resident.sex(),
        resident.phone(),
        List.of());
  }

  Written withName(String otherName) {
    return new Written(otherName, number, born, sex, phone, labels);
  }

  Written withNumber(@Nullable String otherNumber) {
    return new Written(name, otherNumber, born, sex, phone, labels);
  }

  Written withBorn(String otherDate) {
    return new Written(name, number, otherDate, sex, phone, labels);
  }

  Written withSex(Sex otherSex) {
    return new Written(name, number, born, otherSex, phone, labels);
  }

  Written withPhone(String otherPhone) {
    return new Written(name, number, born, sex, otherPhone, labels);
  }

  Written labelled(String label) {
    List<String> more = new ArrayList<>(labels);
    more.add(label);
    return new Written(name, number, born, sex, phone, List.copyOf(more));
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "written identity " + labels;
  }
}
