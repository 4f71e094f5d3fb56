package io.guiyi.routes.api;

import java.util.Optional;

/**
 * Who asks, and why.
 *
 * @param account under which the audit log names it
 * @param caseNumber in which matter, if the caller says so
 */
record Caller(String account, Optional<CaseNumber> caseNumber) {
  /** The account of whoever holds the API's token. */
  static final String TOKEN = "api";

  /** The holder of the API's token. */
  static Caller ofToken(Optional<CaseNumber> caseNumber) {
    return new Caller(TOKEN, caseNumber);
  }
}
