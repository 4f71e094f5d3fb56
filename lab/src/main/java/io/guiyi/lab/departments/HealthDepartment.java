package io.guiyi.lab.departments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.guiyi.lab.population.feeds.FhirResource;
import java.net.URI;

/**
 * The health department as a FHIR R4 server on the loopback interface: searches for Patient,
 * RelatedPerson, Immunization and Organization by {@code _lastUpdated} or {@code _id}, with {@code
 * _revinclude} of a patient's parts, paged by opaque next links, ordered by (time of update, id). A
 * resource that changes while someone reads moves to the end and is read again in its new state.
 */
public final class HealthDepartment implements AutoCloseable {

  /** Path of the service. */
  public static final String PATH = "/fhir";

  private static final int THREADS = 16;

  private final HealthRegister register = new HealthRegister();
  private final HealthDesk desk;
  private final WireMockServer server;

  private HealthDepartment(String token, int port) {
    desk = new HealthDesk(register, token);
    WireMockConfiguration configuration =
        WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .containerThreads(THREADS)
            .disableRequestJournal()
            .extensions(desk);
    server = new WireMockServer(port == 0 ? configuration.dynamicPort() : configuration.port(port));
    server.stubFor(
        get(urlPathMatching(PATH + "(/(Patient|RelatedPerson|Immunization|Organization))?"))
            .willReturn(aResponse().withTransformers(HealthDesk.NAME)));
  }

  /**
   * Starts the server on a free port, with no resources.
   *
   * @param token what a caller must show
   */
  public static HealthDepartment start(String token) {
    return start(token, 0);
  }

  /**
   * Starts the server on this port, with no resources.
   *
   * @param token what a caller must show
   * @param port 0 for a free one
   */
  public static HealthDepartment start(String token, int port) {
    HealthDepartment department = new HealthDepartment(token, port);
    department.server.start();
    return department;
  }

  /** The address of the service. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.port() + PATH);
  }

  /** Enters a resource, or its next state. */
  public void put(FhirResource resource) {
    register.put(resource);
  }

  /** Lets one of the next calls go wrong. Troubles strike in the order in which they are added. */
  public void misbehave(HealthTrouble trouble) {
    desk.expect(trouble);
  }

  /** How many files it holds. */
  public int patients() {
    return register.size("Patient");
  }

  /** How many pages it has handed out. */
  public long pagesServed() {
    return desk.bundlesServed();
  }

  /** How many patients it has handed out, repeated ones included. */
  public long patientsServed() {
    return desk.patientsServed();
  }

  /** How many calls it has refused for their token or their form. */
  public long callsRefused() {
    return desk.callsRefused();
  }

  /** How many calls it has let go wrong. */
  public long troublesMade() {
    return desk.troublesMade();
  }

  @Override
  public void close() {
    server.stop();
  }
}
