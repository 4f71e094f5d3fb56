package io.guiyi.lab.population;

import io.guiyi.lab.population.Resident.Role;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.books.NameBook;
import io.guiyi.lab.population.books.RegionBook;
import io.guiyi.lab.population.books.RegionBook.Region;
import io.guiyi.lab.population.books.Sex;
import io.guiyi.lab.population.books.Weighted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes households one after the other; each depends on the seed and its number. */
final class HouseholdMaker {

  private static final double MOVED_HUKOU_PERCENT = 6;
  private static final double FORMER_NAME_PERCENT = 8;
  private static final double TWINS_PERCENT = 6;
  private static final int NAMES_DRAWN_MOST = 20;

  private static final List<String> HOME_TOWNS =
      List.of("城关镇", "新集镇", "双河镇", "龙泉镇", "石桥乡", "大河乡", "红岩镇", "青山乡");
  private static final List<String> HOME_VILLAGES =
      List.of("李庄村", "王庄村", "张湾村", "杨家湾村", "高岭村", "前进村", "团结村", "胜利村");

  private final PopulationSettings settings;
  private final PhoneBook phones;
  private final NameBook names = NameBook.load();
  private final RegionBook regions;
  private final Weighted<Shape> shapes;
  private final double childRenamedPercent;
  private final IssuedDocuments documents = new IssuedDocuments();
  private final ResidenceHistory residences;
  private final Career career;

  HouseholdMaker(PopulationSettings settings) {
    this.settings = settings;
    this.phones = new PhoneBook(settings.seed());
    City city = new City(settings, phones, names);
    this.residences = new ResidenceHistory(settings, city);
    this.career = new Career(settings, city);
    this.regions = RegionBook.load(settings.profile().weights("origins"));
    this.shapes = shapes(settings.profile().weights("households"));
    this.childRenamedPercent = settings.profile().percent("child-renamed");
  }

  /** Who lives together. */
  private enum Shape {
    SINGLE("single"),
    COUPLE("couple"),
    FAMILY("family"),
    PARENT_AND_CHILD("parent-and-child"),
    THREE_GENERATIONS("three-generations");

    private final String named;

    Shape(String named) {
      this.named = named;
    }
  }

  private static Weighted<Shape> shapes(Map<String, Double> weights) {
    Weighted.Builder<Shape> shapes = Weighted.builder();
    for (Shape shape : Shape.values()) {
      double weight = weights.getOrDefault(shape.named, 0.0);
      if (weight > 0) {
        shapes.add(shape, weight);
      }
    }
    return shapes.build();
  }

  /** What is settled about a member before her life in the city is told. */
  private record Member(
      Role role,
      FamilyName family,
      String name,
      Sex sex,
      LocalDate born,
      String group,
      Region region,
      Document paper) {}

  /**
   * Makes one household.
   *
   * @param number its number, from 0
   * @param firstResident number of its first member
   * @param membersMax members beyond this many are left out
   * @param arrival the day of arrival; null lets chance choose one in the past
   */
  Household make(long number, int firstResident, int membersMax, @Nullable LocalDate arrival) {
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.HOUSEHOLD, number);
    List<Member> members = members(dice);
    members = members.subList(0, Math.min(members.size(), membersMax));
    LocalDate came = arrival == null ? arrival(dice) : arrival;
    List<Job> jobsOfHead = jobs(members.getFirst(), came, arrival != null, dice);
    List<Residence> stays =
        arrival == null
            ? residences.past(came, members.size() == 1, jobsOfHead, dice)
            : residences.beginning(came, dice);
    List<Resident> residents = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      List<Job> jobs = i == 0 ? jobsOfHead : jobs(member, came, arrival != null, dice);
      int owner = member.role().isChild() ? dice.below(2) : i;
      String phone = phones.ofResident(firstResident + Math.min(owner, members.size() - 1));
      residents.add(resident(member, firstResident + i, phone, stays, jobs, dice));
    }
    return new Household(number, List.copyOf(residents));
  }

  private List<Job> jobs(Member member, LocalDate came, boolean justArrived, Dice dice) {
    if (member.role().isChild()) {
      return List.of();
    }
    return justArrived
        ? career.firstJob(member.born(), came, dice)
        : career.jobs(member.born(), came, dice);
  }

  private Resident resident(
      Member member, int number, String phone, List<Residence> stays, List<Job> jobs, Dice dice) {
    Region hukou = dice.chance(MOVED_HUKOU_PERCENT) ? regions.draw(dice) : member.region();
    boolean citizen = member.paper().kind() == Document.Kind.CITIZEN;
    String former = null;
    if (citizen && !member.role().isChild() && dice.chance(FORMER_NAME_PERCENT)) {
      former = member.family().name(member.sex(), member.born().getYear(), names, dice);
    } else if (citizen && member.role().isChild()) {
      former = nameBefore(member, number);
    }
    List<Residence> own = residences.since(stays, member.born());
    Permit permit =
        citizen && !member.role().isChild() ? residences.permit(own, number, dice) : null;
    return new Resident(
        number,
        member.role(),
        member.name(),
        former,
        member.sex(),
        member.born(),
        member.group(),
        member.paper(),
        citizen ? hukou.code() : "",
        citizen ? hukou.fullName() + hamlet(dice) : "",
        phone,
        own,
        permit,
        jobs,
        jobs.isEmpty() ? null : career.certificate(member.born(), dice));
  }

  /** Some children are named anew; a stream of its own keeps the rest of the household as it is. */
  private @Nullable String nameBefore(Member child, int number) {
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.CHILDHOOD, number);
    return dice.chance(childRenamedPercent)
        ? child.family().name(child.sex(), child.born().getYear(), names, dice)
        : null;
  }

  private static String hamlet(Dice dice) {
    return dice.pick(HOME_TOWNS) + dice.pick(HOME_VILLAGES) + dice.between(1, 12) + "组";
  }

  private LocalDate arrival(Dice dice) {
    return settings.referenceDay().minusDays(10 + (long) (Math.pow(dice.unit(), 1.6) * 4500));
  }

  private List<Member> members(Dice dice) {
    if (dice.chance(0.25)) {
      return List.of(foreigner(dice));
    }
    Region region = regions.draw(dice);
    Shape shape = shapes.draw(dice);
    boolean single = shape == Shape.SINGLE;
    Sex sex = dice.chance(single ? 58 : 85) ? Sex.MALE : Sex.FEMALE;
    int age =
        single ? dice.between(18, 30) + dice.below(31) : dice.between(24, 34) + dice.below(14);
    List<Member> members = new ArrayList<>();
    members.add(adult(Role.HEAD, sex, birthday(age, dice), region, dice));
    Member head = members.getFirst();
    if (shape != Shape.SINGLE && shape != Shape.PARENT_AND_CHILD) {
      Region home = dice.chance(60) ? region : regions.draw(dice);
      LocalDate born = head.born().plusDays(dice.between(-1000, 2000));
      members.add(adult(Role.SPOUSE, sex.opposite(), born, home, dice));
    }
    if (shape != Shape.SINGLE && shape != Shape.COUPLE) {
      members.addAll(children(members, head, dice));
    }
    if (shape == Shape.THREE_GENERATIONS) {
      LocalDate born = head.born().minusDays(dice.between(8000, 11_000));
      Sex grandparent = dice.chance(40) ? Sex.MALE : Sex.FEMALE;
      members.add(adult(Role.GRANDPARENT, grandparent, born, region, dice));
    }
    return members;
  }

  private Member adult(Role role, Sex sex, LocalDate born, Region region, Dice dice) {
    String group = region.groups().draw(dice);
    FamilyName family = FamilyName.of(group, region, names, dice);
    String name = family.name(sex, born.getYear(), names, dice);
    Document paper =
        dice.chance(0.5)
            ? documents.fromAcrossTheBorder(born, sex, dice)
            : documents.citizen(region, born, sex, dice.below(500));
    return new Member(role, family, name, sex, born, group, region, paper);
  }

  private Member foreigner(Dice dice) {
    NameBook.Foreigner who = names.foreigner(dice);
    LocalDate born = birthday(dice.between(25, 60), dice);
    Document paper = documents.foreigner(who, born, dice);
    FamilyName family = new FamilyName(FamilyName.Style.SURNAME_FIRST, who.name());
    Region region = regions.draw(dice);
    return new Member(Role.HEAD, family, who.name(), who.sex(), born, "58", region, paper);
  }

  /** Brothers and sisters are registered together: their sequences follow each other. */
  private List<Member> children(List<Member> parents, Member head, Dice dice) {
    int count = dice.chance(62) ? 1 : dice.chance(88) ? 2 : 3;
    boolean twins = count > 1 && dice.chance(TWINS_PERCENT);
    Member father = parents.stream().filter(p -> p.sex() == Sex.MALE).findFirst().orElse(head);
    FamilyName family =
        father.sex() == Sex.MALE ? father.family().ofChildren(father.name()) : father.family();
    int oldest = Math.min(17, settings.referenceDay().getYear() - head.born().getYear() - 20);
    int sequence = dice.below(490);
    List<Member> children = new ArrayList<>();
    LocalDate born = birthday(dice.between(0, Math.max(0, oldest)), dice);
    String generation =
        dice.chance(twins ? 70 : 20)
            ? names.generationCharacter(Sex.MALE, born.getYear(), dice)
            : "";
    for (int i = 0; i < count; i++) {
      boolean twin = twins && i < 2;
      Sex sex = dice.chance(53) ? Sex.MALE : Sex.FEMALE;
      born = twin || i == 0 ? born : next(born, dice);
      String name = unlike(children, family, generation, sex, born.getYear(), dice);
      Document paper = documents.citizen(father.region(), born, sex, sequence + i);
      Role role = twin ? Role.TWIN : Role.CHILD;
      children.add(
          new Member(role, family, name, sex, born, father.group(), father.region(), paper));
    }
    return children;
  }

  /** A name that no brother or sister has: parents tell their children apart. */
  private String unlike(
      List<Member> siblings, FamilyName family, String generation, Sex sex, int year, Dice dice) {
    String name = "";
    for (int draw = 0; draw < NAMES_DRAWN_MOST; draw++) {
      name =
          generation.isEmpty() || family.style() != FamilyName.Style.SURNAME_FIRST
              ? family.name(sex, year, names, dice)
              : family.inherited() + generation + names.secondCharacter(sex, year, dice);
      String drawn = name;
      if (siblings.stream().noneMatch(sibling -> sibling.name().equals(drawn))) {
        break;
      }
    }
    return name;
  }

  private LocalDate next(LocalDate born, Dice dice) {
    LocalDate later = born.plusDays(dice.between(400, 2500));
    LocalDate latest = settings.referenceDay().minusDays(10);
    return later.isAfter(latest) ? born.minusDays(dice.between(400, 2500)) : later;
  }

  private LocalDate birthday(int age, Dice dice) {
    return settings.referenceDay().minusYears(age).minusDays(dice.between(15, 364));
  }
}
