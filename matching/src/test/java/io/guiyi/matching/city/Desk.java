package io.guiyi.matching.city;

import io.guiyi.matching.Invented;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Where one department writes its rows, with its own faults. */
final class Desk {
  private final Department at;
  private final Random dice;
  private final double scale;
  private List<String> faults = new ArrayList<>();
  private int serial = 1000;

  Desk(Department at, Random dice, double scale) {
    this.at = at;
    this.dice = dice;
    this.scale = scale;
  }

  /** Clinic, year and serial: 18 digits that are no ID number. */
  String childCode(Citizen citizen) {
    return "3302820%03d%04d%04d".formatted(dice.nextInt(40), citizen.born().getYear(), serial++);
  }

  Row write(Citizen citizen, String childCode) {
    faults = new ArrayList<>();
    LocalDate born = born(citizen);
    String number = number(citizen);
    IdentityClaim claim =
        Invented.named(name(citizen))
            .withDocuments(documents(citizen, number, childCode))
            .withBirth(citizen.sex(), PartialDate.of(born))
            .withContacts(phones(citizen), address(citizen), employer(citizen))
            .withGuardians(guardians(citizen));
    if (citizen.formerName() != null && at == Department.POLICE) {
      claim =
          claim.withOrigin(PersonName.parse(citizen.formerName()).orElseThrow(), null, null, null);
    }
    return new Row(at, citizen, claim, List.copyOf(faults));
  }

  private boolean fault(String label, double percent) {
    boolean happens = dice.nextDouble() * 100 < percent * scale;
    if (happens) {
      faults.add(label);
    }
    return happens;
  }

  private String name(Citizen citizen) {
    String name = citizen.name();
    if (at == Department.HEALTH && citizen.age() < 1 && fault("newborn", 15)) {
      Citizen parent = citizen.parents().getLast();
      String end = citizen.sex() == Sex.MALE ? "之子" : "之女";
      return switch (dice.nextInt(3)) {
        case 0 -> parent.name() + end;
        case 1 -> name.charAt(0) + "某" + end;
        default -> name.charAt(0) + "婴";
      };
    }
    if (citizen.formerName() != null && fault("former-name", 8)) {
      return citizen.formerName();
    }
    if (name.indexOf('·') > 0) {
      return fault("dot", at.dot) ? dotSlip(name) : name;
    }
    if (fault("misheard", at.misheard)) {
      name = NamePool.misheard(name, dice);
    }
    if (fault("misread", at.misread)) {
      name = NamePool.misread(name, dice);
    }
    if (fault("lost-character", at.lostCharacter)) {
      int last = name.length() - 1;
      name = name.substring(0, last) + (dice.nextBoolean() ? "?" : "□");
    }
    if (at != Department.POLICE && fault("blank-inside", 1)) {
      name = name.charAt(0) + "　" + name.substring(1);
    }
    return name;
  }

  private String dotSlip(String name) {
    return switch (dice.nextInt(3)) {
      case 0 -> name.replace("·", "");
      case 1 -> name.replace('·', '•');
      default -> name.substring(0, Math.min(name.length(), 6));
    };
  }

  private LocalDate born(Citizen citizen) {
    LocalDate born = citizen.born();
    if (!fault("birth-date", at.birthDate)) {
      return born;
    }
    return switch (dice.nextInt(3)) {
      case 0 -> born.minusDays(20 + dice.nextInt(30));
      case 1 -> LocalDate.of(born.getYear(), 1, 1);
      default -> born.minusYears(1);
    };
  }

  private String number(Citizen citizen) {
    String number = citizen.idNumber();
    boolean infant = citizen.isChild() && citizen.age() < 6;
    if (fault("id-blank", citizen.isChild() && at == Department.HEALTH ? 12 : at.blank)) {
      return dice.nextBoolean() ? "" : "000000000000000000";
    }
    if (citizen.isChild() && fault("id-of-parent", at.parents)) {
      return citizen.parents().get(dice.nextInt(citizen.parents().size())).idNumber();
    }
    if (at == Department.HEALTH && infant && fault("child-code-as-id", 15)) {
      return "CODE";
    }
    Citizen spouse = citizen.spouse();
    if (spouse != null && fault("id-borrowed", at.borrowed)) {
      return spouse.idNumber();
    }
    if (!citizen.isChild() && fault("id-old", at.oldNumber)) {
      return Invented.number(
          number.substring(0, 6), number.substring(6, 14), "%03d".formatted(dice.nextInt(1000)));
    }
    if (citizen.born().getYear() < 2000 && fault("id-legacy", at.legacy)) {
      return number.substring(0, 6) + number.substring(8, 17);
    }
    return fault("id-typo", at.caughtTypo) ? typo(number) : broken(number);
  }

  private String broken(String number) {
    if (!fault("id-broken", at.broken)) {
      return number;
    }
    return switch (dice.nextInt(4)) {
      case 0 -> number.substring(0, 17);
      case 1 -> number.substring(0, 12 + dice.nextInt(4));
      case 2 -> number.charAt(0) + "." + number.substring(1, 6) + "E+17";
      default -> number.substring(0, 15) + "000";
    };
  }

  private String typo(String number) {
    int place = dice.nextInt(17);
    int digit = (number.charAt(place) - '0' + 1 + dice.nextInt(9)) % 10;
    return number.substring(0, place) + digit + number.substring(place + 1);
  }

  private List<IdDocument> documents(Citizen citizen, String number, String childCode) {
    List<IdDocument> documents = new ArrayList<>();
    if (!number.isEmpty()) {
      String written = number.equals("CODE") ? childCode : number;
      documents.add(new IdDocument(DocumentType.RESIDENT_ID, written));
    }
    if (at == Department.EDUCATION) {
      String school =
          dice.nextInt(100) < 95
              ? "G" + citizen.idNumber()
              : "L330282" + citizen.idNumber().substring(6, 14) + (1000 + citizen.number() % 9000);
      documents.add(new IdDocument(DocumentType.STUDENT_NUMBER, school));
    }
    if (at == Department.HEALTH && citizen.isChild() && citizen.age() < 8) {
      documents.add(new IdDocument(DocumentType.CHILD_CODE, childCode));
      if (dice.nextInt(100) < 60) {
        String certificate = "R33%07d".formatted(citizen.number());
        documents.add(new IdDocument(DocumentType.BIRTH_CERTIFICATE, certificate));
      }
    }
    return documents;
  }

  private List<Phone> phones(Citizen citizen) {
    Citizen owner =
        citizen.isChild() ? citizen.parents().get(dice.nextInt(citizen.parents().size())) : citizen;
    String digits = owner.phone();
    Citizen spouse = owner.spouse();
    if (fault("shared-phone", at.phone)) {
      digits = spouse == null ? "13900009%03d".formatted(dice.nextInt(400)) : spouse.phone();
    }
    return dice.nextInt(100) < 10 ? List.of() : List.of(Phone.parse(digits).orElseThrow());
  }

  private @Nullable Address address(Citizen citizen) {
    String full = citizen.address();
    return switch (dice.nextInt(8)) {
      case 0 -> null;
      case 1 -> Address.of(full.substring(0, full.indexOf('村') + 1));
      case 2 -> Address.of(full.replace("浙江省宁波市", ""));
      case 3 -> Address.of(full.replaceAll("(\\d+)号(\\d+)室", "$1-$2"));
      case 4 -> Address.of("慈溪市五里村%d号".formatted(1 + dice.nextInt(200)));
      default -> Address.of(full);
    };
  }

  private @Nullable String employer(Citizen citizen) {
    boolean asks =
        switch (at) {
          case LABOUR, UNION -> true;
          case POLICE -> dice.nextInt(100) < 60;
          case EDUCATION, HEALTH, VILLAGE -> false;
        };
    return asks && !citizen.employer().isEmpty() ? "慈溪市" + citizen.employer() + "有限公司" : null;
  }

  private List<GuardianClaim> guardians(Citizen citizen) {
    List<GuardianClaim> guardians = new ArrayList<>();
    boolean asks = at == Department.EDUCATION || at == Department.HEALTH;
    if (asks) {
      for (Citizen parent : citizen.parents()) {
        GuardianClaim.Relation relation =
            parent.sex() == Sex.MALE
                ? GuardianClaim.Relation.FATHER
                : GuardianClaim.Relation.MOTHER;
        if (dice.nextInt(100) < 80) {
          guardians.add(guardian(parent, relation));
        }
      }
    }
    Citizen spouse = citizen.spouse();
    if (at == Department.VILLAGE && spouse != null) {
      guardians.add(guardian(spouse, GuardianClaim.Relation.SPOUSE));
    }
    return guardians;
  }

  private GuardianClaim guardian(Citizen who, GuardianClaim.Relation relation) {
    return new GuardianClaim(
        PersonName.parse(who.name()).orElseThrow(),
        relation,
        dice.nextInt(100) < 60 ? new IdDocument(DocumentType.RESIDENT_ID, who.idNumber()) : null,
        dice.nextInt(100) < 70 ? Phone.parse(who.phone()).orElseThrow() : null);
  }
}
