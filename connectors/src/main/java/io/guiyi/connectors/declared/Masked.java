package io.guiyi.connectors.declared;

import io.guiyi.records.Mask;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.place.Address;
import io.guiyi.records.statement.Contract;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Membership;
import io.guiyi.records.statement.PermitEvent;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Residence;
import io.guiyi.records.statement.Skill;
import io.guiyi.records.statement.Statement;
import io.guiyi.records.statement.Vaccination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Our own terms as somebody may see them who checks a mapping and need not know the person. */
final class Masked {
  private Masked() {}

  static Map<String, String> person(IdentityClaim who) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("name", Mask.name(who.name().written()));
    put(shown, "formerName", who.formerName(), name -> Mask.name(name.written()));
    put(shown, "documents", list(who.documents(), IdDocument::toString));
    shown.put("sex", who.sex().name());
    put(shown, "birthDate", who.birthDate(), Object::toString);
    put(shown, "ethnicGroup", who.ethnicGroup(), _ -> "**");
    put(shown, "hukouRegion", who.hukouRegion(), region -> region.province() + "****");
    put(shown, "hukouAddress", who.hukouAddress(), Masked::address);
    put(shown, "phones", list(who.phones(), Phone::toString));
    put(shown, "residence", who.residence(), Masked::address);
    put(shown, "employer", who.employer(), Mask::name);
    put(shown, "relatives", list(who.guardians(), Masked::relative));
    return shown;
  }

  static Map<String, String> statement(Statement statement) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("kind", statement.kind().name());
    put(shown, "from", statement.period().from(), Object::toString);
    put(shown, "to", statement.period().to(), Object::toString);
    put(shown, "code", statement.code());
    put(shown, "about", about(statement));
    return shown;
  }

  private static String about(Statement statement) {
    return switch (statement) {
      case Residence residence -> address(residence.address());
      case Employment job -> Mask.name(job.employer().name());
      case Contract contract -> Mask.name(contract.employer().name());
      case Membership membership -> membership.organisation();
      case Enrolment enrolment -> Mask.name(enrolment.schoolName());
      case Guardianship guardianship -> relative(guardianship.guardian());
      case Skill skill -> skill.title();
      case HealthFile file -> Mask.document(file.fileNumber());
      case PermitEvent event -> Mask.document(event.permitNumber());
      case Insurance insurance ->
          insurance.employer() == null ? "" : Mask.name(insurance.employer().name());
      case Qualification _, Vaccination _ -> "";
    };
  }

  private static String address(Address address) {
    return Mask.all(address.written());
  }

  private static String relative(GuardianClaim relative) {
    String document = relative.documentGiven().map(IdDocument::toString).orElse("");
    return "%s %s %s"
        .formatted(relative.relation(), Mask.name(relative.name().written()), document)
        .strip();
  }

  private static <T> String list(List<T> values, Function<T, String> shown) {
    return values.stream().map(shown).collect(Collectors.joining(", "));
  }

  private static <T> void put(
      Map<String, String> shown, String field, @Nullable T value, Function<T, String> masked) {
    if (value != null) {
      shown.put(field, masked.apply(value));
    }
  }

  private static void put(Map<String, String> shown, String field, String text) {
    if (!text.isEmpty()) {
      shown.put(field, text);
    }
  }
}
