package io.guiyi.routes.api;

/** Where it is noted who looked at whom. */
@FunctionalInterface
interface AuditTrail {
  /**
   * Appends an entry, durably.
   *
   * @param actor who
   * @param action what was done, such as {@code person.read}
   * @param object to whom: a person id, or {@code search}
   * @param detail never a value of a person
   */
  void append(String actor, String action, String object, String detail);
}
