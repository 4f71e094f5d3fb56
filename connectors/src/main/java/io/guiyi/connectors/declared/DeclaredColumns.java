package io.guiyi.connectors.declared;

import io.guiyi.connectors.declared.StatementMapping.OfContract;
import io.guiyi.connectors.declared.StatementMapping.OfEmployment;
import io.guiyi.connectors.declared.StatementMapping.OfEnrolment;
import io.guiyi.connectors.declared.StatementMapping.OfHealthFile;
import io.guiyi.connectors.declared.StatementMapping.OfInsurance;
import io.guiyi.connectors.declared.StatementMapping.OfMembership;
import io.guiyi.connectors.declared.StatementMapping.OfQualification;
import io.guiyi.connectors.declared.StatementMapping.OfResidence;
import io.guiyi.connectors.declared.StatementMapping.OfSkill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a declaration knows about its columns: which hold codes, which name a person. */
public final class DeclaredColumns {
  private DeclaredColumns() {}

  /** How a value may be shown to somebody who only wants to see whether a mapping is right. */
  public enum Showing {
    /** As a name: the first character. */
    NAME,
    /** As a document: two characters at each end. */
    DOCUMENT,
    /** As a phone: three and four digits. */
    PHONE,
    /** As it is, if it stands in the declared code list. */
    CODE,
    /** Its shape. */
    SHAPE
  }

  /** The columns that hold codes, with the codes of their lists. */
  public static Map<String, Set<String>> codes(Declaration declaration) {
    Map<String, Set<String>> lists = new TreeMap<>();
    for (CodeFrom<?> from : coded(declaration)) {
      if (from instanceof CodeFrom.Column<?>(String name, CodeList<?> list)) {
        add(lists, name, list.meanings().keySet());
      }
    }
    RowRule.Withdrawal withdrawal = declaration.row().withdrawal();
    if (withdrawal != null) {
      add(lists, withdrawal.column(), withdrawal.codes());
    }
    for (StatementMapping statement : declaration.statements()) {
      if (statement.when() instanceof Condition.OneOf(String column, Set<String> codes)) {
        add(lists, column, codes);
      }
    }
    for (Check check : declaration.checks()) {
      if (check.rule() instanceof Check.Rule.OneOf one) {
        add(lists, one.column(), one.codes());
      }
    }
    return lists;
  }

  private static void add(Map<String, Set<String>> lists, String column, Set<String> codes) {
    lists.computeIfAbsent(column, _ -> new TreeSet<>()).addAll(codes);
  }

  private static List<CodeFrom<?>> coded(Declaration declaration) {
    List<CodeFrom<?>> coded = new ArrayList<>();
    PersonMapping person = declaration.person();
    if (person.sex() != null) {
      coded.add(person.sex());
    }
    person.documents().forEach(document -> coded.add(document.type()));
    person.relatives().forEach(relative -> coded.add(relative.relation()));
    for (StatementMapping statement : declaration.statements()) {
      switch (statement) {
        case OfSkill skill -> coded.add(skill.level());
        case OfQualification qualification -> coded.add(qualification.level());
        case OfEnrolment enrolment -> {
          coded.add(enrolment.place());
          coded.add(enrolment.stage());
          coded.add(enrolment.standing());
        }
        case OfMembership membership -> coded.add(membership.standing());
        case OfResidence _, OfEmployment _, OfContract _, OfInsurance _, OfHealthFile _ -> {}
      }
    }
    return coded;
  }

  /** How the values of each agreed column may be shown. */
  public static Map<String, Showing> showings(Declaration declaration) {
    Map<String, Showing> showings = new LinkedHashMap<>();
    declaration.columns().forEach(column -> showings.put(column, Showing.SHAPE));
    codes(declaration).keySet().forEach(column -> showings.put(column, Showing.CODE));
    PersonMapping person = declaration.person();
    mark(showings, Showing.NAME, person.name());
    if (person.formerName() != null) {
      mark(showings, Showing.NAME, person.formerName());
    }
    person.documents().forEach(document -> mark(showings, Showing.DOCUMENT, document.number()));
    person.phones().forEach(phone -> mark(showings, Showing.PHONE, phone));
    for (PersonMapping.Relative relative : person.relatives()) {
      mark(showings, Showing.NAME, relative.name());
      if (relative.document() != null) {
        mark(showings, Showing.DOCUMENT, relative.document().number());
      }
      if (relative.phone() != null) {
        mark(showings, Showing.PHONE, relative.phone());
      }
    }
    return showings;
  }

  private static void mark(Map<String, Showing> showings, Showing showing, TextFrom from) {
    from.columns().forEach(column -> showings.put(column, showing));
  }
}
