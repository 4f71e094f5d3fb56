package io.guiyi.routes.pull;

import io.guiyi.records.Delivery;
import io.guiyi.registry.resolve.PreparedPage;
import org.jspecify.annotations.Nullable;

/**
 * A page on its way from reading to applying.
 *
 * @param pull to which pull it belongs
 * @param page what is to be applied
 * @param part which part of a delivery it is; null if the source does not deliver in files or lists
 */
public record PageToApply(PullUnderway pull, PreparedPage page, Delivery.@Nullable Part part) {}
