package io.linkspan.testing;

import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the servers of the run and closes them when the run ends. */
class ServersExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(TestServers.class);
  private static final Set<Class<?>> TYPES =
      Set.of(TestServers.class, TestServer.class, TestDatabases.class);

  /** The servers of the run; the store of the launcher's session closes them. */
  static TestServers servers(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(
            TestServers.class, key -> TestServers.ofProperties(), TestServers.class);
  }

  /** The server that a test means when it does not say which. */
  TestServer server(ExtensionContext context) {
    return servers(context).newest();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == TestServers.class) {
      return servers(context);
    }
    if (type == TestServer.class) {
      return server(context);
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            TestDatabases.class,
            key -> new TestDatabases(servers(context), server(context)),
            TestDatabases.class);
  }
}
