package io.guiyi.routes.config;

import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Membership;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The words that stand for our terms in a declaration.
 *
 * @param <T> our term
 * @param words each word and what it stands for
 */
record Meanings<T>(Map<String, T> words) {
  static final Meanings<Sex> SEX = of(Sex.values());
  static final Meanings<DocumentType> DOCUMENT = of(DocumentType.values());
  static final Meanings<Relation> RELATION = of(Relation.values());
  static final Meanings<Membership.Standing> MEMBERSHIP = of(Membership.Standing.values());
  static final Meanings<Enrolment.Place> PLACE = of(Enrolment.Place.values());
  static final Meanings<Enrolment.Stage> STAGE = of(Enrolment.Stage.values());
  static final Meanings<Enrolment.Standing> ENROLMENT = of(Enrolment.Standing.values());
  static final Meanings<Integer> SKILL = numbers(1, 5, Integer::valueOf);
  static final Meanings<String> QUALIFICATION = numbers(10, 99, String::valueOf);

  Meanings {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /** {@code RESIDENT_ID} is written {@code resident-id}. */
  private static <E extends Enum<E>> Meanings<E> of(E[] terms) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(terms)
        .forEach(term -> words.put(term.name().toLowerCase(Locale.ROOT).replace('_', '-'), term));
    return new Meanings<>(words);
  }

  private static <T> Meanings<T> numbers(int first, int last, Function<Integer, T> term) {
    return new Meanings<>(
        IntStream.rangeClosed(first, last)
            .boxed()
            .collect(
                Collectors.toMap(
                    String::valueOf, term, (one, _) -> one, LinkedHashMap<String, T>::new)));
  }

  @Nullable T term(String word) {
    return words.get(word);
  }

  /** All of them, for a remedy. */
  String allowed() {
    String all = String.join(", ", words.keySet());
    return all.length() <= 200 ? all : all.substring(0, all.indexOf(',', 30)) + ", …";
  }
}
