package io.guiyi.matching;

import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.column.RecordTableBuilder;
import io.guiyi.matching.link.Trainer;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Answers;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Capped;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.ModelDescription.Field;
import io.guiyi.matching.model.ModelDescription.Given;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.model.ModelDescription.Support;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.model.ModelDescription.Training;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.pair.ModelQuestions;
import io.guiyi.matching.pair.RecordReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The migrants' model, learnt from an invented city. */
public final class CityModel {
  private static final int CAP = 100;
  private static final List<Answers> IN_NUMBER =
      List.of(answers("number", "same written-same one-slip two-slips"));
  private static final List<Answers> IN_NAME =
      List.of(answers("name", "one-part one-character half"));

  /** What people would write. */
  public static final ModelDescription DESCRIPTION =
      new ModelDescription(
          "city",
          List.of(),
          List.of(
              new Field("name", "han-name"),
              new Field("number", "resident-number"),
              new Field("birth", "birth"),
              new Field("sex", "sex"),
              new Field("phone", "phones"),
              new Field("address", "han-address"),
              new Field("employer", "employer"),
              new Field("kin", "kin"),
              new Field("codes", "file-codes")),
          List.of(
              asked(
                  "number",
                  "same document-same written-same one-slip two-slips partial fragment unlike"
                      + " different-both-valid",
                  false,
                  List.of()),
              asked(
                  "name",
                  "same variant former-name dot-or-truncated pinyin-only wildcard same-tone"
                      + " same-pinyin fuzzy-pinyin look-alike transliteration one-part"
                      + " one-character half surname-only",
                  true,
                  List.of()),
              asked("birth", "same swapped one-off year-only lunar", true, IN_NUMBER),
              asked("sex", "same", false, IN_NUMBER),
              asked(
                  "codes",
                  "same other-school-number other-child-code other-birth-certificate",
                  false,
                  List.of()),
              asked("phone", "same nothing", true, IN_NAME),
              asked("kin", "same same-name-and-phone same-name nothing", false, IN_NAME),
              asked("address", "same same-house same-village nothing", true, IN_NAME),
              asked("employer", "same contained nothing", true, List.of())),
          List.of(
              rule("number"),
              rule("number.segments"),
              rule("name birth.day | address.village"),
              rule("name.letters birth.year-month | address.village"),
              rule("name phone.each"),
              rule("name.letters phone.each"),
              rule("name.less-one birth.day"),
              rule("name.less-one phone.each"),
              rule("name.less-one address.room"),
              rule("name.given birth.day"),
              rule("name.given kin.name"),
              rule("name employer.core | birth.year"),
              rule("name.letters employer.core | birth.year"),
              rule("name address.room"),
              rule("name.letters address.room"),
              rule("name address.village | sex"),
              rule("birth.day phone.each"),
              rule("birth.day kin.number"),
              rule("birth.day kin.name"),
              rule("birth.day address.room"),
              rule("codes.each")),
          new Training(
              List.of(rule("number name")),
              0.8,
              List.of(
                  rule("number"),
                  rule("name birth.day"),
                  rule("phone.each birth.day"),
                  rule("name phone.each")),
              List.of(
                  new Given("number", "same", 1e-8),
                  new Given("number", "document-same", 1e-8),
                  new Given("number", "written-same", 1e-8),
                  new Given("number", "one-slip", 1e-7),
                  new Given("number", "two-slips", 1e-6),
                  new Given("number", "partial", 3e-7),
                  new Given("number", "fragment", 3e-5))),
          new Laws(
              List.of(answers("number", "different-both-valid")),
              List.of(new Capped(List.of("phone", "kin", "address", "employer"), 12)),
              List.of(
                  new Support(
                      List.of("number", "phone", "kin", "address", "employer", "codes"),
                      0.5,
                      Map.of(),
                      -0.01),
                  new Support(
                      List.of("name", "phone", "kin", "address", "employer", "codes"),
                      0.5,
                      Map.of("name", -7.0),
                      -0.01)),
              new Ownership("number", "name", "birth")),
          new Thresholds(0, -4, -8));

  private CityModel() {}

  private static Answers answers(String comparison, String levels) {
    return new Answers(comparison, List.of(levels.split(" ", -1)));
  }

  private static Comparison asked(
      String field, String levels, boolean frequency, List<Answers> impliedBy) {
    return new Comparison(field, field, "", List.of(levels.split(" ", -1)), frequency, impliedBy);
  }

  private static BlockingRule rule(String text) {
    String[] sides = text.split(" \\| ", -1);
    return new BlockingRule(keys(sides[0]), sides.length > 1 ? keys(sides[1]) : List.of(), CAP);
  }

  private static List<Key> keys(String text) {
    return Arrays.stream(text.split(" ", -1)).map(CityModel::key).toList();
  }

  private static Key key(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new Key(text, "whole")
        : new Key(text.substring(0, dot), text.substring(dot + 1));
  }

  /** A reader of the model's fields. */
  public static RecordReader reader() {
    return new RecordReader(ModelQuestions.of(DESCRIPTION));
  }

  /** The records as a table. */
  public static RecordTable table(List<Profile> profiles) {
    RecordReader reader = reader();
    RecordTableBuilder builder = new RecordTableBuilder(DESCRIPTION);
    profiles.forEach(profile -> builder.add(reader.read(profile)::value));
    return builder.build();
  }

  /** The model learnt from these records. */
  public static KeptModel learnt(List<Profile> profiles) {
    return KeptModel.of(Trainer.train(table(profiles)).model(), "city of " + profiles.size());
  }
}
