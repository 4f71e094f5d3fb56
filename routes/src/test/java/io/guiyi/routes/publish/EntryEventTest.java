package io.guiyi.routes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.feed.FeedEntry;
import io.guiyi.seal.KeyPurpose;
import io.guiyi.seal.KeyRing;
import io.guiyi.seal.SubscriberSeal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The event of a feed entry")
class EntryEventTest {
  private static final String BUREAU = "education-bureau";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");
  private static final PersonId CHILD = PersonId.of(4_711);
  private static final PersonId FATHER = PersonId.of(4_712);

  @TempDir private Path keys;

  @Test
  @DisplayName("carries relations as arrays: kind, id, since and sources, and nothing of the other")
  void relations() {
    Relation found =
        new Relation(
            Relation.Role.GUARDIAN,
            GuardianClaim.Relation.FATHER,
            FATHER,
            LocalDate.of(2024, 9, 1),
            List.of(row("health", 5), row("education", 3), row("education", 9)));
    Relation unknown =
        new Relation(
            Relation.Role.GUARDIAN,
            GuardianClaim.Relation.MOTHER,
            null,
            null,
            List.of(row("health", 5)));
    assertThat(fields(List.of(found, unknown)))
        .isEqualTo(
            JSON.readTree(
                """
                {"name": "欧阳小某",
                 "family.guardians": [
                   {"relation": "FATHER", "person": "%s", "since": "2024-09-01",
                    "sources": ["education", "health"]},
                   {"relation": "MOTHER", "sources": ["health"]}]}\
                """
                    .formatted(FATHER)));
  }

  @Test
  @DisplayName("looks as before where the policy names no relation")
  void withoutRelations() {
    assertThat(fields(List.of())).isEqualTo(JSON.readTree("{\"name\": \"欧阳小某\"}"));
  }

  @Test
  @DisplayName("says nothing in clear about who is related to whom")
  void sealed() {
    Relation relation =
        new Relation(
            Relation.Role.CHILD,
            GuardianClaim.Relation.FATHER,
            FATHER,
            null,
            List.of(row("health", 5)));
    String message = new String(message(List.of(relation)), StandardCharsets.UTF_8);
    assertThat(message).contains(CHILD.text()).doesNotContain(FATHER.text(), "family", "FATHER");
  }

  private JsonNode fields(List<Relation> relations) {
    JsonNode event = JSON.readTree(message(relations));
    byte[] sealed = Base64.getDecoder().decode(event.path("data_base64").asString());
    byte[] data = new SubscriberSeal(KeyRing.openToRead(keys)).open(BUREAU, 1, sealed);
    return JSON.readTree(data).path("fields");
  }

  private byte[] message(List<Relation> relations) {
    KeyRing ring = KeyRing.open(keys);
    ring.ensure(new KeyPurpose.Subscriber(BUREAU));
    FeedEntry entry =
        new FeedEntry(
            BUREAU,
            1,
            CHILD,
            2,
            PersonChange.Kind.UPSERTED,
            Person.Standing.ACTIVE,
            null,
            "0".repeat(64),
            AT,
            Map.of(PersonField.NAME, "欧阳小某"),
            relations);
    return new EntryEvent(JSON, new SubscriberSeal(ring)).write(entry);
  }

  private static Provenance row(String source, long record) {
    return new Provenance(new SourceId(source), record, 1, AT);
  }
}
