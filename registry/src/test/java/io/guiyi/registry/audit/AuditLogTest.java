package io.guiyi.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.HashChain;
import io.guiyi.seal.HashChain.Broken;
import io.guiyi.seal.HashChain.Fault;
import io.guiyi.seal.HashChain.Intact;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The audit log")
class AuditLogTest {
  private final RegisterFixture register = RegisterFixture.emptied();
  private final AuditLog log = register.get(AuditLog.class);

  @Test
  @DisplayName("is intact when empty, and after entries were appended")
  void intact() {
    assertThat(log.verify()).isEqualTo(new Intact(HashChain.START));
    AuditEntry last = appended(5);
    assertThat(log.verify()).isEqualTo(new Intact(log.head()));
    assertThat(log.head()).isEqualTo(new HashChain.Head(5, last.hash()));
    assertThat(log.after(3, 10)).extracting(AuditEntry::number).containsExactly(4L, 5L);
    assertThat(log.after(4, 10)).containsExactly(last);
  }

  @ParameterizedTest(name = "{0}: entry {1} is bad by its {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update audit_entry set detail = 'fresh=99' where number = 3              | 3 | HASH
          update audit_entry set actor = 'nobody' where number = 1                 | 1 | HASH
          update audit_entry set recorded_at = recorded_at + interval '1 microsecond' \
          where number = 4                                                         | 4 | HASH
          update audit_entry set hash = sha256('x') where number = 2               | 2 | HASH
          update audit_entry set hash = 'x' where number = 2                       | 2 | HASH
          update audit_entry set previous = sha256('x') where number = 5           | 5 | HASH
          delete from audit_entry where number = 2                                 | 2 | NUMBER
          delete from audit_entry where number = 1                                 | 1 | NUMBER
          update audit_entry set number = 9 where number = 5                       | 5 | NUMBER
          """)
  void namesTheFirstBadEntry(String tampering, long number, Fault fault) {
    appended(6);
    assertThat(register.sql(tampering)).isEqualTo(1);
    assertThat(log.verify()).isEqualTo(new Broken(number, fault));
  }

  @Test
  @DisplayName("shows that its tail was cut off to whoever kept the head")
  void cutTail() {
    appended(4);
    HashChain.Head kept = log.head();
    register.sql("delete from audit_entry where number > 2");
    assertThat(log.verify()).isInstanceOf(Intact.class).isNotEqualTo(new Intact(kept));
  }

  @Test
  @DisplayName("checks a long chain page by page")
  void longChain() {
    register.get(Transactions.class).runInTransaction(session -> appended(AuditLog.MAX_PAGE + 1));
    assertThat(log.verify()).isEqualTo(new Intact(log.head()));
    register.sql(
        "update audit_entry set object = 'other' where number = " + (AuditLog.MAX_PAGE + 1));
    assertThat(log.verify()).isEqualTo(new Broken(AuditLog.MAX_PAGE + 1, Fault.HASH));
  }

  @Test
  @DisplayName("keeps nothing of a transaction that is rolled back")
  void rolledBack() {
    assertThatThrownBy(() ->
            register
                .get(Transactions.class)
                .runInTransaction(session -> {
                  appended(1);
                  throw new IllegalStateException("the deed fails");
                }))
        .hasMessage("the deed fails");
    assertThat(log.head()).isEqualTo(HashChain.START);
  }

  @Test
  @DisplayName("stays one chain when transactions append at once")
  void atOnce() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> log.append("hub", "page.applied", "police/" + i, ""));
    assertThat(log.verify()).isEqualTo(new Intact(log.head()));
    assertThat(log.head().number()).isEqualTo(40);
  }

  @Test
  @DisplayName("refuses what is no action, and what is too long")
  void bounds() {
    assertThatThrownBy(() -> log.append("hub", "Page applied", "x", ""))
        .hasMessageContaining("page.applied");
    assertThatThrownBy(() -> log.append("hub", "page.applied", "x", "x".repeat(4_001)))
        .hasMessageContaining("at most 4000");
    assertThatThrownBy(() -> log.append(" ", "page.applied", "x", ""))
        .hasMessageContaining("1 to 200");
  }

  private AuditEntry appended(int count) {
    AuditEntry last = log.append("hub", "page.applied", "police/1", "fresh=1");
    for (int i = 2; i <= count; i++) {
      last = log.append("hub", "page.applied", "police/" + i, "fresh=" + i);
    }
    return last;
  }
}
