package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.Optional;

/** An error that a server reported, with the server's own words and which server it was. */
public final class ServerException extends UserException {
  private static final long serialVersionUID = 1L;

  private final String connection;
  private final transient Optional<ErrorOrigin> origin;

  ServerException(Kind kind, ErrorFields fields, String connection) {
    this(kind, fields, connection, Optional.empty());
  }

  ServerException(Kind kind, ErrorFields fields, String connection, Optional<ErrorOrigin> origin) {
    super(kind, fields);
    this.connection = connection;
    this.origin = origin;
  }

  /** What else the server said; empty where the driver made the error up. */
  public Optional<ErrorOrigin> origin() {
    return origin;
  }

  /** The name of the connection whose server was asked. */
  public String connection() {
    return connection;
  }

  /** The same error of the same server with more said of it. */
  public ServerException with(ErrorFields fields) {
    ServerException more = new ServerException(kind(), fields, connection, origin);
    more.initCause(this);
    return more;
  }

  /** The error with these fields alone: nothing else that the server said goes with it. */
  public ServerException alone(ErrorFields fields) {
    return new ServerException(kind(), fields, connection);
  }

  /** The same with a hint, where the server gave none that helps. */
  public ServerException withHint(String hint) {
    return with(fields().withHint(hint));
  }

  /** The error code; {@link SqlState#UNKNOWN} where the driver made the error up without one. */
  public SqlState sqlState() {
    return fields().sqlState().orElse(SqlState.UNKNOWN);
  }

  /**
   * Whether the server that was asked only passes on what the other side of a dblink connection
   * said: dblink then adds a CONTEXT line of its own (contrib/dblink/dblink.c, dblink_res_error).
   */
  public boolean cameThroughDblink() {
    return fields()
        .context()
        .filter(
            text ->
                text.contains("on dblink connection named \"")
                    || text.contains("on unnamed dblink connection"))
        .isPresent();
  }
}
