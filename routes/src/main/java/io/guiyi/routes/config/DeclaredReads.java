package io.guiyi.routes.config;

import io.guiyi.connectors.declared.DeliveryRule;
import io.guiyi.connectors.declared.FileNames;
import io.guiyi.connectors.declared.FolderFiles;
import io.guiyi.connectors.declared.JdbcRows;
import io.guiyi.connectors.declared.Protocol;
import io.guiyi.connectors.declared.RestPages;
import io.guiyi.connectors.declared.RestPages.Access;
import io.guiyi.connectors.declared.RestPages.Paging;
import io.guiyi.connectors.declared.SftpFiles;
import io.guiyi.connectors.declared.TableFiles;
import io.guiyi.connectors.delivery.DeliverySettings;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.connectors.table.DelimitedFormat;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.connectors.table.TextEncoding;
import io.guiyi.records.IntakePage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code read}: over what a declared source is read. */
final class DeclaredReads {
  private final Path folder;
  private final SourceParts parts;

  /**
   * Reads for one source.
   *
   * @param folder the configuration folder
   * @param enabled whether its secrets must be there
   */
  DeclaredReads(Path folder, boolean enabled) {
    this.folder = folder;
    this.parts = new SourceParts(folder, enabled);
  }

  /** The protocol; null, with a fault noted, if none is named. */
  @Nullable Protocol read(ConfigNode node, DeliveryRule delivery) {
    String name = node.choice("protocol", List.of("rest", "jdbc", "folder", "sftp"), "");
    Protocol protocol =
        switch (name) {
          case "rest" -> rest(node);
          case "jdbc" -> jdbc(node);
          case "folder" -> folder(node, delivery);
          case "sftp" -> sftp(node, delivery);
          default -> null;
        };
    if (protocol != null) {
      SourceParts.note(node, protocol.faults());
    }
    if (!name.isEmpty()) {
      node.rejectUnknown();
    }
    return protocol;
  }

  private RestPages rest(ConfigNode node) {
    return new RestPages(
        HttpSettings.of(node.httpUri("url").toString()),
        access(node),
        node.text("rows-at", ""),
        node.given("total-at") ? node.requiredText("total-at") : null,
        paging(node),
        node.text("size-parameter", ""),
        node.number("page-size", 1, IntakePage.MAX_ROWS, 500),
        since(node));
  }

  private Access access(ConfigNode node) {
    return switch (node.choice("access", List.of("open", "token", "signed"), "open")) {
      case "token" ->
          new Access.Token(
              node.text("header", "Authorization"),
              node.text("before-token", node.has("header") ? "" : "Bearer "),
              parts.secret(node, "token-file"));
      case "signed" ->
          new Access.Signed(node.requiredText("client-id"), parts.secret(node, "secret-file"));
      default -> new Access.Open();
    };
  }

  private static Paging paging(ConfigNode node) {
    return switch (node.choice("paging", List.of("number", "cursor", "link", "one"), "one")) {
      case "number" ->
          new Paging.ByNumber(
              node.text("page-parameter", "page"), node.number("first-page", 0, 1, 1));
      case "cursor" ->
          new Paging.ByCursor(
              node.text("cursor-parameter", "cursor"), node.requiredText("next-at"));
      case "link" -> new Paging.ByLink(node.requiredText("next-at"));
      default -> new Paging.InOne();
    };
  }

  private static RestPages.@Nullable Since since(ConfigNode node) {
    if (!node.given("since")) {
      return null;
    }
    ConfigNode section = node.section("since");
    RestPages.TimeForm form =
        switch (section.choice(
            "written", List.of("instant", "local", "day", "millis"), "instant")) {
          case "local" -> RestPages.TimeForm.LOCAL;
          case "day" -> RestPages.TimeForm.DAY;
          case "millis" -> RestPages.TimeForm.MILLIS;
          default -> RestPages.TimeForm.INSTANT;
        };
    RestPages.Since since =
        new RestPages.Since(section.requiredText("parameter"), form, overlap(section));
    section.rejectUnknown();
    return since;
  }

  private JdbcRows jdbc(ConfigNode node) {
    return new JdbcRows(
        parts.database(node),
        node.requiredText("table"),
        node.given("order-by") ? node.requiredText("order-by") : null,
        overlap(node),
        node.number("page-size", 1, IntakePage.MAX_ROWS, 1_000));
  }

  private @Nullable FolderFiles folder(ConfigNode node, DeliveryRule delivery) {
    Path place = folder.resolve(node.requiredText("folder")).normalize();
    TableFiles files = files(node, delivery);
    return files == null ? null : new FolderFiles(place, files);
  }

  private @Nullable SftpFiles sftp(ConfigNode node, DeliveryRule delivery) {
    SftpSettings server = parts.sftp(node);
    TableFiles files = files(node, delivery);
    if (files == null) {
      SourceParts.note(node, server.faults());
      return null;
    }
    return new SftpFiles(server, files);
  }

  private static @Nullable TableFiles files(ConfigNode node, DeliveryRule delivery) {
    TableFiles.Format format =
        node.choice("format", List.of("csv", "xlsx"), "csv").equals("xlsx")
            ? new TableFiles.Format.Xlsx()
            : csv(node);
    boolean marked =
        node.choice("marker", List.of("ok-file", "settle"), "settle").equals("ok-file");
    DeliverySettings settings =
        new DeliverySettings(
            marked,
            node.duration("settle", Duration.ZERO, Duration.ofDays(1), Duration.ofMinutes(1)),
            false,
            delivery.shrinkAtMost(),
            node.number("page-size", 1, IntakePage.MAX_ROWS, 1_000),
            TableLimits.defaults());
    String names = node.requiredText("files");
    Optional<String> fault = names.isEmpty() ? Optional.empty() : FileNames.fault(names);
    if (fault.isPresent()) {
      node.fault(
          "files",
          "%s '%s' %s".formatted(node.named("files"), names, fault.get()),
          "write the name with {yyyyMMdd} or {yyyyMM} for its date and {NN} for its number");
    }
    node.given("encoding");
    node.given("separator");
    return names.isEmpty() || fault.isPresent()
        ? null
        : new TableFiles(new FileNames(names, delivery.kind()), format, settings);
  }

  private static TableFiles.Format csv(ConfigNode node) {
    TextEncoding encoding =
        node.choice("encoding", List.of("gb18030", "utf-8"), "gb18030").equals("utf-8")
            ? TextEncoding.UTF_8
            : TextEncoding.GB18030;
    char separator =
        switch (node.choice("separator", List.of("comma", "semicolon", "tab"), "comma")) {
          case "semicolon" -> ';';
          case "tab" -> '\t';
          default -> ',';
        };
    return new TableFiles.Format.Csv(new DelimitedFormat(encoding, separator));
  }

  private static Duration overlap(ConfigNode node) {
    return node.duration("overlap", Duration.ZERO, Duration.ofDays(30), Duration.ZERO);
  }
}
