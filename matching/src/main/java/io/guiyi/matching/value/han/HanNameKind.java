package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.NameComparison;
import io.guiyi.matching.compare.NameLevel;
import io.guiyi.matching.normalize.NameCharacter;
import io.guiyi.matching.normalize.NameForm;
import io.guiyi.matching.normalize.NameForm.Kind;
import io.guiyi.matching.normalize.NameReader;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chinese names: Han, dotted, in pinyin, or a newborn's placeholder. */
public final class HanNameKind implements ValueKind<HanName> {
  private static final List<String> PARTS = List.of("name", "former", "pinyin");
  private static final List<String> OF = List.of("(none)");
  private static final List<String> FACETS =
      List.of("whole", "letters", "surname", "given", "given-letters", "less-one");

  @Override
  public String name() {
    return "han-name";
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public @Nullable HanName read(List<String> raw) {
    String name = RawTexts.bounded(raw.get(0));
    if (name.isEmpty()) {
      return null;
    }
    NameForm form = NameReader.read(name).heard(syllables(raw.get(2)));
    String former = RawTexts.bounded(raw.get(1));
    NameForm read = former.isEmpty() ? null : NameReader.read(former);
    return form.plain().isEmpty()
        ? null
        : new HanName(form, read == null || read.plain().equals(form.plain()) ? null : read);
  }

  private static List<String> syllables(String pinyin) {
    String text = pinyin.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() ? List.of() : List.of(text.split("[^a-zü]+", -1));
  }

  @Override
  public String canonical(HanName value) {
    NameForm form = value.form();
    NameForm former = value.former();
    return form.kind().name()
        + '|'
        + form.plain()
        + (form.hasWildcard() ? '|' + form.letters() : "")
        + (former == null ? "" : "|" + former.plain());
  }

  @Override
  public Ladder<HanName> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of a han-name", OF);
    }
    return new EnumLadder<>(
        List.of(NameLevel.values()),
        NameLevel.MISSING,
        levels,
        "a han-name",
        (a, b) -> NameComparison.compare(a.form(), a.former(), b.form(), b.former()),
        name -> name.form().plain());
  }

  @Override
  public Facet<HanName> facet(String word) {
    return switch (word) {
      case "whole" -> both(HanNameKind::folded);
      case "letters" -> both(form -> anagram(form.letters()));
      case "surname" -> (name, sink) -> sink.add(name.form().surname());
      case "given" -> both(HanNameKind::given);
      case "given-letters" -> both(NameForm::rest);
      case "less-one" -> (name, sink) -> lessOne(name.form(), sink);
      default -> throw new ModelWordException(word, "facet of a han-name", FACETS);
    };
  }

  /** The key of the name and that of the former name; a placeholder has none. */
  private static Facet<HanName> both(Function<NameForm, String> key) {
    return (name, sink) -> {
      NameForm former = name.former();
      if (name.form().kind() != Kind.PLACEHOLDER) {
        sink.add(key.apply(name.form()));
      }
      if (former != null && former.kind() != Kind.PLACEHOLDER) {
        sink.add(key.apply(former));
      }
    };
  }

  /** The simplified characters, or the letters of a name that has none; empty if one was lost. */
  private static String folded(NameForm form) {
    if (form.kind() == Kind.LATIN) {
      return anagram(form.letters());
    }
    return form.hasWildcard() ? "" : text(form.characters());
  }

  private static String given(NameForm form) {
    return form.kind() == Kind.HAN && !form.hasWildcard()
        ? text(form.characters().subList(form.surnameLength(), form.length()))
        : "";
  }

  private static String text(List<NameCharacter> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(c -> text.appendCodePoint(c.folded()));
    return text.toString();
  }

  /** The letters in alphabetical order, so that the order of surname and given name is nothing. */
  private static String anagram(String letters) {
    char[] sorted = letters.toCharArray();
    Arrays.sort(sorted);
    return new String(sorted);
  }

  /** All ways to leave one character out: names that differ in one have one in common. */
  private static void lessOne(NameForm form, Facet.KeySink sink) {
    List<NameCharacter> characters = form.characters();
    if (form.kind() != Kind.HAN || characters.size() < 2) {
      return;
    }
    for (int i = 0; i < characters.size(); i++) {
      StringBuilder key = new StringBuilder();
      for (int j = 0; j < characters.size(); j++) {
        if (j != i) {
          key.appendCodePoint(characters.get(j).folded());
        } else {
          key.append('?');
        }
      }
      sink.add(key.toString());
    }
  }
}
