package io.guiyi.lab.population;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An invented city. It is a recipe, not a collection: every reading makes the same households
 * again, one at a time, and remembers only which citizen numbers are taken (about 60 bytes a
 * person).
 */
public final class Population implements Iterable<Household> {

  /** Household numbers of people who arrive while the departments are running begin here. */
  private static final long ARRIVALS_FROM = 1L << 40;

  private final PopulationSettings settings;

  private Population(PopulationSettings settings) {
    this.settings = settings;
  }

  /** The city of these settings. */
  public static Population generate(PopulationSettings settings) {
    return new Population(settings);
  }

  /** What this city depends on. */
  public PopulationSettings settings() {
    return settings;
  }

  /** The person to search for. */
  public Canary canary() {
    return Canary.known();
  }

  /** All households in order; their members add up to the people of the settings. */
  public Stream<Household> households() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
  }

  @Override
  public Iterator<Household> iterator() {
    return new Walk();
  }

  /** Households that arrive after the reference day, without end. Single-threaded. */
  public Arrivals arrivals() {
    return new Arrivals();
  }

  /** Makes newcomers. */
  public final class Arrivals {

    private final HouseholdMaker maker = new HouseholdMaker(settings);
    private long household = ARRIVALS_FROM;
    private int resident = settings.people() + 1;

    private Arrivals() {}

    /** The next household, arriving on this day; its people continue the city's numbering. */
    public Household next(LocalDate day) {
      Household arrived = maker.make(household, resident, Integer.MAX_VALUE, day);
      household++;
      resident += arrived.members().size();
      return arrived;
    }
  }

  private final class Walk implements Iterator<Household> {

    private final HouseholdMaker maker = new HouseholdMaker(settings);
    private long household;
    private int residents;

    @Override
    public boolean hasNext() {
      return residents < settings.people();
    }

    @Override
    public Household next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all households have been read");
      }
      Household next =
          household == 0
              ? Canary.household(settings)
              : maker.make(household, residents + 1, settings.people() - residents, null);
      household++;
      residents += next.members().size();
      return next;
    }
  }
}
