package io.guiyi.matching.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Western names: given name, surname, and whatever else the full name holds. */
final class PersonNameKind implements ValueKind<PersonName> {
  private static final List<String> PARTS = List.of("given", "surname", "full");
  private static final List<String> OF = List.of("given", "surname", "both", "words");
  private static final List<String> ONE_PART = List.of("given", "surname");
  private static final List<String> NAME_LEVELS =
      List.of("swapped", "among-words", "share 0.5", "shared 2");
  private static final List<String> FACETS =
      List.of(
          "given",
          "surname",
          "both",
          "words",
          "word-pairs",
          "given-sound",
          "surname-sound",
          "given-prefix 3",
          "surname-prefix 3");

  @Override
  public String name() {
    return "person-name";
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public @Nullable PersonName read(List<String> raw) {
    String given = Texts.plain(raw.get(0));
    String surname = Texts.plain(raw.get(1));
    List<String> words = new ArrayList<>();
    addWords(given, words);
    addWords(surname, words);
    addWords(Texts.plain(raw.get(2)), words);
    Collections.sort(words);
    return words.isEmpty() ? null : new PersonName(given, surname, List.copyOf(words));
  }

  /** Adds the words that are not there yet. */
  private static void addWords(String text, List<String> words) {
    int start = 0;
    while (start < text.length()) {
      int blank = text.indexOf(' ', start);
      int end = blank < 0 ? text.length() : blank;
      String word = text.substring(start, end);
      if (!words.contains(word)) {
        words.add(word);
      }
      start = end + 1;
    }
  }

  @Override
  public String canonical(PersonName value) {
    return value.given() + '|' + value.surname() + '|' + String.join(" ", value.words());
  }

  @Override
  public Ladder<PersonName> ladder(String of, List<String> levels) {
    Function<PersonName, String> part = part(of);
    List<Rung<PersonName>> rungs = new ArrayList<>();
    for (String level : levels) {
      rungs.add(rung(of, part, level));
    }
    return Rung.ladder(rungs, part, PersonName::filter);
  }

  private static Function<PersonName, String> part(String of) {
    return switch (of) {
      case "given" -> PersonName::given;
      case "surname" -> PersonName::surname;
      case "both" -> PersonName::both;
      case "words" -> name -> String.join(" ", name.words());
      default -> throw new ModelWordException(of, "part of a person-name to compare", OF);
    };
  }

  private static Rung<PersonName> rung(
      String of, Function<PersonName, String> part, String written) {
    Spec spec = Spec.of(written);
    return switch (spec.word()) {
      case "swapped" ->
          new Rung<>(
              written,
              PersonName::isSwapOf,
              ONE_PART.contains(of) ? new Bound(Bound.Measure.SWAPPED, 0) : Bound.NONE);
      case "among-words" ->
          new Rung<>(
              written,
              (a, b) -> b.has(part.apply(a)) || a.has(part.apply(b)),
              new Bound(Bound.Measure.AMONG, 0));
      case "share" -> {
        double least = spec.share("level of words", NAME_LEVELS);
        yield new Rung<>(
            written,
            (a, b) -> shared(a, b) >= least * Math.min(a.words().size(), b.words().size()));
      }
      case "shared" -> {
        int least = spec.count("level of words", NAME_LEVELS);
        yield new Rung<>(written, (a, b) -> shared(a, b) >= least);
      }
      default -> {
        try {
          yield Rung.about(part, TextRungs.rung(written));
        } catch (ModelWordException _) {
          List<String> known = new ArrayList<>(TextRungs.KNOWN);
          known.addAll(NAME_LEVELS);
          throw new ModelWordException(written, "level of the " + of + " of a name", known);
        }
      }
    };
  }

  private static int shared(PersonName a, PersonName b) {
    int shared = 0;
    for (String word : a.words()) {
      shared += b.has(word) ? 1 : 0;
    }
    return shared;
  }

  @Override
  public Facet<PersonName> facet(String written) {
    Spec spec = Spec.of(written);
    return switch (spec.word()) {
      case "given" -> (name, sink) -> sink.add(name.given());
      case "surname" -> (name, sink) -> sink.add(name.surname());
      case "both" -> (name, sink) -> sink.add(sorted(name));
      case "words" -> (name, sink) -> name.words().forEach(sink::add);
      case "word-pairs" -> PersonNameKind::wordPairs;
      case "given-sound" -> (name, sink) -> sink.add(Soundex.of(name.given()));
      case "surname-sound" -> (name, sink) -> sink.add(Soundex.of(name.surname()));
      case "given-prefix" -> {
        Facet<String> prefix = TextFacets.facet("prefix " + spec.count("facet of a name", FACETS));
        yield (name, sink) -> prefix.keys(name.given(), sink);
      }
      case "surname-prefix" -> {
        Facet<String> prefix = TextFacets.facet("prefix " + spec.count("facet of a name", FACETS));
        yield (name, sink) -> prefix.keys(name.surname(), sink);
      }
      default -> throw new ModelWordException(written, "facet of a person-name", FACETS);
    };
  }

  /** In alphabetical order, so that swapped names fall together. */
  private static String sorted(PersonName name) {
    if (name.both().isEmpty()) {
      return "";
    }
    return name.given().compareTo(name.surname()) <= 0
        ? name.both()
        : name.surname() + ' ' + name.given();
  }

  private static void wordPairs(PersonName name, Facet.KeySink sink) {
    List<String> words = name.words();
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        sink.add(words.get(i) + ' ' + words.get(j));
      }
    }
  }
}
