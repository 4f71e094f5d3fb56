package io.guiyi.registry.intake;

import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;

/**
 * A row in quarantine, opened to be replayed.
 *
 * @param id under which number it is held
 * @param position where it stood when it was first read
 * @param payload the row as it came
 * @param ofDelivery whether it came with a complete delivery, in which a key stands once
 */
public record ReplayRow(long id, Position position, RawBytes payload, boolean ofDelivery) {}
