package io.guiyi.connectors.declared;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of a source mean in our terms.
 *
 * @param <T> our term
 * @param meanings what each code means
 * @param otherwise what every other code means; null if there must be no other
 */
public record CodeList<T>(SortedMap<String, T> meanings, @Nullable T otherwise) {
  /** Stands in a list for every code that it does not name. */
  public static final String ANY_OTHER = "*";

  /** Copies the map. */
  public CodeList {
    meanings = Collections.unmodifiableSortedMap(new TreeMap<>(meanings));
  }

  /** A list that must name every code there is. */
  public static <T> CodeList<T> of(Map<String, T> meanings) {
    return new CodeList<>(new TreeMap<>(meanings), null);
  }

  /** What {@code code} means; empty if it is in no list. */
  public Optional<T> meaning(String code) {
    T meaning = meanings.get(code);
    return Optional.ofNullable(meaning == null ? otherwise : meaning);
  }
}
