package io.guiyi.registry.resolve;

/**
 * That a row was held aside before.
 *
 * @param held under which number
 * @param ofDelivery whether it came with a complete delivery, in which a key stands once
 */
record Replayed(long held, boolean ofDelivery) {}
