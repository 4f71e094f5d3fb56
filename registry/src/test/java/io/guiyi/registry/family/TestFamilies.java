package io.guiyi.registry.family;

import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.person.Persons;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads who is tied to whom, by names, which do not depend on the order of arrival as ids do. */
final class TestFamilies {
  private final RegisterFixture register;
  private int watermark;

  TestFamilies(RegisterFixture register) {
    this.register = register;
  }

  /** Applies the rows of one source as one page. */
  void apply(Row... rows) {
    List<Row> page = List.of(rows);
    register.apply(
        page.getFirst().source(),
        Integer.toString(++watermark),
        page.stream().map(Row::record).toList());
  }

  /** The ties of everybody, such as {@code 林小禾 GUARDIAN FATHER 林大海 [education]}. */
  SortedSet<String> ties() {
    SortedSet<String> ties = new TreeSet<>();
    everybody().forEach(person -> person.relations().forEach(tie -> ties.add(tie(person, tie))));
    return ties;
  }

  /** The ties of the one person of that name. */
  List<String> ties(String name) {
    return person(name).relations().stream()
        .map(tie -> tie(person(name), tie).substring(name.length() + 1))
        .toList();
  }

  /** The one person of that name. */
  Person person(String name) {
    List<Person> found = everybody().filter(person -> name(person).equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " persons are called " + name);
    }
    return found.getFirst();
  }

  private Stream<Person> everybody() {
    return register
        .rows("select public_id from person where standing = 'ACTIVE'", String.class)
        .stream()
        .map(this::byId);
  }

  private Person byId(String id) {
    return register.get(Persons.class).byId(new PersonId(id)).orElseThrow();
  }

  private String tie(Person person, Relation tie) {
    PersonId other = tie.person();
    return String.join(
        " ",
        name(person),
        tie.role().name(),
        tie.relation().name(),
        other == null ? "?" : name(byId(other.text())),
        tie.sources().toString());
  }

  private static String name(Person person) {
    return person.value(PersonField.NAME).orElse("closed");
  }
}
