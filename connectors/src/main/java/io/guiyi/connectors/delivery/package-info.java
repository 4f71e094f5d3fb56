/**
 * Deliveries: tables that a department puts into a folder, whole and in order.
 *
 * <p>A {@link io.guiyi.connectors.delivery.DeliveryFolder} is where they lie (on this machine, or
 * behind SFTP). A {@link io.guiyi.connectors.delivery.DeliveryNaming} tells data files from other
 * files and says their order. A {@link io.guiyi.connectors.delivery.Marker} beside a data file
 * ({@code FILE.ok}) says that it is whole: rows, digest, as of when. A {@link
 * io.guiyi.connectors.delivery.DeliveryPull} walks through what waits and hands over pages; how a
 * row is told apart is the source's own business ({@link
 * io.guiyi.connectors.delivery.DeliveryRows}). What a source must keep from walk to walk is one
 * {@link io.guiyi.connectors.delivery.DeliveryMemory}.
 *
 * <pre>{@code
 * DeliveryMemory memory = new DeliveryMemory();                   // one for each source
 * Pull pull = new DeliveryPull(
 *     id, new LocalFolder(path), guard, naming, DeliverySettings.settling(Duration.ofMinutes(1)),
 *     rows, memory, clock, watermark);
 * }</pre>
 *
 * <p>Rules. A file is read into memory, compared with its marker and counted before its first row
 * is handed over. Deliveries are read in their order; one that is missing, half or damaged stops
 * the walk, unless a later complete one says everything anew. A file that was read is never read
 * again: if its content changes under the same name, that is a failure for people to look at, told
 * at the end of each walk. Rows of a complete delivery carry its version; rows of a delta carry it
 * too, each a little later than the one before. The watermark names the delivery, how many of its
 * rows were read, and its digest, so that a restart goes on inside the same content only.
 */
@NullMarked
package io.guiyi.connectors.delivery;

import org.jspecify.annotations.NullMarked;
