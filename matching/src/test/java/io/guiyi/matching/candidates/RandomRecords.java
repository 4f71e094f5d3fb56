package io.guiyi.matching.candidates;

import io.guiyi.matching.Invented;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.column.RecordTableBuilder;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.ModelDescription.Field;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.model.ModelDescription.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of records drawn from pools so small that blocks grow above their caps, with values that
 * are often missing, and with numbers that several people bear.
 */
final class RandomRecords {
  private static final String SURNAMES = "王李张欧";
  private static final String GIVEN = "伟炜敏明鸣丽";
  private static final List<Field> FIELDS =
      List.of(
          new Field("name", "han-name"),
          new Field("number", "resident-number"),
          new Field("birth", "birth"),
          new Field("phone", "phones"),
          new Field("sex", "sex"));

  private final Random random;
  private final ModelDescription model;
  private final RecordTable table;
  private final RecordTable borne;

  RandomRecords(long seed, int count) {
    random = new Random(seed);
    int cap = 2 + random.nextInt(12);
    model = model(cap, new Ownership("number", "name", "birth"));
    RecordTableBuilder own = new RecordTableBuilder(model);
    RecordTableBuilder asWritten = new RecordTableBuilder(model(cap, null));
    for (int i = 0; i < count; i++) {
      List<List<String>> raw = raw();
      own.add(numbers(own, raw));
      asWritten.add(numbers(asWritten, raw));
    }
    table = own.build();
    borne = asWritten.build();
  }

  private static int[] numbers(RecordTableBuilder builder, List<List<String>> raw) {
    int[] numbers = new int[raw.size()];
    Arrays.setAll(numbers, field -> builder.lexicon(field).number(raw.get(field)));
    return numbers;
  }

  private static ModelDescription model(int cap, @Nullable Ownership ownership) {
    return new ModelDescription(
        "random",
        List.of(),
        FIELDS,
        List.of(
            new Comparison("number", "number", "", List.of("same"), false, List.of()),
            new Comparison("name", "name", "", List.of("same"), true, List.of()),
            new Comparison("phone", "phone", "", List.of("same"), true, List.of())),
        List.of(
            rule(cap, "number.whole"),
            rule(cap, "number.segments"),
            rule(cap, "name.whole birth.day", "sex.whole"),
            rule(cap, "name.letters birth.year-month", "phone.each sex.whole"),
            rule(cap, "name.less-one phone.each", "birth.day"),
            rule(2 * cap, "name.surname", "phone.each"),
            rule(cap, "birth.year sex.whole")),
        new Training(List.of(), 1, List.of(), List.of()),
        new Laws(List.of(), List.of(), List.of(), ownership),
        new Thresholds(0, 0, 0));
  }

  private static BlockingRule rule(int cap, String keys) {
    return new BlockingRule(keys(keys), List.of(), cap);
  }

  private static BlockingRule rule(int cap, String keys, String refine) {
    return new BlockingRule(keys(keys), keys(refine), cap);
  }

  private static List<Key> keys(String words) {
    return Stream.of(words.split(" "))
        .map(word -> new Key(word.split("\\.")[0], word.split("\\.")[1]))
        .toList();
  }

  private List<List<String>> raw() {
    String name = pick(SURNAMES) + pick(GIVEN) + (slip(2) ? "" : pick(GIVEN));
    String born = "19%02d%02d07".formatted(80 + random.nextInt(3), 1 + random.nextInt(2));
    String sequence = "12" + random.nextInt(4);
    String valid = Invented.number("341225", born, sequence);
    String number = slip(6) ? valid.substring(0, 16) + "9" + valid.charAt(17) : valid;
    String sex = slip(5) ? "" : "" + (1 + random.nextInt(2));
    String stated = slip(4) ? "1981-01-07" : born;
    String phone = "1390000111" + random.nextInt(8);
    return List.of(
        List.of(slip(15) ? "" : name, slip(8) ? pick(SURNAMES) + pick(GIVEN) : "", ""),
        List.of(slip(3) ? "" : number, "", "", "", stated, sex),
        List.of(slip(6) ? "" : stated, "", sex),
        List.of(slip(3) ? "" : phone, slip(3) ? "1390000111" + random.nextInt(8) : "", ""),
        List.of(sex, "", ""));
  }

  private boolean slip(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String pick(String characters) {
    return String.valueOf(characters.charAt(random.nextInt(characters.length())));
  }

  ModelDescription model() {
    return model;
  }

  /** The records by unit, every number with its owner alone. */
  RecordTable table() {
    return table;
  }

  /** The values of a record without the numbers that are somebody else's. */
  IntFunction<@Nullable Object> effective(int record) {
    return field -> value(table, record, field);
  }

  /** The values of a record as it bears them. */
  IntFunction<@Nullable Object> borne(int record) {
    return field -> value(borne, record, field);
  }

  private static @Nullable Object value(RecordTable table, int record, int field) {
    int number = table.column(field)[table.unitOf(record)];
    return number == 0 ? null : table.lexicon(field).value(number);
  }
}
