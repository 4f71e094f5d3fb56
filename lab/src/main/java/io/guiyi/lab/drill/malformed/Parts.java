package io.guiyi.lab.drill.malformed;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.statement.Statement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A record taken apart: every value under its path, such as {@code who.name.written} or {@code
 * what.Residence#0.period.from}. Statements are numbered within their kind. The values are of
 * invented people and stay in this process.
 *
 * @param values by path; what is not given has no path
 */
record Parts(Map<String, String> values) {

  /** The parts of a record. */
  static Parts of(CanonicalRecord record) {
    Map<String, String> values = new TreeMap<>();
    values.put("key", record.key().key());
    values.put("presence", record.origin().presence().name());
    take("version", record.origin().version(), values);
    take("who", record.who(), values);
    Map<String, Integer> numbers = new HashMap<>();
    for (Statement statement : record.what()) {
      String kind = statement.getClass().getSimpleName();
      int number = numbers.merge(kind, 1, Integer::sum) - 1;
      take("what.%s#%d".formatted(kind, number), statement, values);
    }
    return new Parts(values);
  }

  private static void take(String path, @Nullable Object value, Map<String, String> values) {
    switch (value) {
      case null -> {}
      case Record whole -> {
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
          take(path + "." + component.getName(), component(component, whole), values);
        }
      }
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          take("%s[%d]".formatted(path, i), list.get(i), values);
        }
      }
      default -> values.put(path, value.toString());
    }
  }

  private static @Nullable Object component(RecordComponent component, Record whole) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record hides its " + component.getName(), e);
    }
  }

  /** The first path, in their order, that is not as in {@code others} though it should be. */
  Optional<String> changed(Parts others, Field spoilt) {
    List<String> paths = new ArrayList<>(new TreeSet<>(values.keySet()));
    others.values.keySet().stream().filter(path -> !values.containsKey(path)).forEach(paths::add);
    return paths.stream()
        .filter(path -> !spoilt.mayChange(path))
        .filter(path ->
            !Optional.ofNullable(values.get(path))
                .equals(Optional.ofNullable(others.values.get(path))))
        .findFirst();
  }
}
