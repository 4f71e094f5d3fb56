package io.guiyi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.registry.CompleteDelivery;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The door for complete deliveries")
class DeliveriesTest {
  private static final Row[] PEOPLE =
      IntStream.range(0, 6)
          .mapToObj(i -> Rows.police("P" + i, "张伟", LocalDate.of(1980 + i, 3, 7), 21 + i))
          .toArray(Row[]::new);

  private final RegisterFixture register = RegisterFixture.emptied();
  private final Deliveries deliveries = register.get(Deliveries.class);

  @BeforeEach
  void six() {
    CompleteDelivery.of(register, 1, PEOPLE).arrive();
  }

  @ParameterizedTest(name = "{0} rows where {1} are present, at most {2} less: held {3}")
  @CsvSource({
    "0, 0, 0, false",
    "100, 100, 0, false",
    "99, 100, 0, true",
    "90, 100, 0.1, false",
    "89, 100, 0.1, true",
    "0, 100, 1, false",
    "7, 10, 0.3, false",
    "500, 100, 0, false",
  })
  @DisplayName("holds what announces fewer rows than its source may")
  void bound(long rows, long present, double shrinkAtMost, boolean held) {
    assertThat(Deliveries.shrinksTooFar(rows, present, shrinkAtMost)).isEqualTo(held);
  }

  @Test
  @DisplayName("holds one that shrinks too far until an operator has looked, and says why")
  void holds() {
    CompleteDelivery small = small();
    Admission admission = small.admit();
    assertThat(admission).isInstanceOf(Admission.Held.class);
    assertThat(small.admit()).isEqualTo(admission);
    assertThatThrownBy(() -> small.end(1)).hasStackTraceContaining("was not admitted");
    assertThat(deliveries.list(Long.MAX_VALUE, 1).getFirst())
        .returns(DeliveryStanding.HELD, KnownDelivery::standing)
        .returns(6L, KnownDelivery::presentBefore)
        .returns(2L, KnownDelivery::rows)
        .returns(null, KnownDelivery::word);
    assertThat(lastAudit()).isEqualTo("hub delivery.held {\"present\":6,\"rows\":2}");
  }

  @Test
  @DisplayName("lets a released one in, which withdraws then, and never holds it again")
  void releases() {
    long number = small().admit().number();
    assertThat(deliveries.release(number, "operator", "term has ended"))
        .isInstanceOf(Ruling.Given.class);
    assertThat(lastAudit()).isEqualTo("operator delivery.released {\"why\":\"term has ended\"}");
    small().arrive();
    assertThat(register.count("source_record where presence = 'WITHDRAWN'")).isEqualTo(4);
    assertThat(small().admit()).isEqualTo(new Admission.Open(number));
    assertThat(deliveries.release(number, "operator", "again")).isInstanceOf(Ruling.NotHeld.class);
  }

  @Test
  @DisplayName("has a refused one passed over for ever; the corrected one is another")
  void refuses() {
    long number = small().admit().number();
    assertThat(deliveries.refuse(number, "operator", "half of the file is missing"))
        .isInstanceOfSatisfying(
            Ruling.Given.class,
            given ->
                assertThat(given.delivery().word())
                    .isEqualTo(
                        new KnownDelivery.Word(
                            "operator", "half of the file is missing", RegisterFixture.BEGIN)));
    assertThat(small().admit()).isEqualTo(new Admission.Refused(number));
    assertThat(deliveries.release(number, "operator", "no")).isInstanceOf(Ruling.NotHeld.class);
    CompleteDelivery corrected = CompleteDelivery.of(register, 2, PEOPLE);
    assertThat(corrected.admit()).isInstanceOf(Admission.Open.class);
  }

  @Test
  @DisplayName("wants a reason, and knows the deliveries it has met")
  void reasons() {
    assertThat(deliveries.release(4711, "operator", "x")).isInstanceOf(Ruling.Unknown.class);
    assertThatThrownBy(() -> deliveries.refuse(1, "operator", " "))
        .hasMessageContaining("1 to 200");
    assertThatThrownBy(() -> deliveries.list(1, 501)).hasMessageContaining("1 to 500");
  }

  private CompleteDelivery small() {
    return CompleteDelivery.of(register, 2, PEOPLE[0], PEOPLE[1]);
  }

  private String lastAudit() {
    return register
        .rows(
            "select actor || ' ' || action || ' ' || detail from audit_entry"
                + " order by number desc limit 1",
            String.class)
        .getFirst();
  }
}
