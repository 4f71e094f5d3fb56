package io.guiyi.routes.pull;

import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.education.EducationSettings;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.records.SourceId;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One source as it is configured.
 *
 * @param enabled whether it is pulled at all
 * @param every the pause between two pulls; zero if it is only pulled when asked
 * @param dialect how it speaks
 */
public record SourceEntry(boolean enabled, Duration every, Dialect dialect) {

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
    return new SourceEntry(enabled, Duration.ZERO, dialect);
  }
}
