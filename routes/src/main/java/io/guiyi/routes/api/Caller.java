package io.guiyi.routes.api;

import java.util.Optional;

/**
 * Who asks, and why.
 *
 * @param account under which the audit log names it
 * @param caseNumber in which matter, if the caller says so
 */
record Caller(String account, Optional<CaseNumber> caseNumber) {
  /** The holder of the API's token. */
  static Caller ofToken(Optional<CaseNumber> caseNumber) {
    return new Caller("api", caseNumber);
  }
}
