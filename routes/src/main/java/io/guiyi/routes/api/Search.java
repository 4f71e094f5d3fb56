package io.guiyi.routes.api;

import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PersonName;
import java.time.LocalDate;

/** What is searched for. */
sealed interface Search {
  /** What it goes by, for the audit log. */
  String by();

  /**
   * By ID number.
   *
   * @param number which
   */
  record ByIdNumber(IdNumber number) implements Search {
    @Override
    public String by() {
      return "idNumber";
    }
  }

  /**
   * By name and birth date together.
   *
   * @param name as a source may write it
   * @param birthDate a whole date
   */
  record ByNameAndBirthDate(PersonName name, LocalDate birthDate) implements Search {
    @Override
    public String by() {
      return "name+birthDate";
    }
  }
}
