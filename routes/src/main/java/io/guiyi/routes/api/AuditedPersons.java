package io.guiyi.routes.api;

import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Opens persons for a caller. Each reading and each search leaves one entry, also when nobody was
 * found, and nothing is handed out that could not be noted.
 */
final class AuditedPersons {
  private static final String READ = "person.read";
  private static final String SEARCH = "person.search";
  private static final String NONE = "none";

  private final PersonRegister register;
  private final AuditTrail trail;

  AuditedPersons(PersonRegister register, AuditTrail trail) {
    this.register = register;
    this.trail = trail;
  }

  /** The person of that id, or the one it was merged into. */
  Optional<Person> read(PersonId id, Caller caller) {
    Optional<Person> person = register.byId(id);
    note(caller, READ, id.text(), "found=" + ids(person.stream().toList()));
    return person;
  }

  /** The persons that fit; bounded by the register. */
  List<Person> search(Search search, Caller caller) {
    List<Person> found =
        switch (search) {
          case Search.ByIdNumber(var number) -> register.byIdNumber(number);
          case Search.ByNameAndBirthDate(var name, var birthDate) ->
              register.byNameAndBirthDate(name, birthDate);
        };
    note(caller, SEARCH, "search", "by=%s found=%s".formatted(search.by(), ids(found)));
    return found;
  }

  private void note(Caller caller, String action, String object, String what) {
    String matter = caller.caseNumber().map(CaseNumber::text).orElse(NONE);
    trail.append(caller.account(), action, object, "%s case=%s".formatted(what, matter));
  }

  private static String ids(List<Person> persons) {
    return persons.isEmpty()
        ? NONE
        : persons.stream().map(person -> person.id().text()).collect(Collectors.joining(","));
  }
}
