package io.guiyi.connectors.health;

import io.guiyi.records.RawBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One page of a FHIR search. It only finds the entries and keeps their bytes as they came: read as
 * one byte per character, so that bytes which are not UTF-8 stay where they are.
 *
 * @param total how many resources match the search; -1 if it does not say
 * @param entries in the server's order
 * @param next where the next page is; null on the last one
 */
record FhirBundle(long total, List<FhirEntry> entries, @Nullable String next) {
  private static final int LONGEST_LINK = 4_000;
  private static final int MOST_LINKS = 20;
  private static final int MOST_ENTRIES = 100_000;

  /** What is too deep or too long for a file is that file's fault, and must not be the page's. */
  private static final int DEEPEST = 1_000;

  private static final int LONGEST_TOKEN = 64 * 1024;

  private static final JsonFactory ENVELOPE =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(10_000)
                  .maxNameLength(LONGEST_TOKEN)
                  .maxNumberLength(LONGEST_TOKEN)
                  .build())
          .build();

  FhirBundle {
    entries = List.copyOf(entries);
  }

  /** The answer is no page of a search; the message says what came instead, quoting nothing. */
  static final class NotABundle extends Exception {
    private static final long serialVersionUID = 1L;

    NotABundle(String sentence) {
      super(sentence);
    }
  }

  /** Finds the entries. */
  static FhirBundle of(byte[] body) throws NotABundle {
    String bytes = new String(body, StandardCharsets.ISO_8859_1);
    String text = bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes;
    try (JsonParser parser = ENVELOPE.createParser(ObjectReadContext.empty(), text)) {
      return new Reading(parser, text).bundle();
    } catch (JacksonException e) {
      // The library's text quotes the body, so that only the place is told.
      throw new NotABundle(
          "an answer that is no sound JSON at byte %d"
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getCharOffset()));
    }
  }

  /** The reading of one answer. */
  private static final class Reading {
    private final JsonParser parser;
    private final String bytes;
    private final Set<String> names = new HashSet<>();
    private String resourceType = "";
    private String type = "";
    private long total = -1;
    private @Nullable String next;
    private final List<FhirEntry> entries = new ArrayList<>();

    Reading(JsonParser parser, String bytes) {
      this.parser = parser;
      this.bytes = bytes;
    }

    FhirBundle bundle() throws NotABundle {
      expect(parser.nextToken() == JsonToken.START_OBJECT, "an answer that is no JSON object");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        expect(names.add(name), "one of its own fields twice");
        JsonToken value = parser.nextToken();
        switch (name) {
          case "resourceType" -> resourceType = textOf(value);
          case "type" -> type = textOf(value);
          case "total" -> {
            expect(value == JsonToken.VALUE_NUMBER_INT, "a total that is no number");
            total = parser.getLongValue();
          }
          case "link" -> links(value);
          case "entry" -> entries(value);
          default -> parser.skipChildren();
        }
      }
      expect(parser.nextToken() == null, "something after the JSON object");
      expect(
          resourceType.equals("Bundle") && type.equals("searchset"),
          "an answer that is no Bundle of type searchset");
      return new FhirBundle(total, entries, next);
    }

    private void links(JsonToken value) throws NotABundle {
      expect(value == JsonToken.START_ARRAY, "links that are no list");
      for (int i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
        expect(i < MOST_LINKS, "more than %d links".formatted(MOST_LINKS));
        String relation = "";
        String url = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          JsonToken text = parser.nextToken();
          switch (name) {
            case "relation" -> relation = textOf(text);
            case "url" -> url = textOf(text);
            default -> parser.skipChildren();
          }
        }
        if (relation.equals("next")) {
          expect(
              !url.isEmpty() && url.length() <= LONGEST_LINK,
              "a next link of %d characters where 1 to %d are allowed"
                  .formatted(url.length(), LONGEST_LINK));
          next = url;
        }
      }
      expect(parser.currentToken() == JsonToken.END_ARRAY, "a link that is no JSON object");
    }

    private void entries(JsonToken value) throws NotABundle {
      expect(value == JsonToken.START_ARRAY, "entries that are no list");
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        expect(entries.size() < MOST_ENTRIES, "more than %d entries".formatted(MOST_ENTRIES));
        entries.add(entry(token));
      }
    }

    /** An entry without a resource is kept whole, to be put aside as it is. */
    private FhirEntry entry(JsonToken token) throws NotABundle {
      int from = (int) parser.currentTokenLocation().getCharOffset();
      if (token != JsonToken.START_OBJECT) {
        return FhirEntry.of(rest(from), "");
      }
      RawBytes resource = null;
      String mode = "";
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
          case "resource" -> resource = rest((int) parser.currentTokenLocation().getCharOffset());
          case "search" -> mode = mode(value);
          default -> parser.skipChildren();
        }
      }
      return FhirEntry.of(resource == null ? rest(from) : resource, mode);
    }

    private String mode(JsonToken value) {
      String mode = "";
      if (value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return mode;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean named = parser.currentName().equals("mode");
        if (parser.nextToken() == JsonToken.VALUE_STRING && named) {
          mode = parser.getString();
        }
        parser.skipChildren();
      }
      return mode;
    }

    /** The bytes from {@code from} to the end of the value the parser stands at. */
    private RawBytes rest(int from) {
      parser.skipChildren();
      parser.finishToken();
      int to = (int) parser.currentLocation().getCharOffset();
      return RawBytes.of(bytes.substring(from, to).strip().getBytes(StandardCharsets.ISO_8859_1));
    }

    private String textOf(JsonToken token) throws NotABundle {
      expect(token == JsonToken.VALUE_STRING, "something else where a text was agreed");
      return parser.getString();
    }

    private static void expect(boolean holds, String instead) throws NotABundle {
      if (!holds) {
        throw new NotABundle(instead);
      }
    }
  }
}
