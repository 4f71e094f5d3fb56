package io.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.pair.RecordReader;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.records.identity.IdNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whose a number is")
class NumberBearersTest {
  private static final int ROWS = 200;

  private final RecordReader reader = CityModel.reader();
  private final Map<Long, Known> members = new HashMap<>();

  @ParameterizedTest(name = "does not depend on who came first, changed or went, seed {0}")
  @ValueSource(longs = {5, 6, 7})
  void any_order(long seed) {
    Random random = new Random(seed);
    List<Profile> profiles = new ArrayList<>(rows(seed));
    Collections.shuffle(profiles, random);
    NumberBearers bearers = new NumberBearers(reader, this::bearers);
    for (int step = 0; step < 3 * profiles.size(); step++) {
      long record = random.nextInt(profiles.size()) + 1L;
      Known own = members.get(record);
      if (own != null && random.nextInt(4) == 0) {
        members.remove(record);
        bearers.departure(own.record(), own.borne()).forEach(this::put);
      } else {
        RecordValues values = reader.read(profiles.get(random.nextInt(profiles.size())));
        RecordRef ref = new RecordRef(record);
        RecordValues before = own == null ? null : own.borne();
        NumberBearers.Arrival arrival = bearers.arrival(ref, before, values);
        put(new Known(ref, 1, null, values, arrival.effective(), arrival.numbersLost()));
        arrival.changed().forEach(this::put);
      }
    }
    Map<Long, Known> grown = Map.copyOf(members);
    members.replaceAll((_, known) -> known.with(known.borne(), 0));
    NumberBearers.settleAll(
        reader, List.copyOf(members.values()), this::put, Set.of(), new HashSet<>());
    assertThat(members).isEqualTo(grown);
    assertThat(members.values().stream().filter(known -> known.numbersLost() != 0).count())
        .isPositive();
  }

  private static List<Profile> rows(long seed) {
    Random random = new Random(seed);
    List<Profile> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String born = pick(random, "19900307", "19880920", "20180502");
      String number = Invented.number("341225", born, pick(random, "113", "124", "331"));
      rows.add(
          Invented.profile(
              Invented.row(
                  pick(random, "王伟", "王玮", "李敏", "周晓敏", "李敏之子"),
                  random.nextInt(5) == 0 ? "" : number,
                  pick(random, "1", "2", ""),
                  pick(random, "", "", "1990-03-07", "1988-09-20", "2018-05-02"))));
    }
    return rows;
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  private void put(Known known) {
    members.put(known.record().number(), known);
  }

  private List<Known> bearers(String number, @Nullable RecordRef self) {
    return members.values().stream()
        .filter(known -> !known.record().equals(self))
        .filter(known ->
            reader.numbers(known.borne()).stream().map(IdNumber::text).anyMatch(number::equals))
        .toList();
  }
}
