package io.linkspan.trouble;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.trouble.Scene.End;
import io.linkspan.trouble.Scene.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which side raised an error.
 *
 * @param sentence for the reader
 * @param end the side, where its name is known
 */
record RaisedBy(String sentence, Optional<End> end) {
  /** What dblink adds to an error of the other server (contrib/dblink/dblink.c). */
  private static final Pattern THROUGH =
      Pattern.compile("on (?:dblink connection named \"(?<name>.*)\"|unnamed dblink connection)");

  private static final String OF_LINKSPAN = "linkspan_";

  /** Of a connection string in a statement that somebody typed, whatever server it names. */
  private static final String OF_TYPED = OF_LINKSPAN + "typed_";

  static RaisedBy of(Side side, ErrorFields fields, Scene scene) {
    if (scene.place() == Place.SHELL) {
      return shell(fields, scene);
    }
    Matcher through = THROUGH.matcher(fields.context().orElse(""));
    if (through.find()) {
      return behind(through.group("name") == null ? "" : through.group("name"), scene);
    }
    String detail = fields.detail().orElse("");
    if (side == Side.LINK && detail.contains("FATAL:")) {
      return scene.place() == Place.TYPED
          ? new RaisedBy(
              "The source raised it, the server that dblink connects to; the target \"%s\" passes it on."
                  .formatted(scene.asked()),
              Optional.empty())
          : new RaisedBy(
              "The source \"%s\" raised it when the target \"%s\" connected to it."
                  .formatted(name(scene.source()), scene.asked()),
              scene.source());
    }
    boolean sourceAsked =
        scene.place() == Place.TYPED
            && scene.source().filter(end -> end.name().equals(scene.asked())).isPresent();
    if (sourceAsked && (scene.namesDblink() || side == Side.LINK)) {
      // The route reads from it, but here dblink was to run on it.
      return new RaisedBy("\"%s\" raised it.".formatted(scene.asked()), scene.target());
    }
    boolean ofSource = scene.asksSource() || sourceAsked;
    return ofSource
        ? new RaisedBy("The source \"%s\" raised it.".formatted(scene.asked()), scene.source())
        : new RaisedBy("The target \"%s\" raised it.".formatted(scene.asked()), scene.target());
  }

  /** Whether the error came through dblink from another server. */
  static boolean otherServer(ErrorFields fields) {
    return THROUGH.matcher(fields.context().orElse("")).find();
  }

  private static RaisedBy shell(ErrorFields fields, Scene scene) {
    String code = fields.sqlState().map(state -> state.code()).orElse("");
    boolean byDriver = code.isEmpty() || code.startsWith("08") || code.equals("XX000");
    String sentence =
        byDriver
            ? "The shell could not open a session on the server of \"%s\"."
            : "The server of \"%s\" refused the shell.";
    return new RaisedBy(sentence.formatted(scene.asked()), Optional.of(End.of(scene.asked())));
  }

  private static RaisedBy behind(String link, Scene scene) {
    boolean ours = link.startsWith(OF_LINKSPAN) && !link.startsWith(OF_TYPED);
    if (scene.place() != Place.TYPED || ours) {
      String name = ours ? link.substring(OF_LINKSPAN.length()) : name(scene.source());
      Optional<Identifier> role =
          scene.source().filter(end -> end.name().equals(name)).flatMap(End::role);
      return new RaisedBy(
          "The source \"%s\" raised it; the target \"%s\" passes it on."
              .formatted(name, scene.asked()),
          Optional.of(new End(name, role)));
    }
    String which =
        link.isEmpty() ? "the unnamed dblink connection" : "dblink connection \"" + link + "\"";
    return new RaisedBy(
        "The source raised it, the server behind %s; the target \"%s\" passes it on."
            .formatted(which, scene.asked()),
        Optional.empty());
  }

  private static String name(Optional<End> end) {
    return end.map(End::name).orElse("");
  }
}
