package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The connections that are open, the route between two of them, and the link that serves it. One
 * thread changes them; another may look at {@link #all} and {@link #openLink} to stop what runs.
 */
public final class OpenConnections implements AutoCloseable {
  private final Map<String, OpenConnection> byName =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private volatile Optional<String> source = Optional.empty();
  private volatile Optional<String> target = Optional.empty();
  private volatile Optional<Link> link = Optional.empty();

  private volatile Optional<TrafficListener> listener = Optional.empty();

  private final Supplier<List<String>> saved;

  /**
   * None open yet.
   *
   * @param saved gives the names of the saved connections, for hints
   */
  public OpenConnections(Supplier<List<String>> saved) {
    this.saved = saved;
  }

  /** Adds a connection; one of the same name is closed and replaced. */
  public void add(OpenConnection connection) {
    if (byName.containsKey(connection.name())) {
      remove(connection.name());
    }
    connection.listen(listener);
    byName.put(connection.name(), connection);
  }

  /** Tells the listener from now on what is sent to any of the servers and what comes back. */
  public void listen(Optional<TrafficListener> to) {
    listener = to;
    all().forEach(connection -> connection.listen(to));
  }

  /** Closes a connection and takes it out. */
  public void close(String name) {
    named(name);
    remove(name);
    source = source.filter(n -> !n.equals(name));
    target = target.filter(n -> !n.equals(name));
  }

  private void remove(String name) {
    OpenConnection old = byName.get(name);
    if (old != null) {
      link.filter(l -> l.joins(old)).ifPresent(this::drop);
      byName.remove(name);
      old.close();
    }
  }

  private void drop(Link old) {
    link = Optional.empty();
    old.close();
  }

  /**
   * The open connection of that name.
   *
   * @throws UserException where there is none, with the nearest name
   */
  public OpenConnection named(String name) {
    OpenConnection found = byName.get(name);
    if (found == null) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("connection \"" + name + "\" is not open").withHint(hint(name)));
    }
    return found;
  }

  /** The nearest name that is open, else how to open the one that is meant. */
  private String hint(String name) {
    Optional<String> open = NearestName.hint(name, List.copyOf(byName.keySet()));
    if (open.isPresent()) {
      return open.orElseThrow();
    }
    List<String> near = NearestName.several(name, saved.get());
    return near.isEmpty()
        ? "Open it: connect " + name + " URI"
        : "Open the saved one: connect " + near.get(0);
  }

  /** Every open connection, in the order of opening. */
  public List<OpenConnection> all() {
    synchronized (byName) {
      return List.copyOf(byName.values());
    }
  }

  /** Sets the source's end of the route. */
  public void useSource(String name) {
    source = Optional.of(named(name).name());
  }

  /** Sets the target's end of the route. */
  public void useTarget(String name) {
    target = Optional.of(named(name).name());
  }

  /** Sets the target's end to a connection that is to be opened yet; no SQL goes elsewhere. */
  public void expectTarget(String name) {
    target = Optional.of(name);
  }

  /** The source's end of the route, where it is set. */
  public Optional<OpenConnection> source() {
    return source.map(byName::get);
  }

  /** The target's end of the route, where it is set. */
  public Optional<OpenConnection> target() {
    return target.map(byName::get);
  }

  /**
   * Where SQL goes that names no connection: the target, else the connection opened last.
   *
   * @throws UserException where none is open, or the target that is expected is not
   */
  public OpenConnection current() {
    return taking().orElseThrow(() -> all().isEmpty() ? noneOpen() : noTarget());
  }

  /** The same; empty where no connection takes it. */
  public Optional<OpenConnection> taking() {
    return target.isPresent() ? target() : all().stream().reduce((first, second) -> second);
  }

  private UserException noTarget() {
    String name = target.orElseThrow();
    return UserException.usage(
        "target \"%s\" is not connected".formatted(name),
        "Connect it: connect %s. To send it elsewhere: @%s …".formatted(name, all().get(0).name()));
  }

  private UserException noneOpen() {
    List<String> names = saved.get();
    return UserException.usage(
        "no connection is open",
        names.isEmpty()
            ? "Type: connect NAME postgresql://user@host/database"
            : "Open a saved one: connect " + names.get(0));
  }

  /** The named end, else the route's, else a message that says how to set it. */
  public OpenConnection sourceOr(Optional<String> name) {
    return name.map(this::named).or(this::source).orElseThrow(this::noRoute);
  }

  /** The named end, else the route's, else a message that says how to set it. */
  public OpenConnection targetOr(Optional<String> name) {
    return name.map(this::named).or(this::target).orElseThrow(this::noRoute);
  }

  private UserException noRoute() {
    if (all().isEmpty()) {
      return noneOpen();
    }
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of("no route is set").withHint("Type: use SOURCE -> TARGET"));
  }

  /**
   * The link from the target to the source: the open one where it still serves, else a new one.
   *
   * @throws UserException where it cannot be opened
   */
  public Link link(OpenConnection from, OpenConnection to) {
    Optional<Link> serving = link.filter(l -> l.serves(from, to));
    if (serving.isPresent()) {
      return serving.orElseThrow();
    }
    link.ifPresent(this::drop);
    Link opened = Link.open(from, to);
    link = Optional.of(opened);
    return opened;
  }

  /** The link that is open, if one is. */
  public Optional<Link> openLink() {
    return link;
  }

  /** Closes the link, if one is open. */
  public void closeLink() {
    link.ifPresent(this::drop);
  }

  @Override
  public void close() {
    closeLink();
    new ArrayList<>(byName.keySet()).forEach(this::remove);
  }
}
