/**
 * From the sources to the register.
 *
 * <p>Each source has two routes. The first reads: it opens a pull, asks the source for page after
 * page, reads the rows and prepares them (CPU work only). The second applies: one page, one
 * transaction, in the order read. Between them stands a short queue, so that the next page is on
 * its way while the register stores the last; if a page cannot be stored, the pages read after it
 * are dropped unapplied and the next pull begins at the stored watermark.
 */
@NullMarked
package io.guiyi.routes.pull;

import org.jspecify.annotations.NullMarked;
