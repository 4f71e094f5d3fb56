package io.guiyi.connectors.declared;

import io.guiyi.records.Mask;
import io.guiyi.records.identity.MaskedClaim;
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
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Our own terms as somebody may see them who checks a mapping and need not know the person. */
final class Masked {
  private Masked() {}

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
      case Residence residence -> MaskedClaim.address(residence.address());
      case Employment job -> Mask.name(job.employer().name());
      case Contract contract -> Mask.name(contract.employer().name());
      case Membership membership -> membership.organisation();
      case Enrolment enrolment -> Mask.name(enrolment.schoolName());
      case Guardianship guardianship -> MaskedClaim.relative(guardianship.guardian());
      case Skill skill -> skill.title();
      case HealthFile file -> Mask.document(file.fileNumber());
      case PermitEvent event -> Mask.document(event.permitNumber());
      case Insurance insurance ->
          insurance.employer() == null ? "" : Mask.name(insurance.employer().name());
      case Qualification _, Vaccination _ -> "";
    };
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
