package io.guiyi.routes.pull;

import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.education.EducationSettings;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.records.SourceId;
import io.guiyi.registry.watch.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One source as it is configured.
 *
 * @param enabled whether it is pulled at all
 * @param every the pause between two pulls; zero if it is only pulled when asked
 * @param dialect how it speaks
 * @param expect within what time something new is to come; null if only pulls are expected
 */
public record SourceEntry(
    boolean enabled, Duration every, Dialect dialect, @Nullable Duration expect) {

  /** A source of which only pulls are expected. */
  public SourceEntry(boolean enabled, Duration every, Dialect dialect) {
    this(enabled, every, dialect, null);
  }

  /** How a source speaks, with the settings of its connector. */
  public sealed interface Dialect {
    /** The source's name. */
    SourceId id();
  }

  /**
   * 公安: REST.
   *
   * @param settings the connector's settings
   */
  public record Police(PoliceSettings settings) implements Dialect {
    @Override
    public SourceId id() {
      return settings.id();
    }
  }

  /**
   * 人社: exchange database.
   *
   * @param settings the connector's settings
   */
  public record Labour(LabourSettings settings) implements Dialect {
    @Override
    public SourceId id() {
      return settings.id();
    }
  }

  /**
   * 教育: files behind SFTP.
   *
   * @param settings the connector's settings
   */
  public record Education(EducationSettings settings) implements Dialect {
    @Override
    public SourceId id() {
      return settings.id();
    }
  }

  /**
   * 卫健: FHIR.
   *
   * @param settings the connector's settings
   */
  public record Health(HealthSettings settings) implements Dialect {
    @Override
    public SourceId id() {
      return settings.id();
    }
  }

  /**
   * Any other department, described instead of programmed.
   *
   * @param declaration the description
   * @param file where it is written
   */
  public record Declared(Declaration declaration, Path file) implements Dialect {
    @Override
    public SourceId id() {
      return declaration.id();
    }
  }

  /** The source's name. */
  public SourceId id() {
    return dialect.id();
  }

  /** The same source, pulled only when asked. */
  public SourceEntry onlyWhenAsked() {
    return new SourceEntry(enabled, Duration.ZERO, dialect, expect);
  }

  /** How often it is to be heard of. */
  public Expectation expectation() {
    if (!enabled) {
      return new Expectation.Nothing();
    }
    Expectation asked = Expectation.ofPause(every);
    return expect == null ? asked : new Expectation.News(expect, asked);
  }
}
