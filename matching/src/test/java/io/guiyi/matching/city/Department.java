package io.guiyi.matching.city;

/**
 * Who writes rows, and how badly: per cent of rows with each fault, after the catalogue of the
 * field (village and union are guessed between labour and health).
 */
enum Department {
  POLICE(0.3, 0.3, 0.1, 0.05, 5, 0.05, 0.1, 0.1, 0.02, 0, 0.02, 0.2, 0.1, 5, 0.3),
  LABOUR(1, 0.5, 0.3, 0.4, 40, 0.3, 0.5, 0.8, 0.2, 0.2, 0, 0.3, 0.3, 5, 1),
  EDUCATION(1, 0.5, 0.2, 0.3, 30, 0.8, 2, 0, 0.05, 0, 3, 3, 0.8, 20, 0.5),
  HEALTH(3, 1, 0.5, 0.6, 50, 1.5, 1, 0.5, 0.2, 0.3, 10, 3, 1.5, 15, 3),
  UNION(1, 0.5, 0.3, 0.4, 40, 0.5, 1, 0.8, 0.2, 0.1, 0, 0.5, 0.5, 5, 0.5),
  VILLAGE(2, 1, 0.5, 0.6, 40, 1, 1, 0.5, 0.1, 0.1, 3, 5, 1, 10, 1);

  final double misheard;
  final double misread;
  final double variant;
  final double lostCharacter;
  final double dot;
  final double caughtTypo;
  final double broken;
  final double legacy;
  final double oldNumber;
  final double borrowed;
  final double parents;
  final double blank;
  final double birthDate;
  final double phone;
  final double secondKey;

  Department(double... percent) {
    misheard = percent[0];
    misread = percent[1];
    variant = percent[2];
    lostCharacter = percent[3];
    dot = percent[4];
    caughtTypo = percent[5];
    broken = percent[6];
    legacy = percent[7];
    oldNumber = percent[8];
    borrowed = percent[9];
    parents = percent[10];
    blank = percent[11];
    birthDate = percent[12];
    phone = percent[13];
    secondKey = percent[14];
  }
}
