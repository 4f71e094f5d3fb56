package io.guiyi.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonField.Sensitivity;
import io.guiyi.records.person.Relation;
import io.guiyi.registry.feed.SharingPolicy.Fault;
import io.guiyi.registry.feed.SharingPolicy.Faulty;
import io.guiyi.registry.feed.SharingPolicy.Reading;
import io.guiyi.registry.feed.SharingPolicy.Sound;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A sharing policy")
class SharingPolicyTest {
  private static final String PURPOSE = "安排义务教育入学";
  private static final String BASIS = "义务教育法第十二条";

  @Test
  @DisplayName("that is sound is read, its fields in their own order")
  void sound() {
    Reading reading =
        SharingPolicy.read(
            "education", PURPOSE, BASIS, List.of("birthDate", "name", "residence.address"), 3, 18);
    assertThat(reading).isInstanceOf(Sound.class);
    SharingPolicy policy = ((Sound) reading).policy();
    assertThat(policy.fields())
        .containsExactly(PersonField.NAME, PersonField.BIRTH_DATE, PersonField.RESIDENCE_ADDRESS);
    assertThat(policy.ages()).isEqualTo(new AgeSpan(3, 18));
    assertThat(policy.reaches(Sensitivity.CONTACT)).isTrue();
  }

  @Test
  @DisplayName("that is not gets every fault at once, each with a remedy")
  void allFaults() {
    Reading reading =
        SharingPolicy.read("Education Bureau", " ", "", List.of("name", "nam", "name"), 18, 3);
    assertThat(((Faulty) reading).faults())
        .extracting(Fault::at)
        .containsExactly("subscriber", "purpose", "legalBasis", "fields[1]", "fields[2]", "ages");
    assertThat(((Faulty) reading).faults())
        .filteredOn(fault -> fault.at().equals("fields[1]"))
        .singleElement()
        .extracting(Fault::message)
        .asString()
        .contains("'nam' is no field of a person; use one of name, formerName, idNumber");
  }

  @Test
  @DisplayName("that names no field shares nothing and is refused")
  void noFields() {
    Reading reading = SharingPolicy.read("education", PURPOSE, BASIS, List.of(), null, null);
    assertThat(((Faulty) reading).faults()).extracting(Fault::at).containsExactly("fields");
  }

  @ParameterizedTest(name = "from {0} through {1} means {2} to {3}")
  @CsvSource({"3, 18, 3, 18", ", 18, 0, 18", "60, , 60, 150"})
  void openEnds(Integer from, Integer through, int youngest, int oldest) {
    Reading reading =
        SharingPolicy.read("education", PURPOSE, BASIS, List.of("name"), from, through);
    assertThat(((Sound) reading).policy().ages()).isEqualTo(new AgeSpan(youngest, oldest));
  }

  @Test
  @DisplayName("without ages is for everybody")
  void everybody() {
    Reading reading = SharingPolicy.read("education", PURPOSE, BASIS, List.of("name"), null, null);
    assertThat(((Sound) reading).policy().ages()).isNull();
  }

  @Test
  @DisplayName("comes back from its stored content, with the same hash")
  void roundTrip() {
    SharingPolicy aged = policy(new AgeSpan(3, 18), PersonField.NAME, PersonField.PHONE);
    SharingPolicy ageless = policy(null, PersonField.NAME);
    assertThat(SharingPolicy.ofContent(aged.content())).isEqualTo(aged);
    assertThat(SharingPolicy.ofContent(ageless.content())).isEqualTo(ageless);
    assertThat(SharingPolicy.ofContent(aged.content()).hash()).isEqualTo(aged.hash());
    assertThat(aged.content())
        .isEqualTo(
            "{\"subscriber\":\"education\",\"purpose\":\"安排义务教育入学\","
                + "\"legalBasis\":\"义务教育法第十二条\",\"fields\":[\"name\",\"phone\"],"
                + "\"ages\":[3,18]}");
  }

  @Test
  @DisplayName("has another hash when anything in it differs, but not for the order of fields")
  void hash() {
    SharingPolicy policy = policy(null, PersonField.NAME, PersonField.PHONE);
    assertThat(policy(null, PersonField.PHONE, PersonField.NAME).hash()).isEqualTo(policy.hash());
    assertThat(
            List.of(
                policy.hash(),
                policy(null, PersonField.NAME).hash(),
                policy(new AgeSpan(0, 150), PersonField.NAME, PersonField.PHONE).hash(),
                new SharingPolicy("labour", PURPOSE, BASIS, policy.fields(), Set.of(), null).hash(),
                new SharingPolicy("education", "x", BASIS, policy.fields(), Set.of(), null).hash(),
                new SharingPolicy("education", PURPOSE, "x", policy.fields(), Set.of(), null)
                    .hash()))
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("lets only the named fields through; the ethnic group is one only if named")
  void projection() {
    Map<PersonField, String> values =
        Map.of(
            PersonField.NAME, "欧阳某",
            PersonField.PHONE, "13900000000",
            PersonField.ETHNIC_GROUP, "05",
            PersonField.BIRTH_DATE, "2015-06-01");
    assertThat(policy(null, PersonField.NAME, PersonField.BIRTH_DATE).project(values))
        .isEqualTo(Map.of(PersonField.NAME, "欧阳某", PersonField.BIRTH_DATE, "2015-06-01"));
    EnumSet<PersonField> allButEthnic = EnumSet.complementOf(EnumSet.of(PersonField.ETHNIC_GROUP));
    assertThat(policy(null, allButEthnic.toArray(PersonField[]::new)).project(values))
        .doesNotContainKey(PersonField.ETHNIC_GROUP)
        .hasSize(3);
    assertThat(policy(null, PersonField.ETHNIC_GROUP).project(values))
        .isEqualTo(Map.of(PersonField.ETHNIC_GROUP, "05"));
  }

  @Test
  @DisplayName("lets only the named relations through, and keeps them with its fields")
  void family() {
    Reading reading =
        SharingPolicy.read(
            "education", PURPOSE, BASIS, List.of("family.guardians", "name"), null, null);
    SharingPolicy policy = ((Sound) reading).policy();
    assertThat(policy.family()).containsExactly(Relation.Role.GUARDIAN);
    assertThat(policy.content()).contains("\"fields\":[\"name\",\"family.guardians\"]");
    assertThat(SharingPolicy.ofContent(policy.content())).isEqualTo(policy);
    List<Relation> all = Arrays.stream(Relation.Role.values()).map(SharingPolicyTest::tie).toList();
    assertThat(policy.project(all)).containsExactly(tie(Relation.Role.GUARDIAN));
    assertThat(policy(null, PersonField.NAME).project(all)).isEmpty();
  }

  private static Relation tie(Relation.Role role) {
    Provenance row = new Provenance(new SourceId("education"), 1, 1, Instant.EPOCH);
    return new Relation(role, GuardianClaim.Relation.OTHER, null, null, List.of(row));
  }

  private static SharingPolicy policy(AgeSpan ages, PersonField... fields) {
    return new SharingPolicy("education", PURPOSE, BASIS, Set.of(fields), Set.of(), ages);
  }
}
