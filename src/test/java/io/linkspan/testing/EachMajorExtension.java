package io.linkspan.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test on each major version. */
final class EachMajorExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return ServersExtension.servers(context).majors().stream().map(OnMajor::new);
  }

  /** One run of the test. */
  private record OnMajor(int major) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return "PostgreSQL " + major;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new ServerOfMajor(major));
    }
  }

  /** Means the server of that version. */
  private static final class ServerOfMajor extends ServersExtension {
    private final int major;

    private ServerOfMajor(int major) {
      this.major = major;
    }

    @Override
    TestServer server(ExtensionContext context) {
      return servers(context).server(major);
    }
  }
}
