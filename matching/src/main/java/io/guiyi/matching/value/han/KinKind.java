package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.KinComparison;
import io.guiyi.matching.compare.KinLevel;
import io.guiyi.matching.normalize.Kin;
import io.guiyi.matching.normalize.NameReader;
import io.guiyi.matching.normalize.RowNumbers;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a row names beside its person: two relatives by name, number and phone; the mother whom a
 * newborn's placeholder names; and the parent whose number stands in the child's own column.
 */
public final class KinKind implements ValueKind<List<Kin>> {
  private static final List<String> PARTS =
      List.of(
          "name",
          "number",
          "phone",
          "name 2",
          "number 2",
          "phone 2",
          "own name",
          "own number",
          "own birth");
  private static final List<String> FACETS = List.of("number", "name", "phone", "name-phone");
  private static final int PARTS_OF_ONE = 3;

  @Override
  public String name() {
    return "kin";
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public @Nullable List<Kin> read(List<String> raw) {
    List<Kin> kin = new ArrayList<>();
    for (int first = 0; first < 2 * PARTS_OF_ONE; first += PARTS_OF_ONE) {
      add(relative(raw.get(first), raw.get(first + 1), raw.get(first + 2)), kin);
    }
    NameReader.parentNamed(raw.get(6))
        .map(parent -> new Kin(NameReader.read(parent).letters(), "", ""))
        .filter(parent -> kin.stream().noneMatch(k -> k.letters().equals(parent.letters())))
        .ifPresent(parent -> add(parent, kin));
    RowNumbers.read(
            RawTexts.document("", raw.get(7)).stream().toList(),
            RawTexts.date(raw.get(8)),
            Sex.UNSTATED,
            number -> kin.stream().anyMatch(k -> k.number().equals(number)))
        .others()
        .forEach(number -> add(new Kin("", number, ""), kin));
    return kin.isEmpty() ? null : List.copyOf(kin);
  }

  private static Kin relative(String name, String number, String phone) {
    String written = RawTexts.bounded(name);
    return new Kin(
        written.isEmpty() ? "" : NameReader.read(written).letters(),
        RawTexts.validNumber(number),
        Phone.parse(phone).toOptional().map(Phone::digits).orElse(""));
  }

  private static void add(Kin relative, List<Kin> kin) {
    if (!relative.isNobody() && !kin.contains(relative)) {
      kin.add(relative);
    }
  }

  @Override
  public String canonical(List<Kin> value) {
    StringBuilder text = new StringBuilder();
    for (Kin kin : value) {
      text.append(kin.letters()).append('/').append(kin.number()).append('/').append(kin.phone());
      text.append('|');
    }
    return text.toString();
  }

  @Override
  public Ladder<List<Kin>> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of kin", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(KinLevel.values()),
        KinLevel.MISSING,
        levels,
        "kin",
        KinComparison::compare,
        kin -> kin.getFirst().number() + '/' + kin.getFirst().letters());
  }

  @Override
  public Facet<List<Kin>> facet(String word) {
    return switch (word) {
      case "number" -> (kin, sink) -> kin.forEach(one -> sink.add(one.number()));
      case "name" -> (kin, sink) -> kin.forEach(one -> sink.add(one.letters()));
      case "phone" -> (kin, sink) -> kin.forEach(one -> sink.add(one.phone()));
      case "name-phone" ->
          (kin, sink) ->
              kin.forEach(one ->
                  sink.add(
                      one.letters().isEmpty() || one.phone().isEmpty()
                          ? ""
                          : one.letters() + one.phone()));
      default -> throw new ModelWordException(word, "facet of kin", FACETS);
    };
  }
}
