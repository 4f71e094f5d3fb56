/**
 * Where: administrative regions by GB/T 2260 and addresses as written. Parsing an address into its
 * levels is matching's business; here it stays the text that a source gave.
 */
@NullMarked
package io.guiyi.records.place;

import org.jspecify.annotations.NullMarked;
