package io.guiyi.routes.api;

import io.guiyi.console.ConsoleConfiguration;
import io.guiyi.console.LatestStatus;
import io.guiyi.console.SourceStates;
import io.guiyi.matching.Decision;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.certificate.CertificateCheck;
import io.guiyi.registry.certificate.Certificates;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.person.PersonIds;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.recount.Recounts;
import io.guiyi.registry.relink.Relinking;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.steward.RecordView;
import io.guiyi.registry.steward.Stewardship;
import io.guiyi.registry.watch.Alarms;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.pull.SourceEntry;
import io.guiyi.routes.pull.SourceReplay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The API on the hub's register. */
@Configuration(proxyBeanMethods = false)
@Import(ApiDoors.class)
public class ApiConfiguration {

  @Bean
  ApiToken apiToken(RegisterSettings settings) {
    return ApiToken.in(settings.keys());
  }

  @Bean
  PersonController personController(Persons persons, AuditLog audit) {
    return new PersonController(new AuditedPersons(register(persons), audit::append));
  }

  @Bean
  StatusController statusController(
      LatestStatus status, SourceStates sources, Leadership leadership) {
    return new StatusController(
        status, sources, leadership::isLeading, ConsoleConfiguration.version());
  }

  @Bean
  QuarantineController quarantineController(
      Quarantine quarantine, SourceReplay replay, Clock clock) {
    return new QuarantineController(quarantine, replay, clock);
  }

  @Bean
  DeliveryController deliveryController(Deliveries deliveries) {
    return new DeliveryController(deliveries);
  }

  @Bean
  AlarmController alarmController(Alarms alarms) {
    return new AlarmController(alarms);
  }

  @Bean
  CertificateController certificateController(
      Certificates certificates, CertificateCheck check, SourceStates sources) {
    return new CertificateController(certificates, check, sources);
  }

  @Bean
  CaseController caseController(Stewardship stewardship, AuditLog audit) {
    return new CaseController(stewardship, audit::append);
  }

  @Bean
  CaseDecisionController caseDecisionController(Stewardship stewardship) {
    return new CaseDecisionController(stewardship);
  }

  @Bean
  PersonVerdictController personVerdictController(Stewardship stewardship, AuditLog audit) {
    return new PersonVerdictController(stewardship, audit::append);
  }

  @Bean
  MatchController matchController(
      Resolver resolver,
      Stewardship stewardship,
      PersonIds ids,
      HubSettings settings,
      AuditLog audit) {
    return new MatchController(
        new MatchController.Engine() {
          @Override
          public Decision dryRun(IdentityClaim claim) {
            return resolver.dryRun(claim);
          }

          @Override
          public Map<RecordRef, RecordView> records(Collection<RecordRef> numbers) {
            return stewardship.records(numbers);
          }
        },
        ids::of,
        settings.sources().stream().map(SourceEntry::id).collect(Collectors.toSet()),
        audit::append);
  }

  @Bean
  DecisionController decisionController(Recounts recounts, PersonIds ids, AuditLog audit) {
    return new DecisionController(recounts, ids::of, audit::append);
  }

  @Bean
  RelinkController relinkController(Relinking relinking) {
    return new RelinkController(relinking);
  }

  private static PersonRegister register(Persons persons) {
    return new PersonRegister() {
      @Override
      public Optional<Person> byId(PersonId id) {
        return persons.byId(id);
      }

      @Override
      public List<Person> byIdNumber(IdNumber number) {
        return persons.byIdNumber(number);
      }

      @Override
      public List<Person> byNameAndBirthDate(PersonName name, LocalDate birthDate) {
        return persons.byNameAndBirthDate(name, birthDate);
      }
    };
  }
}
