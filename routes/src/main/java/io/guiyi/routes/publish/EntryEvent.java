package io.guiyi.routes.publish;

import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.Relation;
import io.guiyi.registry.feed.FeedEntry;
import io.guiyi.seal.SubscriberSeal;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feed entry as a CloudEvent 1.0 in structured JSON, by {@code docs/feeds.md}.
 *
 * <p>The attributes (id, type, subject, time) stand in clear and name nobody: the subject is the
 * opaque person id. The data, with the fields that the policy allows, are sealed for the subscriber
 * and stand in {@code data_base64}, because the broker's journal must not hold a personal value in
 * clear. Opened, they are JSON by the schema that {@code dataschema} names.
 */
public final class EntryEvent {
  /** The media type of the message. */
  public static final String CONTENT_TYPE = "application/cloudevents+json";

  /** The media type of the sealed data. */
  public static final String DATA_TYPE = "application/vnd.guiyi.sealed+json";

  /** The schema of the opened data: {@code docs/schemas/person-1.json}. */
  public static final String DATA_SCHEMA = "urn:guiyi:schema:person:1";

  private final JsonMapper json;
  private final SubscriberSeal seal;

  /** Writes with {@code json} and seals with {@code seal}. */
  public EntryEvent(JsonMapper json, SubscriberSeal seal) {
    this.json = json;
    this.seal = seal;
  }

  /** The id that a reader drops duplicates by: {@code subscriber:sequence}. */
  public static String id(String subscriber, long sequence) {
    return subscriber + ":" + sequence;
  }

  /** The message of {@code entry}, UTF-8. */
  public byte[] write(FeedEntry entry) {
    byte[] sealed =
        seal.seal(entry.subscriber(), entry.sequence(), json.writeValueAsBytes(data(entry)));
    ObjectNode event = json.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", id(entry.subscriber(), entry.sequence()));
    event.put("source", "/guiyi/feeds/" + entry.subscriber());
    event.put("type", "person." + entry.kind().name().toLowerCase(Locale.ROOT));
    event.put("subject", entry.person().text());
    event.put("time", entry.recordedAt().toString());
    event.put("datacontenttype", DATA_TYPE);
    event.put("dataschema", DATA_SCHEMA);
    event.put("data_base64", Base64.getEncoder().encodeToString(sealed));
    return json.writeValueAsBytes(event);
  }

  private ObjectNode data(FeedEntry entry) {
    ObjectNode data = json.createObjectNode();
    data.put("personId", entry.person().text());
    data.put("version", entry.version());
    data.put("standing", entry.standing().name());
    if (entry.mergedInto() != null) {
      data.put("mergedInto", entry.mergedInto().text());
    }
    data.put("policy", entry.policyHash());
    ObjectNode fields = data.putObject("fields");
    for (Map.Entry<PersonField, String> field : entry.values().entrySet()) {
      fields.put(field.getKey().label(), field.getValue());
    }
    entry.relations().forEach(relation -> relate(fields, relation));
    return data;
  }

  /** A relation says that there is one, since when and who says so; of the other only the id. */
  private static void relate(ObjectNode fields, Relation relation) {
    ObjectNode tie = fields.withArray("/" + relation.role().label()).addObject();
    tie.put("relation", relation.relation().name());
    if (relation.person() != null) {
      tie.put("person", relation.person().text());
    }
    if (relation.since() != null) {
      tie.put("since", relation.since().toString());
    }
    ArrayNode sources = tie.putArray("sources");
    relation.sources().forEach(source -> sources.add(source.name()));
  }
}
