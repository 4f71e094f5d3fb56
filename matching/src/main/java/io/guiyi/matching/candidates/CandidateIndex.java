package io.guiyi.matching.candidates;

import io.guiyi.matching.RecordRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * The blocking keys of all members, on disk. It is a view of the register: if it cannot be trusted
 * (damaged, of another format, made with another key or from other blocking keys) it is emptied,
 * and {@link #lastChange} then tells that it has to be built again.
 *
 * <p>Written by one thread; {@link #refresh} makes what was written visible.
 */
public final class CandidateIndex implements AutoCloseable {
  static final String KEY_FIELD = "k";
  static final String RECORD_FIELD = "r";
  private static final String LAST_CHANGE = "lastChange";
  private static final String MADE_FROM = "madeFrom";
  private static final double BUFFER_MB = 64;

  /** Every look-up asks every segment, so few of them are worth some more merging. */
  private static final double SEGMENTS_PER_TIER = 4;

  private final Directory directory;
  private final IndexWriter writer;
  private final String madeFrom;
  private final RecordDocument document = new RecordDocument();
  private DirectoryReader reader;
  private IndexView view;
  private volatile long lastChange;

  private CandidateIndex(Directory directory, IndexWriter writer, String madeFrom)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.madeFrom = madeFrom;
    this.lastChange = committedChange();
    this.reader = DirectoryReader.open(writer);
    this.view = IndexView.of(reader, IndexView.EMPTY);
  }

  /**
   * Opens or creates the index of one maker's terms.
   *
   * @param folder where its files lie; created if absent, and used for nothing else
   * @param maker if the index holds terms of another one, it is emptied
   * @throws UncheckedIOException if the folder cannot be read or written, or another process holds
   *     it
   */
  public static CandidateIndex open(Path folder, TermMaker maker) {
    return open(folder, maker.fingerprint());
  }

  private static CandidateIndex open(Path folder, String madeFrom) {
    try {
      Files.createDirectories(folder);
      return openTrusted(folder, madeFrom);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the candidate index in " + folder, e);
    }
  }

  private static CandidateIndex openTrusted(Path folder, String madeFrom) throws IOException {
    Directory directory = FSDirectory.open(folder);
    IndexWriter writer;
    try {
      writer = new IndexWriter(directory, configuration());
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexNotFoundException e) {
      directory.close();
      empty(folder);
      directory = FSDirectory.open(folder);
      writer = new IndexWriter(directory, configuration());
    }
    if (!madeFrom.equals(committed(writer).get(MADE_FROM))) {
      writer.deleteAll();
      writer.setLiveCommitData(commitData(0, madeFrom).entrySet());
      writer.commit();
    }
    return new CandidateIndex(directory, writer, madeFrom);
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  static IndexWriterConfig configuration() {
    return new IndexWriterConfig()
        .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
        .setCodec(new Tables())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setCommitOnClose(false);
  }

  /** Lucene's usual way to write, but for the terms. */
  private static final class Tables extends Lucene104Codec {
    private final PostingsFormat terms = new TermTableFormat();

    @Override
    public PostingsFormat getPostingsFormatForField(String field) {
      return field.equals(KEY_FIELD) ? terms : super.getPostingsFormatForField(field);
    }
  }

  private static Map<String, String> committed(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    Map<String, String> map = new TreeMap<>();
    if (data != null) {
      StreamSupport.stream(data.spliterator(), false)
          .forEach(e -> map.put(e.getKey(), e.getValue()));
    }
    return map;
  }

  private static Map<String, String> commitData(long lastChange, String madeFrom) {
    return Map.of(LAST_CHANGE, Long.toString(lastChange), MADE_FROM, madeFrom);
  }

  private long committedChange() {
    return Long.parseLong(committed(writer).getOrDefault(LAST_CHANGE, "0"));
  }

  /** The number of the last PersonChange that the index holds; 0 if it was emptied or is new. */
  public long lastChange() {
    return lastChange;
  }

  /** In how many parts what is visible lies; a look-up asks each. */
  public int segments() {
    return view.segments();
  }

  /** How many records are visible. */
  public int size() {
    return reader.numDocs();
  }

  /** Writes a record under its terms; an earlier version of it is replaced. */
  public void put(RecordRef record, RecordTerms terms) {
    put(record, terms.stored());
  }

  /** The same for a record that the index does not hold, which costs less. */
  public void add(RecordRef record, RecordTerms terms) {
    add(record, terms.stored());
  }

  /**
   * Writes what a page has placed and takes out what it has removed.
   *
   * @param page the page
   * @param known tells which records may be in the index already; for others nothing is looked up
   */
  public void apply(PageOverlay page, Predicate<RecordRef> known) {
    page.removed().forEach(this::remove);
    for (RecordRef record : page.placed()) {
      long[] terms = page.terms(record);
      if (known.test(record)) {
        put(record, terms);
      } else {
        add(record, terms);
      }
    }
  }

  private void put(RecordRef record, long[] terms) {
    try {
      writer.updateDocument(recordTerm(record), document.of(record.number(), terms));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void add(RecordRef record, long[] terms) {
    try {
      writer.addDocument(document.of(record.number(), terms));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Takes a record out, if it is there. */
  public void remove(RecordRef record) {
    try {
      writer.deleteDocuments(recordTerm(record));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Takes everything out; durable with the next {@link #commit}. */
  public void clear() {
    try {
      writer.deleteAll();
      lastChange = 0;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Makes everything durable that was written, together with the number of the last change. */
  public void commit(long change) {
    try {
      writer.setLiveCommitData(commitData(change, madeFrom).entrySet());
      writer.commit();
      lastChange = change;
      refresh();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Makes everything visible that was written. */
  public void refresh() {
    try {
      DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
      if (newer != null) {
        IndexView newView = IndexView.of(newer, view);
        reader.close();
        reader = newer;
        view = newView;
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** What is visible now; good until the next {@link #refresh}. */
  IndexView view() {
    return view;
  }

  private static Term recordTerm(RecordRef record) {
    return new Term(RECORD_FIELD, bytes(record.number()));
  }

  /** Eight bytes that sort as the number does. */
  static BytesRef bytes(long number) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(number, bytes, 0);
    return new BytesRef(bytes);
  }

  private static UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException(
        "the candidate index cannot be written; free space on its disk, or rebuild it", e);
  }

  /** Closes without committing: what no {@link #commit} confirmed is not there the next time. */
  @Override
  public void close() {
    try (directory;
        writer) {
      reader.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
