package io.guiyi.lab.drill;

/** How a department's server is sick, whichever department it is. */
enum Trouble {
  /** A good answer that trickles longer than anybody waits. */
  SLOW_BODY,
  /** The connection is reset. */
  CONNECTION_RESET,
  /** The answer breaks off. */
  BROKEN_OFF,
  /** Far more than was asked for, or, of a department that cannot, no answer for a time. */
  TOO_MUCH_OR_NOTHING,
  /** 429, with the wish to come later. */
  TOO_MANY_REQUESTS,
  /** 500. */
  SERVER_ERROR,
  /** 302 to another host. */
  REDIRECT,
  /** A page that begins with a row of the one before. */
  SHIFTED_PAGE,
  /** A cursor or link that is not known any more. */
  EXPIRED_CURSOR,
  /** Something that is not JSON. */
  NOT_JSON
}
