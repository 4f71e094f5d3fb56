/**
 * Labour (人社): employment, contracts, insurance months, skills and qualifications, out of an
 * exchange database (前置库).
 *
 * <p>{@link io.guiyi.connectors.labour.LabourSource} opens pulls. A pull reads rows whose
 * processing state is still {@code 0}, in the order of their running number, and remembers only how
 * far it got itself: the state column, not the watermark, says what is new. So a row that was
 * committed late with a small number is not skipped, and a row whose outcome could not be written
 * back is simply read again and found unchanged. {@code ExchangeTable} holds the two statements,
 * {@code LabourRow} is what they read, {@code LabourCanon} reads it in our own terms, {@code
 * LabourWriteBack} tells the department what became of it.
 *
 * <p>The payload kept of a row are its business columns as JSON, in the order of the table, without
 * running number, batch and state: the same words sent twice are the same payload.
 */
@NullMarked
package io.guiyi.connectors.labour;

import org.jspecify.annotations.NullMarked;
