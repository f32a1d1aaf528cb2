/** Named connections, credentials, pools and the link: the only doorway to JDBC and HikariCP. */
@NullMarked
package io.linkspan.connection;

import org.jspecify.annotations.NullMarked;
