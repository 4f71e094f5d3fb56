package io.guiyi.lab.departments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.feeds.FhirResource;
import io.guiyi.lab.population.feeds.HealthFeed;
import io.guiyi.lab.population.feeds.HealthFile;
import io.guiyi.lab.population.feeds.Labelled;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
  private final Map<String, HealthFile> files = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
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

  /** Enters the clinics and all files of a city. */
  public void load(Population population) {
    HealthFeed.clinics().forEach(this::put);
    HealthFeed feed = new HealthFeed(population.settings());
    for (Household household : population) {
      for (Labelled<HealthFile> record : feed.records(household)) {
        put(record.versions().getLast());
      }
    }
  }

  /** Enters a file with all its resources, or its next state. */
  public synchronized void put(HealthFile file) {
    file.resources().forEach(this::put);
    if (files.put(file.key(), file) == null) {
      keys.add(file.key());
    }
  }

  /** The current state of one of the files, numbered from 0 in the order of first entry. */
  public synchronized HealthFile file(int index) {
    return Objects.requireNonNull(files.get(keys.get(index)));
  }

  /** How many files were entered whole. */
  public synchronized int files() {
    return keys.size();
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

  /** How long it was left in peace after the last call that it let go wrong. */
  public Duration peace() {
    return desk.peace();
  }

  @Override
  public void close() {
    server.stop();
  }
}
