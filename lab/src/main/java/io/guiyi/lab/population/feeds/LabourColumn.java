package io.guiyi.lab.population.feeds;

import java.util.Locale;

/**
 * The columns of {@code exchange.cbxx_jyxx} that the labour department fills in; the running number
 * and the columns that the reader writes back are not among them.
 */
public enum LabourColumn {
  /** Kind of transmission: 1 new, 2 changed, 3 withdrawn. */
  AAA321,
  /** Number of the batch. */
  AAA322,
  /** Time stamp, the version; yyyy-MM-dd HH:mm:ss local time. */
  AAE418,
  /** Business number, the key. */
  YWLSH,
  /** JY employment, JN skill. */
  YWLX,
  /** The department's number of the person. */
  AAC001,
  /** Social security number. */
  AAC002,
  /** Name. */
  AAC003,
  /** Sex. */
  AAC004,
  /** Ethnic group. */
  AAC005,
  /** Birth date, yyyyMMdd. */
  AAC006,
  /** Kind of paper, 01 to 05. */
  AAC058,
  /** Number of the paper. */
  AAC147,
  /** Mobile phone. */
  AAC067,
  /** Kind of household registration. */
  AAC009,
  /** Address of household registration. */
  AAC010,
  /** County of usual residence, six digits. */
  AAC301,
  /** Address. */
  AAE006,
  /** Number of the employer. */
  AAB001,
  /** Name of the employer. */
  AAB004,
  /** Unified social credit code. */
  AAB003,
  /** Employed from, yyyyMMdd. */
  JYKSRQ,
  /** Employed to, null while it lasts. */
  JYJSRQ,
  /** Occupation. */
  ACA111,
  /** Industry. */
  HYDM,
  /** Contract from. */
  HTKSRQ,
  /** Contract to. */
  HTJSRQ,
  /** Types of insurance, separated by commas. */
  AAE140,
  /** Insured from, yyyyMM. */
  AAE041,
  /** Insured to, null while it is paid. */
  AAE042,
  /** Level of skill, 1 to 5. */
  JNZSDJ,
  /** Name of the certificate. */
  JNZSMC,
  /** Issuer of the certificate. */
  JNFZJG,
  /** Date of the certificate. */
  JNFZRQ,
  /** Highest schooling, GB/T 4658. */
  AAC011;

  private final String columnName = name().toLowerCase(Locale.ROOT);

  /** The name of the column. */
  public String columnName() {
    return columnName;
  }
}
