package io.guiyi.lab.population;

/**
 * An adult who answers for a child of her household.
 *
 * @param adult the adult
 * @param relation what she is to the child
 */
public record Guardian(Resident adult, Relation relation) {

  /** Relations, with their codes at the departments. */
  public enum Relation {
    FATHER("1", "FTH"),
    MOTHER("2", "MTH"),
    GRANDPARENT("3", "GRPRN");

    private final String educationCode;
    private final String healthCode;

    Relation(String educationCode, String healthCode) {
      this.educationCode = educationCode;
      this.healthCode = healthCode;
    }

    /** One digit on the school roll. */
    public String educationCode() {
      return educationCode;
    }

    /** Code of the role in FHIR. */
    public String healthCode() {
      return healthCode;
    }
  }
}
