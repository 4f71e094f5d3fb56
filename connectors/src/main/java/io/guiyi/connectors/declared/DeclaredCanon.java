package io.guiyi.connectors.declared;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a row in our own terms as its declaration says: first the checks, then whom it is about,
 * then what it states. Every relative that is named is a {@link Guardianship} too. Pure.
 */
final class DeclaredCanon {
  private final Declaration declaration;

  DeclaredCanon(Declaration declaration) {
    this.declaration = declaration;
  }

  Canonicalized read(SourceRecord origin) {
    try {
      CellReader cells = new CellReader(TablePayload.read(origin.payload()));
      new CheckReader(cells).hold(declaration.checks());
      StatementReader statements = new StatementReader(cells);
      IdentityClaim who = new PersonReader(cells, statements).read(declaration.person());
      return new CanonicalRecord(
          origin, who, origin.isWithdrawn() ? List.of() : what(statements, who));
    } catch (RowFault fault) {
      return fault.quarantine(origin);
    }
  }

  private List<Statement> what(StatementReader reader, IdentityClaim who) throws RowFault {
    List<Statement> statements = new ArrayList<>();
    for (StatementMapping mapping : declaration.statements()) {
      reader.read(mapping).ifPresent(statements::add);
    }
    for (GuardianClaim relative : who.guardians()) {
      statements.add(new Guardianship(Period.UNKNOWN, relative));
    }
    return statements;
  }
}
