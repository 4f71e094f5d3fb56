package io.guiyi.lab.population;

/**
 * The paper by which a person identifies herself.
 *
 * @param kind which paper
 * @param number its number
 */
public record Document(Kind kind, String number) {

  /** Kinds of papers, with their codes at police (GA/T 517) and labour (AAC058). */
  public enum Kind {
    /** Identity card of a citizen. */
    CITIZEN("111", "01"),
    /** Residence permit of someone from Hong Kong or Macao. */
    HONG_KONG_MACAO("516", "02"),
    /** Residence permit of someone from Taiwan. */
    TAIWAN("511", "03"),
    /** Permit of a foreigner with permanent residence. */
    FOREIGN_PERMIT("553", "04");

    private final String policeCode;
    private final String labourCode;

    Kind(String policeCode, String labourCode) {
      this.policeCode = policeCode;
      this.labourCode = labourCode;
    }

    /** Three digits of GA/T 517. */
    public String policeCode() {
      return policeCode;
    }

    /** Two digits of the labour department's list AAC058. */
    public String labourCode() {
      return labourCode;
    }
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
