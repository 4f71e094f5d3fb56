package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.SexLevel;
import io.guiyi.matching.normalize.RowNumbers;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.records.identity.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sex by all departments' codes; if the row does not say, by its number. */
public final class SexKind implements ValueKind<Sex> {
  @Override
  public String name() {
    return "sex";
  }

  @Override
  public List<String> parts() {
    return List.of("sex", "number", "birth");
  }

  @Override
  public @Nullable Sex read(List<String> raw) {
    Sex stated = RawTexts.sex(raw.get(0));
    Sex sex =
        RowNumbers.read(
                RawTexts.document("", raw.get(1)).stream().toList(),
                RawTexts.date(raw.get(2)),
                stated,
                _ -> false)
            .sexOr(stated);
    return sex.isStated() ? sex : null;
  }

  @Override
  public String canonical(Sex value) {
    return value.code();
  }

  @Override
  public Ladder<Sex> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of a sex", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(SexLevel.values()),
        SexLevel.MISSING,
        levels,
        "a sex",
        (a, b) -> a == b ? SexLevel.SAME : SexLevel.DIFFERENT,
        Sex::code);
  }

  @Override
  public Facet<Sex> facet(String word) {
    if (!word.equals("whole")) {
      throw new ModelWordException(word, "facet of a sex", List.of("whole"));
    }
    return (sex, sink) -> sink.add(sex.code());
  }
}
