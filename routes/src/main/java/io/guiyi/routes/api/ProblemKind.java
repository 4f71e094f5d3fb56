package io.guiyi.routes.api;

import java.util.Locale;

/** Everything the API can refuse. Name and status are its contract with callers. */
public enum ProblemKind {
  /** The person id cannot be one. */
  BAD_PERSON_ID(400, "Not a person id"),
  /** A value of a record that is to be matched cannot be one. */
  BAD_CLAIM(400, "Not a record that can be matched"),
  /** The case number is empty, too long or not printable, or holds an ID number. */
  BAD_CASE_NUMBER(400, "Not a case number"),
  /** The body is not one JSON object with the agreed keys, each once. */
  BAD_BODY(400, "Not a body that is understood"),
  /** What is searched for cannot exist. */
  BAD_SEARCH(400, "Not a value that can be searched for"),
  /** Something else about the request is wrong. */
  BAD_REQUEST(400, "Not a request that is understood"),
  /** The reason is missing, too long or not printable, or holds an ID number. */
  BAD_REASON(400, "Not a reason"),
  /** No token, or not the right one. */
  UNAUTHORIZED(401, "Not authorized"),
  /** Called from another machine. */
  NOT_HERE(403, "Not on this machine"),
  /** There is no person of that id. */
  UNKNOWN_PERSON(404, "No such person"),
  /** There is no source of that name, or it is not enabled. */
  UNKNOWN_SOURCE(404, "No such source"),
  /** There is no complete delivery of that number. */
  UNKNOWN_DELIVERY(404, "No such delivery"),
  /** There is no alarm of that number. */
  UNKNOWN_ALARM(404, "No such alarm"),
  /** There is no certificate of that number. */
  UNKNOWN_CERTIFICATE(404, "No such certificate"),
  /** There is no case of that name. */
  UNKNOWN_CASE(404, "No such case"),
  /** There is no decision of that number. */
  UNKNOWN_DECISION(404, "No such decision"),
  /** What a steward's command is about is not there. */
  UNKNOWN_TO_STEWARDS(404, "No such case, person, record or decision"),
  /** There is no such path. */
  UNKNOWN_PATH(404, "No such path"),
  /** The path is there, the method is not. */
  WRONG_METHOD(405, "Not a method of this path"),
  /** The caller accepts nothing that the API can answer with. */
  NOT_ACCEPTABLE(406, "No acceptable form"),
  /** The delivery is not held, or no longer. */
  NOT_HELD(409, "Not a held delivery"),
  /** Another hub leads, or none does. */
  NOT_LEADING(409, "This hub does not lead"),
  /** The alarm is over, or somebody accepted it before. */
  ALARM_SETTLED(409, "The alarm is settled"),
  /** What the steward looked at has changed meanwhile. */
  SEEN_CHANGED(409, "What was seen has changed"),
  /** An earlier decision that stands says the opposite. */
  CONTRADICTION(409, "An earlier decision says the opposite"),
  /** Later decisions stand on the one to be undone, or it is undone already. */
  BUILT_UPON(409, "The decision cannot be undone now"),
  /** The body is larger than allowed. */
  TOO_LARGE(413, "Body too large"),
  /** The body is not JSON. */
  WRONG_MEDIA_TYPE(415, "Not JSON"),
  /** The verdict says nothing that could be done. */
  MEANINGLESS_VERDICT(422, "Not a verdict that can be carried out"),
  /** The verdict would touch more records than one may. */
  TOO_MANY_RECORDS(422, "Too many records for one verdict"),
  /** The Host header names another machine. */
  MISDIRECTED(421, "Misdirected"),
  /** A fault of the hub. */
  FAULT(500, "A fault of the hub"),
  /** The register does not answer. */
  REGISTER_UNAVAILABLE(503, "The register does not answer");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What it is, in a few words that never change. */
  public String title() {
    return title;
  }

  /** The problem's type: {@code urn:guiyi:problem:unknown-person}. */
  public String type() {
    return "urn:guiyi:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
