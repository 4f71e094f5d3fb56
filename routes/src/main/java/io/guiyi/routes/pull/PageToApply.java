package io.guiyi.routes.pull;

import io.guiyi.registry.resolve.PreparedPage;

/**
 * A page on its way from reading to applying.
 *
 * @param pull to which pull it belongs
 * @param page what is to be applied
 */
public record PageToApply(PullUnderway pull, PreparedPage page) {}
