package io.linkspan.trouble;

import io.linkspan.pg.Identifier;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an error came up.
 *
 * @param asked the connection whose server was asked
 * @param source the end that is read, where it is known
 * @param target the end that dblink runs on, where it is known
 * @param statement the SQL that was typed; empty where linkspan made it
 * @param again what to type to open the connection again; empty where another is in question
 */
public record Scene(
    Place place,
    String asked,
    Optional<End> source,
    Optional<End> target,
    String statement,
    String again) {
  /** What was being done. */
  public enum Place {
    COPY,
    LINK,
    TYPED,
    SHELL,
    INSTALL
  }

  /**
   * One of the two databases.
   *
   * @param name of the connection
   * @param role who is connected there, where it is known
   */
  public record End(String name, Optional<Identifier> role) {
    /** An end whose role is not known. */
    public static End of(String name) {
      return new End(name, Optional.empty());
    }
  }

  /** A copy, or what prepares one. */
  public static Scene copy(End source, End target) {
    return new Scene(Place.COPY, target.name(), Optional.of(source), Optional.of(target), "", "");
  }

  /** What prepares a copy, asked of the source by the shell itself. */
  public static Scene onSource(End source, End target) {
    return new Scene(Place.COPY, source.name(), Optional.of(source), Optional.of(target), "", "");
  }

  /** The target opens its connection to the source. */
  public static Scene link(End source, End target) {
    return new Scene(Place.LINK, target.name(), Optional.of(source), Optional.of(target), "", "");
  }

  /**
   * SQL typed at the prompt: whatever it reads through dblink is another database than the one
   * asked.
   *
   * @param source the source of the route, where one is set
   */
  public static Scene typed(End asked, Optional<End> source, String statement) {
    return new Scene(Place.TYPED, asked.name(), source, Optional.of(asked), statement, "");
  }

  /**
   * The shell opens a connection.
   *
   * @param again what opens it again, without a password in it
   */
  public static Scene shell(String asked, String again) {
    return new Scene(Place.SHELL, asked, Optional.empty(), Optional.empty(), "", again);
  }

  /** Work on the target alone, such as taking a run back. */
  public static Scene onTarget(End target) {
    return new Scene(Place.COPY, target.name(), Optional.empty(), Optional.of(target), "", "");
  }

  /** The extension is created. */
  public static Scene install(End target) {
    return new Scene(Place.INSTALL, target.name(), Optional.empty(), Optional.of(target), "", "");
  }

  /** Whether the shell asked the source itself for a copy. */
  boolean asksSource() {
    return place == Place.COPY && source.filter(end -> end.name().equals(asked)).isPresent();
  }

  /** Whether the typed statement names dblink. */
  boolean namesDblink() {
    return statement.toLowerCase(Locale.ROOT).contains("dblink");
  }
}
