package io.linkspan.pasted;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;

/** A column that the remote query gives, as the source says. */
public record RemoteOutput(Identifier name, TypeName type) {}
