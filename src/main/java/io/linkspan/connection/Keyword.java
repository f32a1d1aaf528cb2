package io.linkspan.connection;

import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a libpq connection string may set (libpq manual, "Parameter Key Words" and "Environment
 * Variables", releases 13 to 18), and what becomes of it here.
 */
enum Keyword {
  HOST("PGHOST", "", Trait.TO_DBLINK),
  HOSTADDR("PGHOSTADDR", "", Trait.TO_DBLINK),
  PORT("PGPORT", "", Trait.TO_DBLINK),
  DBNAME("PGDATABASE", "", Trait.TO_DBLINK),
  USER("PGUSER", "user", Trait.TO_DBLINK),
  PASSWORD("PGPASSWORD", "password", Trait.TO_DBLINK, Trait.SECRET),
  PASSFILE("PGPASSFILE", "", Trait.FILE),
  SERVICE("PGSERVICE", "", Trait.FILE),
  APPLICATION_NAME("PGAPPNAME", "ApplicationName", Trait.TO_DBLINK),
  FALLBACK_APPLICATION_NAME("", "", Trait.TO_DBLINK),
  CHANNEL_BINDING("PGCHANNELBINDING", "channelBinding", Trait.TO_DBLINK),
  /** The driver speaks UTF8 only, and dblink sets the encoding itself. */
  CLIENT_ENCODING("PGCLIENTENCODING", ""),
  CONNECT_TIMEOUT("PGCONNECT_TIMEOUT", "connectTimeout", Trait.TO_DBLINK),
  GSSDELEGATION("PGGSSDELEGATION", "", Trait.TO_DBLINK),
  GSSENCMODE("PGGSSENCMODE", "gssEncMode", Trait.TO_DBLINK),
  GSSLIB("PGGSSLIB", "gsslib"),
  KEEPALIVES("", "tcpKeepAlive", Trait.TO_DBLINK),
  KEEPALIVES_COUNT("", "", Trait.TO_DBLINK),
  KEEPALIVES_IDLE("", "", Trait.TO_DBLINK),
  KEEPALIVES_INTERVAL("", "", Trait.TO_DBLINK),
  KRBSRVNAME("PGKRBSRVNAME", "kerberosServerName", Trait.TO_DBLINK),
  LOAD_BALANCE_HOSTS("PGLOADBALANCEHOSTS", "loadBalanceHosts", Trait.TO_DBLINK),
  MAX_PROTOCOL_VERSION("PGMAXPROTOCOLVERSION", ""),
  MIN_PROTOCOL_VERSION("PGMINPROTOCOLVERSION", ""),
  OAUTH_CLIENT_ID("", "", Trait.MISSED),
  OAUTH_CLIENT_SECRET("", "", Trait.MISSED, Trait.SECRET),
  OAUTH_ISSUER("", "", Trait.MISSED),
  OAUTH_SCOPE("", "", Trait.MISSED),
  OPTIONS("PGOPTIONS", "options", Trait.TO_DBLINK),
  REPLICATION("", "", Trait.MISSED),
  REQUIRE_AUTH("PGREQUIREAUTH", "requireAuth", Trait.TO_DBLINK),
  REQUIREPEER("PGREQUIREPEER", ""),
  SCRAM_CLIENT_KEY("", "", Trait.MISSED, Trait.SECRET),
  SCRAM_SERVER_KEY("", "", Trait.MISSED, Trait.SECRET),
  SSLCERT("PGSSLCERT", "sslcert", Trait.FILE),
  SSLCERTMODE("PGSSLCERTMODE", "", Trait.MISSED),
  SSLCOMPRESSION("PGSSLCOMPRESSION", ""),
  SSLCRL("PGSSLCRL", "", Trait.FILE, Trait.MISSED),
  SSLCRLDIR("PGSSLCRLDIR", "", Trait.FILE, Trait.MISSED),
  SSLKEY("PGSSLKEY", "sslkey", Trait.FILE),
  SSLKEYLOGFILE("", "", Trait.FILE),
  SSLMODE("PGSSLMODE", "sslmode", Trait.TO_DBLINK),
  SSLNEGOTIATION("PGSSLNEGOTIATION", "sslNegotiation", Trait.TO_DBLINK),
  SSLPASSWORD("", "sslpassword", Trait.SECRET),
  SSLROOTCERT("PGSSLROOTCERT", "sslrootcert", Trait.FILE),
  SSLSNI("PGSSLSNI", "", Trait.TO_DBLINK),
  SSL_MAX_PROTOCOL_VERSION("PGSSLMAXPROTOCOLVERSION", "", Trait.MISSED, Trait.TO_DBLINK),
  SSL_MIN_PROTOCOL_VERSION("PGSSLMINPROTOCOLVERSION", "", Trait.MISSED, Trait.TO_DBLINK),
  TARGET_SESSION_ATTRS("PGTARGETSESSIONATTRS", "targetServerType", Trait.TO_DBLINK),
  TCP_USER_TIMEOUT("", "", Trait.TO_DBLINK);

  /** What a keyword is besides its name. */
  enum Trait {
    /** Says something that holds for a session opened by another server as well. */
    TO_DBLINK,
    /** Names a file, or an entry of a file, of the machine that reads it. */
    FILE,
    /** Is not to be shown or stored. */
    SECRET,
    /** The driver has nothing like it, and the user should know. */
    MISSED
  }

  private static final List<String> NAMES = Arrays.stream(values()).map(Keyword::text).toList();

  private final String variable;
  private final String property;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives a set that never changes.
  private final Set<Trait> traits;

  Keyword(String variable, String property, Trait... traits) {
    this.variable = variable;
    this.property = property;
    this.traits = Set.of(traits);
  }

  /** The spelling in a connection string. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The environment variable of the same meaning. */
  Optional<String> variable() {
    return Optional.of(variable).filter(v -> !v.isEmpty());
  }

  /** The driver's property of the same meaning; its values may differ. */
  Optional<String> property() {
    return Optional.of(property).filter(p -> !p.isEmpty());
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** The keyword of this spelling; lower case, as libpq has it. */
  static Optional<Keyword> named(String text) {
    return Optional.of(NAMES.indexOf(text)).filter(i -> i >= 0).map(i -> values()[i]);
  }

  /** All spellings. */
  static List<String> names() {
    return NAMES;
  }

  /** What to type instead of a keyword that is none; repeats nothing of it but a near miss. */
  static String hint(String unknown) {
    return NearestName.hint(unknown, NAMES)
        .orElse("Keywords are host, port, dbname, user, password, sslmode, service and others.");
  }

  /** The error for a keyword that is none and that may be shown. */
  static UserException unknown(String text) {
    return UserException.usage("unknown connection keyword \"" + text + "\"", hint(text));
  }
}
