package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.compare.PhoneLevel;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.records.identity.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phones, the person's own before the relatives'. */
public final class PhonesKind implements ValueKind<List<String>> {
  @Override
  public String name() {
    return "phones";
  }

  @Override
  public List<String> parts() {
    return List.of("phone", "second", "third");
  }

  @Override
  public @Nullable List<String> read(List<String> raw) {
    List<String> phones =
        RawTexts.distinct(
            raw.stream()
                .map(text ->
                    text.isEmpty()
                        ? ""
                        : Phone.parse(text).toOptional().map(Phone::digits).orElse(""))
                .toList());
    return phones.isEmpty() ? null : phones;
  }

  @Override
  public String canonical(List<String> value) {
    return String.join(" ", value);
  }

  @Override
  public Ladder<List<String>> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of phones", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(PhoneLevel.values()),
        PhoneLevel.MISSING,
        levels,
        "phones",
        Comparer::phones,
        List::getFirst);
  }

  @Override
  public Facet<List<String>> facet(String word) {
    if (!word.equals("each")) {
      throw new ModelWordException(word, "facet of phones", List.of("each"));
    }
    return (phones, sink) -> phones.forEach(sink::add);
  }
}
