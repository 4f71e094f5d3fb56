package io.guiyi.seal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys of one hub. Per purpose there is a current key, which writes, and there may be older
 * ones, which only read.
 *
 * <p>The keys live in a directory that only its owner may enter (rights 0700, files 0600). A ring
 * can be used by many threads, and several hubs may share one directory: a key that another hub has
 * made is found when something sealed with it arrives.
 *
 * <p>Whoever loses the directory loses everything sealed with it. Keep a copy apart from the copies
 * of the database.
 */
public final class KeyRing {
  /** An immutable view of the keys, replaced as a whole when one is added. */
  private record Keys(Map<KeyId, SealKey> byId, Map<String, List<SealKey>> newestFirst) {

    static Keys of(Collection<SealKey> keys) {
      return new Keys(
          keys.stream().collect(Collectors.toUnmodifiableMap(SealKey::id, Function.identity())),
          keys.stream()
              .sorted(Comparator.comparingInt((SealKey key) -> key.id().generation()).reversed())
              .collect(
                  Collectors.groupingBy(
                      key -> key.id().purpose(), Collectors.toUnmodifiableList())));
    }

    Keys with(SealKey added) {
      List<SealKey> all = new ArrayList<>(byId.values());
      all.removeIf(key -> key.id().equals(added.id()));
      all.add(added);
      return of(all);
    }
  }

  private final KeyFiles files;
  private final SecureRandom random;
  private final Nonces nonces;
  private final boolean mayCreate;
  private final Set<KeyId> created = new HashSet<>();
  private volatile Keys keys = Keys.of(List.of());

  private KeyRing(Path directory, SecureRandom random, boolean mayCreate) {
    this.files = new KeyFiles(directory);
    this.random = random;
    this.nonces = new Nonces(random);
    this.mayCreate = mayCreate;
  }

  /**
   * Opens the hub's key directory and makes the {@linkplain KeyPurpose#standing() standing} keys
   * that were never issued: all of them on the first start, none on later ones.
   *
   * @param directory created with rights 0700 when it is not there
   * @throws KeyRefused when the directory or a key file is open to others, damaged, or a key once
   *     issued has no file any more
   */
  public static KeyRing open(Path directory) {
    return open(directory, new SecureRandom());
  }

  /**
   * Like {@link #open(Path)}, with the source of randomness for keys, nonces and signatures.
   *
   * @param random must be unpredictable wherever the ring protects anything real
   */
  public static KeyRing open(Path directory, SecureRandom random) {
    KeyRing ring = new KeyRing(directory, random, true);
    ring.files.createDirectory();
    ring.refresh();
    KeyPurpose.standing().forEach(ring::ensure);
    return ring;
  }

  /**
   * Opens a directory to read with the keys it holds and makes none: for a subscriber who was given
   * a copy of its own key file.
   *
   * @throws KeyRefused as {@link #open(Path)}, or when the directory is missing
   */
  public static KeyRing openToRead(Path directory) {
    KeyRing ring = new KeyRing(directory, new SecureRandom(), false);
    ring.refresh();
    return ring;
  }

  /**
   * Reads the directory again. After another hub has rotated a key this ring goes on writing with
   * the older one until then; opening what the newer key sealed needs no refresh.
   *
   * @throws KeyRefused as {@link #open(Path)}
   */
  public synchronized void refresh() {
    load();
  }

  private void load() {
    Set<KeyId> present = files.present();
    for (KeyId id : files.issued()) {
      if (!present.contains(id)) {
        throw new KeyRefused(
            "Key "
                + id
                + " was issued but its file is gone; restore it from the key backup, or, if it was"
                + " destroyed on purpose, delete its line from "
                + files.issuedList());
      }
    }
    List<SealKey> loaded = new ArrayList<>();
    present.forEach(id -> files.read(id).ifPresent(loaded::add));
    keys = Keys.of(loaded);
    if (mayCreate) {
      files.recordIssued(present);
    }
  }

  /**
   * Makes the first key of a purpose unless the purpose has a key.
   *
   * @return the id of its current key
   */
  public synchronized KeyId ensure(KeyPurpose purpose) {
    List<KeyId> present = generations(purpose);
    return present.isEmpty() ? create(KeyId.first(purpose), purpose) : present.getFirst();
  }

  /**
   * Makes the next key of a purpose. From now on it writes; what older keys have sealed can still
   * be opened. Safe while other threads seal and open.
   *
   * @return the id of the new key
   */
  public synchronized KeyId rotate(KeyPurpose purpose) {
    return create(ensure(purpose).next(), purpose);
  }

  private KeyId create(KeyId id, KeyPurpose purpose) {
    if (!mayCreate) {
      throw new KeyRefused("Key " + id + " is not in this ring, which was opened to read only");
    }
    KeyAlgorithm algorithm = KeyAlgorithm.of(purpose);
    if (files.publish(id, algorithm, algorithm.generate(random))) {
      created.add(id);
    }
    files.recordIssued(Set.of(id));
    SealKey key =
        files.read(id).orElseThrow(() -> new KeyRefused("Key " + id + " vanished while made"));
    keys = keys.with(key);
    return id;
  }

  /**
   * The ids of the keys this ring has made since it was opened. A hub whose database already holds
   * sealed rows must not start with standing keys on this list: the directory it wants is
   * elsewhere.
   */
  public synchronized Set<KeyId> created() {
    return Set.copyOf(created);
  }

  /**
   * The id of the key that writes for a purpose.
   *
   * @throws KeyRefused when the purpose has no key; {@link #ensure} makes one
   */
  public KeyId current(KeyPurpose purpose) {
    return key(purpose, SealKey.class).id();
  }

  /** The ids of a purpose's keys, newest first; empty when it has none. */
  public List<KeyId> generations(KeyPurpose purpose) {
    return keys.newestFirst().getOrDefault(purpose.label(), List.of()).stream()
        .map(SealKey::id)
        .toList();
  }

  /** The key that writes for a purpose. */
  <K extends SealKey> K key(KeyPurpose purpose, Class<K> kind) {
    List<SealKey> present = keys.newestFirst().get(purpose.label());
    if (present == null) {
      throw new KeyRefused(
          "Purpose " + purpose.label() + " has no key in this ring; make or copy one first");
    }
    return kind.cast(present.getFirst());
  }

  /** The key of an id, asking the directory when this ring has not seen it yet. */
  <K extends SealKey> Optional<K> key(KeyId id, Class<K> kind) {
    SealKey known = keys.byId().get(id);
    Optional<SealKey> found = known == null ? discover(id) : Optional.of(known);
    return found.filter(kind::isInstance).map(kind::cast);
  }

  private synchronized Optional<SealKey> discover(KeyId id) {
    Optional<SealKey> found = files.read(id);
    found.ifPresent(key -> keys = keys.with(key));
    return found;
  }

  /** The nonces of this ring, shared by all its keys. */
  Nonces nonces() {
    return nonces;
  }

  /** The randomness of this ring. */
  SecureRandom random() {
    return random;
  }

  @Override
  public String toString() {
    return "KeyRing of " + keys.byId().size() + " keys";
  }
}
