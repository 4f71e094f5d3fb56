package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.linkage.CityRecord;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.normalize.Profile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of a city in two parts: those that are there before the clock runs, and those that
 * arrive: 60 % about a person who is there, with a mistake; 30 % about one, exactly as before; 10 %
 * about somebody new.
 */
final class Arrivals {
  private static final double WITH_MISTAKE = 60;
  private static final double EXACT = 30;
  private static final double NEW = 10;

  private final ResolveSettings settings;
  private final ModelColumns columns;
  private final Profiles profiles;
  private final List<CityRecord> known = new ArrayList<>();
  private final List<CityRecord> strangers = new ArrayList<>();

  /** What a record is to whom it meets. */
  enum Kind {
    WITH_MISTAKE,
    EXACT,
    NEW
  }

  /**
   * A record that arrives.
   *
   * @param kind what it is
   * @param resident whose it is
   * @param values in the order of the model's fields
   * @param profile the same as the online engine takes it
   */
  record Arrival(Kind kind, int resident, @Nullable Object[] values, Profile profile) {
    @Override
    public String toString() {
      return "Arrival[" + kind + "]";
    }
  }

  Arrivals(ResolveSettings settings, ModelDescription model) {
    this.settings = settings;
    this.columns = new ModelColumns(model);
    this.profiles = new Profiles(model);
  }

  /** Hands over what is there before the clock runs, and remembers who will arrive. */
  void load(Consumer<Arrival> sink) {
    int all = settings.arrivals() + settings.warmUp();
    int newcomers = (int) (all * NEW / 100) + 100;
    BitSet met = new BitSet(settings.people() + newcomers);
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.ARRIVALS, 0);
    double share = 100.0 * all / settings.people();
    CityRecord.each(
        new PopulationSettings(settings.people() + newcomers, settings.seed(), 1),
        record -> {
          boolean first = !met.get(record.resident());
          met.set(record.resident());
          if (record.resident() > settings.people()) {
            if (first) {
              strangers.add(record);
            }
          } else if (first || settings.everyRecord()) {
            sink.accept(arrival(Kind.NEW, record));
            if (first && dice.chance(share)) {
              known.add(record);
            }
          }
        });
  }

  /** The records that arrive, in their order. */
  List<Arrival> arriving() {
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.ARRIVALS, 1);
    Mistake mistake = new Mistake(columns);
    List<Arrival> arriving = new ArrayList<>();
    int unknown = 0;
    while (arriving.size() < settings.arrivals() + settings.warmUp()) {
      double chance = dice.unit() * (WITH_MISTAKE + EXACT + NEW);
      if (chance >= WITH_MISTAKE + EXACT && unknown < strangers.size()) {
        arriving.add(arrival(Kind.NEW, strangers.get(unknown++)));
      } else if (chance >= WITH_MISTAKE) {
        arriving.add(arrival(Kind.EXACT, dice.pick(known)));
      } else {
        CityRecord record = dice.pick(known);
        List<String> spoilt = mistake.in(record.feed(), record.cells(), dice);
        arriving.add(
            arrival(Kind.WITH_MISTAKE, new CityRecord(record.feed(), record.resident(), spoilt)));
      }
    }
    return arriving;
  }

  private Arrival arrival(Kind kind, CityRecord record) {
    @Nullable Object[] values = columns.read(record.feed(), record.cells());
    return new Arrival(kind, record.resident(), values, profiles.of(values));
  }
}
