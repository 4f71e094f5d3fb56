package io.guiyi.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("Each framework has its place")
class FrameworksInPlaceTest {
  /**
   * Where a framework may be named.
   *
   * @param framework how we call it
   * @param packages its packages
   * @param places our packages below {@code io.guiyi} that may know it; none if it has no place
   *     here
   * @param because why nowhere else
   */
  record Place(String framework, List<String> packages, List<String> places, String because) {
    @Override
    public String toString() {
      return "%s only in %s, because %s".formatted(framework, places, because);
    }
  }

  static final List<Place> PLACES =
      List.of(
          new Place(
              "Lucene",
              List.of("org.apache.lucene.."),
              List.of("matching.candidates"),
              "the index is a view that another engine may draw"),
          new Place(
              "JPA and Hibernate",
              List.of("jakarta.persistence..", "org.hibernate.."),
              List.of("registry", "lab"),
              "only the register remembers; the lab's drills count behind its back"),
          new Place(
              "Flyway",
              List.of("org.flywaydb.."),
              List.of("registry"),
              "only the register has a schema"),
          new Place(
              "the connection pool",
              List.of("com.zaxxer.hikari.."),
              List.of("registry", "connectors"),
              "only the register and an exchange database are spoken to in SQL"),
          new Place(
              "Bouncy Castle",
              List.of("org.bouncycastle.."),
              List.of("seal"),
              "a hardware module must be able to take its place"),
          new Place(
              "Camel",
              List.of("org.apache.camel.."),
              List.of("connectors", "routes", "lab"),
              "routes move, beans think"),
          new Place(
              "JMS and Artemis",
              List.of("jakarta.jms..", "org.apache.activemq..", "org.messaginghub.."),
              List.of("routes.publish", "routes.health", "lab"),
              "feed entries must not depend on who carries them"),
          new Place(
              "Spring",
              List.of("org.springframework.."),
              List.of("registry", "routes", "console", "lab"),
              "words, dialects, engine and seals must start without a container"),
          new Place(
              "Resilience4j",
              List.of("io.github.resilience4j.."),
              List.of("connectors"),
              "only what calls out needs a breaker"),
          new Place(
              "picocli",
              List.of("picocli.."),
              List.of("routes.command", "lab.command"),
              "a command line is one way in among others"),
          new Place(
              "WireMock",
              List.of("com.github.tomakehurst..", "org.wiremock.."),
              List.of("lab"),
              "simulations stay in the lab"),
          new Place(
              "sshd", List.of("org.apache.sshd.."), List.of("lab"), "simulations stay in the lab"),
          new Place(
              "Jackson 2",
              List.of("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."),
              List.of(),
              "two JSON libraries write two kinds of dates; ours is Jackson 3"),
          new Place(
              "a test kit",
              List.of("org.junit..", "org.assertj..", "com.tngtech.archunit.."),
              List.of(),
              "tests test the product, they are no part of it"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("PLACES")
  void staysInItsPlace(Place place) {
    noClasses()
        .that()
        .resideInAPackage("io.guiyi..")
        .and()
        .resideOutsideOfPackages(
            place.places().stream().map(ProductClasses::in).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(place.packages().toArray(String[]::new))
        .because(place.because())
        .check(ProductClasses.all());
  }
}
