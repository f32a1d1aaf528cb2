package io.linkspan.check;

import io.linkspan.check.Finding.Severity;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Scene.End;
import io.linkspan.trouble.Troubles;

/** Explains why the target cannot reach the source, by the catalogue of troubles. */
public final class LinkTrouble {
  private LinkTrouble() {}

  /** A finding with cause and cure for what opening the link threw, where roles are not known. */
  public static Finding explain(UserException trouble, String source, String target) {
    return explain(trouble, Scene.link(End.of(source), End.of(target)));
  }

  /** The same where more is known of both ends. */
  public static Finding explain(UserException trouble, Scene scene) {
    String message =
        "target \"%s\" cannot reach source \"%s\": %s"
            .formatted(
                scene.target().map(End::name).orElse(""),
                scene.source().map(End::name).orElse(""),
                trouble.fields().message());
    ErrorFields fields = Troubles.explained(trouble, scene).withMessage(message);
    return new Finding(CheckId.SOURCE_UNREACHABLE, Severity.ERROR, fields);
  }
}
