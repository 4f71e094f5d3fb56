package io.guiyi.lab.population.feeds;

import java.util.Locale;

/**
 * The fields of a police row, in the order in which they are written; the permit card comes last.
 */
public enum PoliceField {
  /** Registration number, the key. */
  DJBH,
  /** Name. */
  XM,
  /** Former name. */
  CYM,
  /** Kind of paper, GA/T 517. */
  ZJLX,
  /** Number of the paper. */
  ZJHM,
  /** Citizen number. */
  GMSFHM,
  /** Sex: 1, 2, 0 or 9. */
  XB,
  /** Ethnic group, 01 to 58. */
  MZ,
  /** Birth date, yyyyMMdd. */
  CSRQ,
  /** County of household registration, six digits. */
  HJDQH,
  /** Address of household registration. */
  HJDXZ,
  /** Code of the address in the standard-address library. */
  JZDDZBM,
  /** Address of residence. */
  JZDDZ,
  /** Code of the house. */
  FWBH,
  /** Number of the room. */
  FJH,
  /** Name of the landlord. */
  FZXM,
  /** Who reported: 01 desk, 02 online, 03 collector, 04 employer. */
  SJLY,
  /** Moved in, yyyy-MM-dd HH:mm:ss. */
  RZSJ,
  /** Moved out, or null. */
  LKSJ,
  /** Registered. */
  DJSJ,
  /** Reason of residence, two digits. */
  JZSY,
  /** Kind of dwelling, two digits. */
  JZCS,
  /** Employer. */
  FWDW,
  /** Phone. */
  LXDH,
  /** 1 new, 2 changed, 3 cancelled. */
  ZTBS,
  /** Time of the last update, the version. */
  GXSJ;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }
}
