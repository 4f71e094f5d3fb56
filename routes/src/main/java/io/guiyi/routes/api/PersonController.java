package io.guiyi.routes.api;

import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.person.Persons;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Persons, by id and by search. */
@RestController
@RequestMapping(path = "/api/v1/persons", produces = MediaType.APPLICATION_JSON_VALUE)
final class PersonController {
  private final AuditedPersons persons;

  PersonController(AuditedPersons persons) {
    this.persons = persons;
  }

  /** The person of that id; one that was merged answers as the person it was merged into. */
  // "search" is no id: a GET there is a wrong method, not a malformed id.
  @GetMapping("/{id:(?!search$).+}")
  ResponseEntity<PersonAnswer> byId(
      @PathVariable("id") String id,
      @RequestHeader(name = CaseNumber.HEADER, required = false) @Nullable String caseNumber) {
    PersonId asked = Asked.person("id", id);
    Person person =
        persons
            .read(asked, Caller.ofToken(CaseNumber.read(caseNumber)))
            .orElseThrow(() ->
                Refusal.of(
                    ProblemKind.UNKNOWN_PERSON,
                    "there is no person %s".formatted(asked),
                    "ids are for ever, so this one was never given; search for the person"));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_LOCATION, "/api/v1/persons/" + person.id())
        .body(PersonAnswer.of(person, asked));
  }

  /** The persons that fit. A POST, so that what is asked for stands in no address. */
  @PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
  SearchAnswer search(
      HttpServletRequest request,
      @RequestHeader(name = CaseNumber.HEADER, required = false) @Nullable String caseNumber)
      throws IOException {
    Caller caller = Caller.ofToken(CaseNumber.read(caseNumber));
    Search search = SearchBody.read(RequestBody.read(request));
    return SearchAnswer.of(persons.search(search, caller), Persons.FOUND_MAX);
  }
}
