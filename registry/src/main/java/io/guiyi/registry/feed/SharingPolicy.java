package io.guiyi.registry.feed;

import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.Relation;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one subscriber may be told, for which purpose and on which legal basis. A policy is kept for
 * ever by the hash of its content, so that each entry can name the one it was shared under.
 *
 * @param subscriber 1 to 40 lower-case letters, digits and hyphens, a letter first
 * @param purpose what the values are for, in words; 1 to 500 characters
 * @param legalBasis the article that allows it; 1 to 500 characters
 * @param fields the only fields that leave the hub. The ethnic group is one of them only if it is
 *     named here; there is no "all fields"
 * @param family the only relations that leave the hub, as opaque ids; at least one field or one of
 *     these is named
 * @param ages only persons of these ages, or null for everybody
 */
public record SharingPolicy(
    String subscriber,
    String purpose,
    String legalBasis,
    Set<PersonField> fields,
    Set<Relation.Role> family,
    @Nullable AgeSpan ages) {
  /** The longest purpose or legal basis, in characters. */
  public static final int MAX_TEXT = 500;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1," + MAX_TEXT + "}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Checks the bounds and puts the fields into their own order. */
  public SharingPolicy {
    if (!isName(subscriber) || !isText(purpose) || !isText(legalBasis) || isEmpty(fields, family)) {
      throw new IllegalArgumentException(
          "a policy needs a subscriber, a purpose, a legal basis and at least one field;"
              + " SharingPolicy.read names each fault");
    }
    EnumSet<PersonField> ordered = EnumSet.noneOf(PersonField.class);
    ordered.addAll(fields);
    fields = Collections.unmodifiableSet(ordered);
    EnumSet<Relation.Role> orderedFamily = EnumSet.noneOf(Relation.Role.class);
    orderedFamily.addAll(family);
    family = Collections.unmodifiableSet(orderedFamily);
  }

  private static boolean isEmpty(Set<PersonField> fields, Set<Relation.Role> family) {
    return fields.isEmpty() && family.isEmpty();
  }

  /** What reading a policy makes of it: the policy, or every fault at once. */
  public sealed interface Reading {}

  /**
   * The policy is sound.
   *
   * @param policy what was read
   */
  public record Sound(SharingPolicy policy) implements Reading {}

  /**
   * The policy is refused.
   *
   * @param faults at least one
   */
  public record Faulty(List<Fault> faults) implements Reading {}

  /**
   * One thing to repair.
   *
   * @param at the name in the configuration, such as {@code fields[2]}
   * @param message what is wrong and what to write instead
   */
  public record Fault(String at, String message) {}

  /**
   * Reads a policy as it is written in a configuration.
   *
   * @param labels names of {@link PersonField#label()} and {@link Relation.Role#label()}
   * @param fromAge youngest age, or null for no lower limit
   * @param throughAge oldest age, or null for no upper limit
   */
  public static Reading read(
      String subscriber,
      String purpose,
      String legalBasis,
      List<String> labels,
      @Nullable Integer fromAge,
      @Nullable Integer throughAge) {
    List<Fault> faults = new ArrayList<>();
    if (!isName(subscriber)) {
      faults.add(
          new Fault(
              "subscriber",
              "'%s' is no name; give 1 to 40 lower-case letters, digits and hyphens, a letter first"
                  .formatted(subscriber)));
    }
    checkText("purpose", purpose, faults);
    checkText("legalBasis", legalBasis, faults);
    Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
    Set<Relation.Role> family = EnumSet.noneOf(Relation.Role.class);
    readFields(labels, fields, family, faults);
    AgeSpan ages = readAges(fromAge, throughAge, faults);
    return faults.isEmpty()
        ? new Sound(new SharingPolicy(subscriber, purpose, legalBasis, fields, family, ages))
        : new Faulty(List.copyOf(faults));
  }

  private static void checkText(String at, String text, List<Fault> faults) {
    if (!isText(text)) {
      faults.add(
          new Fault(at, "must say in 1 to %d characters, on one line, why".formatted(MAX_TEXT)));
    }
  }

  private static void readFields(
      List<String> labels, Set<PersonField> fields, Set<Relation.Role> family, List<Fault> faults) {
    if (labels.isEmpty()) {
      faults.add(new Fault("fields", "names no field; name at least one of " + knownLabels()));
    }
    for (int i = 0; i < labels.size(); i++) {
      String at = "fields[%d]".formatted(i);
      String label = labels.get(i);
      Optional<Boolean> added =
          PersonField.named(label)
              .map(fields::add)
              .or(() -> Relation.Role.named(label).map(family::add));
      if (added.isEmpty()) {
        faults.add(
            new Fault(
                at, "'%s' is no field of a person; use one of %s".formatted(label, knownLabels())));
      } else if (!added.get()) {
        faults.add(new Fault(at, "'%s' is named twice; name it once".formatted(label)));
      }
    }
  }

  private static @Nullable AgeSpan readAges(
      @Nullable Integer from, @Nullable Integer through, List<Fault> faults) {
    if (from == null && through == null) {
      return null;
    }
    int youngest = from == null ? 0 : from;
    int oldest = through == null ? AgeSpan.OLDEST : through;
    try {
      return new AgeSpan(youngest, oldest);
    } catch (IllegalArgumentException refused) {
      faults.add(new Fault("ages", String.valueOf(refused.getMessage())));
      return null;
    }
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static boolean isText(String text) {
    return !text.isBlank() && TEXT.matcher(text).matches();
  }

  private static String knownLabels() {
    return Stream.concat(
            Arrays.stream(PersonField.values()).map(PersonField::label),
            Arrays.stream(Relation.Role.values()).map(Relation.Role::label))
        .collect(Collectors.joining(", "));
  }

  /**
   * Of the values of a person those this policy names.
   *
   * @param values field to clear value
   */
  public Map<PersonField, String> project(Map<PersonField, String> values) {
    EnumMap<PersonField, String> shared = new EnumMap<>(PersonField.class);
    shared.putAll(values);
    shared.keySet().retainAll(fields);
    return Collections.unmodifiableMap(shared);
  }

  /**
   * Of the relations of a person those this policy names. They carry ids alone: whoever may know
   * who the other is has a policy that lets that person through.
   */
  public List<Relation> project(List<Relation> relations) {
    return relations.stream().filter(relation -> family.contains(relation.role())).toList();
  }

  /** Whether it names a field that is kept in this envelope. */
  public boolean reaches(PersonField.Sensitivity sensitivity) {
    return fields.stream().anyMatch(field -> field.sensitivity() == sensitivity);
  }

  /** The policy in canonical JSON: keys in fixed order, fields in their own. */
  public String content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("subscriber", subscriber);
    content.put("purpose", purpose);
    content.put("legalBasis", legalBasis);
    content.put(
        "fields",
        Stream.concat(
                fields.stream().map(PersonField::label), family.stream().map(Relation.Role::label))
            .toList());
    if (ages != null) {
      content.put("ages", List.of(ages.from(), ages.through()));
    }
    return JSON.writeValueAsString(content);
  }

  /** By what it is kept: SM3 of {@link #content()}, 64 hexadecimal digits. */
  public String hash() {
    return Sm3.of(content().getBytes(StandardCharsets.UTF_8)).hex();
  }

  /**
   * The policy of stored content.
   *
   * @throws IllegalArgumentException when it is not what {@link #content()} writes
   */
  static SharingPolicy ofContent(String content) {
    JsonNode json = JSON.readTree(content);
    List<String> labels = json.path("fields").values().stream().map(JsonNode::asString).toList();
    JsonNode ages = json.path("ages");
    Reading reading =
        read(
            json.path("subscriber").asString(""),
            json.path("purpose").asString(""),
            json.path("legalBasis").asString(""),
            labels,
            ages.isArray() ? Integer.valueOf(ages.path(0).asInt()) : null,
            ages.isArray() ? Integer.valueOf(ages.path(1).asInt()) : null);
    return switch (reading) {
      case Sound(SharingPolicy policy) -> policy;
      case Faulty(List<Fault> faults) ->
          throw new IllegalArgumentException("a stored sharing policy cannot be read: " + faults);
    };
  }
}
