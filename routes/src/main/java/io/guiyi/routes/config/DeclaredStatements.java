package io.guiyi.routes.config;

import io.guiyi.connectors.declared.Condition;
import io.guiyi.connectors.declared.PersonMapping;
import io.guiyi.connectors.declared.StatementMapping;
import io.guiyi.connectors.declared.StatementMapping.EmployerFrom;
import io.guiyi.connectors.declared.StatementMapping.OfContract;
import io.guiyi.connectors.declared.StatementMapping.OfEmployment;
import io.guiyi.connectors.declared.StatementMapping.OfEnrolment;
import io.guiyi.connectors.declared.StatementMapping.OfHealthFile;
import io.guiyi.connectors.declared.StatementMapping.OfInsurance;
import io.guiyi.connectors.declared.StatementMapping.OfMembership;
import io.guiyi.connectors.declared.StatementMapping.OfQualification;
import io.guiyi.connectors.declared.StatementMapping.OfResidence;
import io.guiyi.connectors.declared.StatementMapping.OfSkill;
import io.guiyi.connectors.declared.StatementMapping.Span;
import io.guiyi.connectors.declared.TextFrom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one item of the list {@code statements}: what a row says about its person. */
final class DeclaredStatements {
  private final DeclaredParts parts;

  DeclaredStatements(DeclaredParts parts) {
    this.parts = parts;
  }

  /** The kinds that a declared source can state. */
  enum Kind {
    RESIDENCE,
    EMPLOYMENT,
    CONTRACT,
    INSURANCE,
    SKILL,
    QUALIFICATION,
    ENROLMENT,
    HEALTH_FILE,
    MEMBERSHIP;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The statement; empty, with a fault noted, if its kind is none. */
  Optional<StatementMapping> read(ConfigNode node) {
    List<String> labels = Arrays.stream(Kind.values()).map(Kind::label).toList();
    String label = node.choice("kind", labels, "");
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(one -> one.label().equals(label)).findFirst();
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Condition when = parts.when(node);
    StatementMapping statement = statement(kind.get(), when, node);
    node.rejectUnknown();
    return Optional.of(statement);
  }

  private StatementMapping statement(Kind kind, Condition when, ConfigNode node) {
    return switch (kind) {
      case RESIDENCE ->
          new OfResidence(
              when,
              span(node),
              parts.date(node, "registered-on"),
              address(node),
              parts.text(node, "place-kind"),
              parts.text(node, "reason"));
      case EMPLOYMENT ->
          new OfEmployment(
              when,
              span(node),
              neededEmployer(node),
              parts.text(node, "occupation"),
              parts.text(node, "industry"));
      case CONTRACT -> new OfContract(when, span(node), neededEmployer(node));
      case INSURANCE ->
          new OfInsurance(
              when,
              parts.neededText(node, "types"),
              parts.neededDate(node, "first-month"),
              parts.date(node, "last-month"),
              employer(node));
      case SKILL ->
          new OfSkill(
              when,
              parts.neededCode(node, "level", Meanings.SKILL),
              parts.neededText(node, "title"),
              parts.text(node, "issuer"),
              parts.neededDate(node, "issued-on"));
      case QUALIFICATION ->
          new OfQualification(
              when, span(node), parts.neededCode(node, "level", Meanings.QUALIFICATION));
      case ENROLMENT -> enrolment(when, node);
      case HEALTH_FILE ->
          new OfHealthFile(
              when, span(node), parts.neededText(node, "file-number"), parts.text(node, "unit"));
      case MEMBERSHIP ->
          new OfMembership(
              when,
              span(node),
              parts.neededText(node, "organisation"),
              parts.text(node, "number"),
              parts.neededCode(node, "standing", Meanings.MEMBERSHIP));
    };
  }

  private OfEnrolment enrolment(Condition when, ConfigNode node) {
    return new OfEnrolment(
        when,
        span(node),
        parts.text(node, "school-code"),
        parts.neededText(node, "school-name"),
        parts.neededCode(node, "place", Meanings.PLACE),
        parts.neededCode(node, "stage", Meanings.STAGE),
        parts.text(node, "grade"),
        parts.neededCode(node, "standing", Meanings.ENROLMENT));
  }

  private Span span(ConfigNode node) {
    return new Span(parts.date(node, "from"), parts.date(node, "to"));
  }

  private PersonMapping.Place address(ConfigNode node) {
    PersonMapping.Place place = parts.place(node, "address");
    if (place == null) {
      DeclaredParts.missing(node, "address");
      return new PersonMapping.Place(new TextFrom.Words(""), null, null, null);
    }
    return place;
  }

  private EmployerFrom neededEmployer(ConfigNode node) {
    EmployerFrom employer = employer(node);
    if (employer == null) {
      DeclaredParts.missing(node, "employer");
      return new EmployerFrom(new TextFrom.Words(""), null, null);
    }
    return employer;
  }

  private @Nullable EmployerFrom employer(ConfigNode node) {
    if (!node.isSection("employer")) {
      TextFrom name = parts.text(node, "employer");
      return name == null ? null : new EmployerFrom(name, null, null);
    }
    ConfigNode section = node.section("employer");
    EmployerFrom employer =
        new EmployerFrom(
            parts.neededText(section, "name"),
            parts.text(section, "credit-code"),
            parts.text(section, "local-number"));
    section.rejectUnknown();
    return employer;
  }
}
