package io.linkspan.plan;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;

/** A sequence that must be moved on, because the copy brings values of its own for its column. */
public record SequenceMove(QualifiedName sequence, Identifier column) {}
