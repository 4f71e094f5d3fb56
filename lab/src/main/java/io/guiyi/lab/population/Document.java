package io.guiyi.lab.population;

/**
 * The paper by which a person identifies herself.
 *
 * @param kind which paper
 * @param number its number
 */
public record Document(Kind kind, String number) {

  /** Kinds of papers, with their codes at the departments. */
  public enum Kind {
    /** Identity card of a citizen. */
    CITIZEN("111", "01", "1", "01"),
    /** Residence permit of someone from Hong Kong or Macao. */
    HONG_KONG_MACAO("516", "02", "A", "99"),
    /** Residence permit of someone from Taiwan. */
    TAIWAN("511", "03", "B", "99"),
    /** Permit of a foreigner with permanent residence. */
    FOREIGN_PERMIT("553", "04", "Z", "99");

    private final String policeCode;
    private final String labourCode;
    private final String educationCode;
    private final String healthCode;

    Kind(String policeCode, String labourCode, String educationCode, String healthCode) {
      this.policeCode = policeCode;
      this.labourCode = labourCode;
      this.educationCode = educationCode;
      this.healthCode = healthCode;
    }

    /** Three digits of GA/T 517. */
    public String policeCode() {
      return policeCode;
    }

    /** Two digits of the labour department's list AAC058. */
    public String labourCode() {
      return labourCode;
    }

    /** One character of the education department's list. */
    public String educationCode() {
      return educationCode;
    }

    /** Two digits of CV02.01.101, the health department's list. */
    public String healthCode() {
      return healthCode;
    }
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
