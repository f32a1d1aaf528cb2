package io.linkspan.pasted;

import io.linkspan.check.Finding;
import io.linkspan.pg.ErrorFields;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a typed statement that calls dblink goes to its server. */
public sealed interface Passage {
  /** As it was typed. */
  record AsTyped(List<Finding> findings) implements Passage {
    public AsTyped {
      findings = List.copyOf(findings);
    }
  }

  /**
   * As one call of a function, and not as a statement.
   *
   * @param function {@code dblink_connect} or {@code dblink_connect_u}
   * @param name empty for the unnamed connection
   * @param conninfo holds the password
   */
  record Connect(String function, Optional<String> name, String conninfo) implements Passage {
    @Override
    public String toString() {
      return "Connect[" + function + "]";
    }
  }

  /**
   * With names of connections, opened apart, in the place of connection strings.
   *
   * @param sql the statement to be sent
   * @param links connection strings by those names
   */
  record Through(String sql, Map<String, String> links, List<Finding> findings) implements Passage {
    public Through {
      links = Collections.unmodifiableMap(new TreeMap<>(links));
      findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
      return "Through[" + String.join(", ", links.keySet()) + "]";
    }
  }

  /** Not at all. */
  record Refused(ErrorFields why) implements Passage {}
}
