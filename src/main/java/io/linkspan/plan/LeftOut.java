package io.linkspan.plan;

import io.linkspan.catalog.Column;

/**
 * A column that the copy leaves out.
 *
 * @param reason why, or for a target column what fills it
 */
public record LeftOut(Column column, String reason) {}
