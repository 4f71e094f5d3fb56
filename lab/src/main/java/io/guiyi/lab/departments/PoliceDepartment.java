package io.guiyi.lab.departments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.PoliceFeed;
import io.guiyi.lab.population.feeds.PoliceRow;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * The police as a server on the loopback interface: {@code GET /police/v1/registrations}, signed,
 * paged by cursor, ordered by (time of update, key). A row that changes while someone reads moves
 * to the end and is read again in its new state.
 */
public final class PoliceDepartment implements AutoCloseable {

  /** Path of the one service. */
  public static final String PATH = "/police/v1/registrations";

  private static final int THREADS = 16;

  private final PoliceRegister register = new PoliceRegister();
  private final PoliceDesk desk;
  private final WireMockServer server;

  private PoliceDepartment(PoliceAccount account, Clock clock, int port) {
    desk = new PoliceDesk(register, new SignatureCheck(account, clock));
    WireMockConfiguration configuration =
        WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .containerThreads(THREADS)
            .disableRequestJournal()
            .extensions(desk);
    server = new WireMockServer(port == 0 ? configuration.dynamicPort() : configuration.port(port));
    server.stubFor(
        get(urlPathEqualTo(PATH)).willReturn(aResponse().withTransformers(PoliceDesk.NAME)));
  }

  /**
   * Starts the server on a free port, with no rows.
   *
   * @param account who may call
   * @param clock against which time stamps of calls are checked
   */
  public static PoliceDepartment start(PoliceAccount account, Clock clock) {
    return start(account, clock, 0);
  }

  /**
   * Starts the server on this port, with no rows.
   *
   * @param account who may call
   * @param clock against which time stamps of calls are checked
   * @param port 0 for a free one
   */
  public static PoliceDepartment start(PoliceAccount account, Clock clock, int port) {
    PoliceDepartment department = new PoliceDepartment(account, clock, port);
    department.server.start();
    return department;
  }

  /** Where it listens, without the path of the service. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Enters all registrations of a city. */
  public void load(Population population) {
    PoliceFeed feed = new PoliceFeed(population.settings());
    for (Household household : population) {
      feed.records(household).forEach(this::put);
    }
  }

  /** Enters a registration, or the next state of one. */
  public void put(Labelled<PoliceRow> record) {
    register.put(record);
  }

  /** The current state of one of the keys, numbered from 0 in the order of first entry. */
  public Labelled<PoliceRow> record(int index) {
    return register.nth(index);
  }

  /** The time of the newest update as it is written, empty if there is no row. */
  public String newestUpdate() {
    return register.newest();
  }

  /** Lets one of the next calls go wrong. Troubles strike in the order in which they are added. */
  public void misbehave(PoliceTrouble trouble) {
    desk.expect(trouble);
  }

  /** How many registrations it holds. */
  public int keys() {
    return register.size();
  }

  /** How many pages it has handed out. */
  public long pagesServed() {
    return desk.pagesServed();
  }

  /** How many rows it has handed out, repeated ones included. */
  public long rowsServed() {
    return desk.rowsServed();
  }

  /** How many calls it has refused for their signature. */
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
