package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.books.Confusions;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Slips in names. */
final class NameSlips {

  private NameSlips() {}

  static List<Slip> all(Confusions confusions) {
    return List.of(
        new OtherCharacter("homophone", confusions::homophones),
        new OtherCharacter("lookalike", confusions::lookalikes),
        new OtherCharacter("variant-character", confusions::variants),
        new LostCharacter(confusions),
        new PrivateUse(confusions),
        new BrokenDot(),
        new OtherTransliteration(confusions),
        new PinyinOnly(confusions),
        new FormerName(),
        new NewbornName(),
        new Spacing());
  }

  /** Positions of characters for which the table knows another. */
  private static List<Integer> replaceable(String name, Function<String, List<String>> others) {
    List<Integer> positions = new ArrayList<>();
    List<String> characters = Confusions.characters(name);
    for (int i = 0; i < characters.size(); i++) {
      if (!others.apply(characters.get(i)).isEmpty()) {
        positions.add(i);
      }
    }
    return positions;
  }

  private static boolean isReplaceable(String name, Function<String, List<String>> others) {
    return name.codePoints().anyMatch(c -> !others.apply(Character.toString(c)).isEmpty());
  }

  private static String replaced(String name, int position, String replacement) {
    List<String> characters = new ArrayList<>(Confusions.characters(name));
    characters.set(position, replacement);
    return String.join("", characters);
  }

  /**
   * One character becomes another of a table: same sound, same look, or the traditional form.
   *
   * @param label label
   * @param others the table
   */
  private record OtherCharacter(String label, Function<String, List<String>> others)
      implements Slip {

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueName(written)
          && !subject.resident().hasDottedName()
          && isReplaceable(written.name(), others);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      int position = dice.pick(replaceable(written.name(), others));
      String character = Confusions.characters(written.name()).get(position);
      String other = dice.pick(others.apply(character));
      return written.withName(replaced(written.name(), position, other));
    }
  }

  /**
   * A character that a system does not have: a mark, brackets, a part, its sound, or its cousin.
   */
  private record LostCharacter(Confusions confusions) implements Slip {

    @Override
    public String label() {
      return "lost-character";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueName(written)
          && !subject.resident().hasDottedName()
          && written.name().codePoints().allMatch(Character::isIdeographic);
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      List<String> characters = Confusions.characters(written.name());
      int position = characters.size() - 1;
      for (int i = 0; i < characters.size(); i++) {
        position = confusions.substitute(characters.get(i)).isPresent() ? i : position;
      }
      String character = characters.get(position);
      String shown =
          switch (dice.below(6)) {
            case 0 -> "?";
            case 1 -> "□";
            case 2 -> "*";
            case 3 -> "？";
            case 4 -> confusions.syllable(character).orElse("?");
            default -> confusions.substitute(character).orElse("〔" + character + "〕");
          };
      return written.withName(replaced(written.name(), position, shown));
    }
  }

  /**
   * A rare character in a place of its own maker's choosing: 䶮 where GBK had it before Unicode did,
   * others somewhere in the zone that GBK leaves to its users (U+E000 to U+E233).
   */
  private record PrivateUse(Confusions confusions) implements Slip {

    private static final int ZONE = 0xe000;
    private static final int ZONE_SIZE = 0x234;

    @Override
    public String label() {
      return "private-use";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueName(written)
          && Confusions.characters(written.name()).stream()
              .anyMatch(character -> confusions.substitute(character).isPresent());
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      StringBuilder name = new StringBuilder();
      for (String character : Confusions.characters(written.name())) {
        boolean rare = confusions.substitute(character).isPresent();
        name.append(rare ? moved(character) : character);
      }
      return written.withName(name.toString());
    }

    private static String moved(String character) {
      return character.equals("䶮")
          ? "\ue863"
          : Character.toString(ZONE + character.codePointAt(0) % ZONE_SIZE);
    }
  }

  /** The dot of a Uygur or Kazak name: another dot, none, or the name cut off. */
  private record BrokenDot() implements Slip {

    private static final List<String> DOTS =
        List.of("•", "・", "·", "．", ".", "‧", "●", " ", "　", "-", "。", "･");

    @Override
    public String label() {
      return "broken-dot";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueName(written) && subject.resident().hasDottedName();
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      String name = written.name();
      int point = dice.below(10);
      if (point < 6) {
        return written.withName(name.replace("·", dice.pick(DOTS)));
      }
      String joined = point < 8 ? name.replace("·", "") : name;
      int most = name.length() > 10 ? 10 : Math.max(4, name.length() - 1);
      return written.withName(point < 8 ? joined : joined.substring(0, most));
    }
  }

  /** A part of a foreign-language name in another of its spellings. */
  private record OtherTransliteration(Confusions confusions) implements Slip {

    @Override
    public String label() {
      return "transliteration";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueName(written) && !parts(written).isEmpty();
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      String part = dice.pick(parts(written));
      String other = dice.pick(confusions.spellings(part));
      return written.withName(written.name().replaceFirst(part, other));
    }

    /** The parts of a dotted name, or the clan and given name of a Yi name, that have spellings. */
    private List<String> parts(Written written) {
      String name = written.name();
      List<String> parts =
          name.indexOf('·') > 0
              ? List.of(name.split("·", -1))
              : name.length() == 4 ? List.of(name.substring(0, 2), name.substring(2)) : List.of();
      return parts.stream().filter(part -> !confusions.spellings(part).isEmpty()).toList();
    }
  }

  /** Only the sound, without tones: Zhang Wei, WEI ZHANG, zhangwei. */
  private record PinyinOnly(Confusions confusions) implements Slip {

    @Override
    public String label() {
      return "pinyin-only";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueName(written)
          && written
              .name()
              .codePoints()
              .allMatch(c -> confusions.syllable(Character.toString(c)).isPresent());
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      List<String> syllables =
          Confusions.characters(written.name()).stream()
              .map(character -> confusions.syllable(character).orElse(""))
              .toList();
      String surname = capital(syllables.getFirst());
      String given = capital(String.join("", syllables.subList(1, syllables.size())));
      return written.withName(
          switch (dice.below(4)) {
            case 0 -> surname + " " + given;
            case 1 -> (given + " " + surname).toUpperCase(Locale.ROOT);
            case 2 -> given + " " + surname;
            default -> (surname + given).toLowerCase(Locale.ROOT);
          });
    }

    private static String capital(String word) {
      return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
  }

  /**
   * The name borne before. Eight people in a hundred have one, so .3 and .5 per cent of all rows.
   */
  private record FormerName() implements Slip {

    @Override
    public String label() {
      return "former-name";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.hasTrueName(written) && subject.resident().formerName() != null;
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      String former = subject.resident().formerName();
      return former == null ? written : written.withName(former);
    }
  }

  /** A child filed before it had a name. Possible below two years. */
  private record NewbornName() implements Slip {

    @Override
    public String label() {
      return "newborn-name";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return subject.isYoungerThan(2)
          && subject.hasTrueName(written)
          && !subject.resident().hasDottedName();
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      return written.withName(subject.placeholder(dice));
    }
  }

  /** Spaces, full-width and zero-width characters, a form of address left in the name. */
  private record Spacing() implements Slip {

    @Override
    public String label() {
      return "spacing";
    }

    @Override
    public boolean possible(Written written, Subject subject) {
      return !written.name().isEmpty();
    }

    @Override
    public Written slip(Written written, Subject subject, Dice dice) {
      String name = written.name();
      int first = name.offsetByCodePoints(0, 1);
      return switch (dice.below(7)) {
        case 0 -> written.withName(name.substring(0, first) + " " + name.substring(first));
        case 1 -> written.withName(name.substring(0, first) + "　" + name.substring(first));
        case 2 -> written.withName(name + (written.sex() == Sex.MALE ? "先生" : "女士"));
        case 3 -> written.withName(name.substring(0, first) + "\u200b" + name.substring(first));
        case 4 -> written.withName(" " + name + " ");
        case 5 -> written.withPhone(fullWidth(written.phone()));
        default -> {
          String number = written.number();
          yield number == null
              ? written.withName(name + "　")
              : written.withNumber(fullWidth(number));
        }
      };
    }

    private static String fullWidth(String text) {
      StringBuilder wide = new StringBuilder();
      text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c - '!' + '！' : c)));
      return wide.toString();
    }
  }
}
