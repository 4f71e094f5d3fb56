package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.compare.EmployerLevel;
import io.guiyi.matching.normalize.EmployerCore;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Employers, by what is left of their names without place and legal form. */
public final class EmployerKind implements ValueKind<String> {
  @Override
  public String name() {
    return "employer";
  }

  @Override
  public List<String> parts() {
    return List.of("employer");
  }

  @Override
  public @Nullable String read(List<String> raw) {
    String core = EmployerCore.of(RawTexts.bounded(raw.getFirst()));
    return core.isEmpty() ? null : core;
  }

  @Override
  public String canonical(String value) {
    return value;
  }

  @Override
  public Ladder<String> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of an employer", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(EmployerLevel.values()),
        EmployerLevel.MISSING,
        levels,
        "an employer",
        Comparer::employers,
        core -> core);
  }

  @Override
  public Facet<String> facet(String word) {
    if (!word.equals("core")) {
      throw new ModelWordException(word, "facet of an employer", List.of("core"));
    }
    return (core, sink) -> sink.add(core);
  }
}
