package io.guiyi.matching.value;

import io.guiyi.matching.value.han.HanKinds;
import java.util.List;
import java.util.TreeMap;

/** All kinds of values that a model can name. */
public final class ValueKinds {
  private static final TreeMap<String, ValueKind<?>> KINDS = new TreeMap<>();

  static {
    for (ValueKind<?> kind :
        List.of(
            TextKind.text(),
            TextKind.code(),
            TextKind.words(),
            new DayKind(),
            new PersonNameKind())) {
      KINDS.put(kind.name(), kind);
    }
    HanKinds.ALL.forEach(kind -> KINDS.put(kind.name(), kind));
  }

  private ValueKinds() {}

  /**
   * The kind of that name.
   *
   * @throws ModelWordException if there is none
   */
  public static ValueKind<?> named(String name) {
    ValueKind<?> kind = KINDS.get(name);
    if (kind == null) {
      throw new ModelWordException(name, "kind of a field", KINDS.keySet());
    }
    return kind;
  }
}
