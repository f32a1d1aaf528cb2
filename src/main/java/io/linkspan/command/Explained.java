package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.Identifier;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Scene.End;
import io.linkspan.trouble.Troubles;
import java.util.Optional;
import java.util.function.Supplier;

/** Does work so that an error of a server comes with its cause and its cure. */
final class Explained {
  private Explained() {}

  /** Work that gives nothing. */
  static void run(Scene scene, Runnable work) {
    of(
        scene,
        () -> {
          work.run();
          return true;
        });
  }

  /** Work that gives something. */
  static <T> T of(Scene scene, Supplier<T> work) {
    try {
      return work.get();
    } catch (ServerException e) {
      throw e.with(Troubles.explained(e, scene));
    }
  }

  /** A statement that somebody typed: explained where it has to do with dblink. */
  static void typed(Workspace workspace, OpenConnection asked, String sql, Runnable work) {
    try {
      work.run();
    } catch (ServerException e) {
      Optional<End> source = workspace.connections().source().map(Explained::end);
      Scene scene = Scene.typed(end(asked), source, sql);
      throw e.with(Troubles.ofTyped(e.fields(), scene));
    }
  }

  /** The end of a connection, with the role that it is opened as. */
  static End end(OpenConnection connection) {
    return new End(connection.name(), Optional.of(new Identifier(connection.settings().user())));
  }
}
