package io.guiyi.routes.api;

import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the API asks the register about persons. */
interface PersonRegister {
  /** The person of that id, or the one it was merged into. */
  Optional<Person> byId(PersonId id);

  /** The persons whose own number this is; bounded. */
  List<Person> byIdNumber(IdNumber number);

  /** The persons of whom a row says this; bounded. */
  List<Person> byNameAndBirthDate(PersonName name, LocalDate birthDate);
}
