package io.linkspan.misfit;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;

/** A source, a target, and a shell whose route leads from the one to the other. */
record MisfitsRoute(TestDatabase source, TestDatabase target, CopyShell shell)
    implements AutoCloseable {
  static MisfitsRoute of(TestDatabases databases, String onSource, String onTarget) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute(onSource);
    target.execute(onTarget);
    return new MisfitsRoute(source, target, CopyShell.between(source.access(), target.access()));
  }

  String check(String copy) {
    shell.type("plan copy " + copy);
    return shell.type("check rows");
  }

  @Override
  public void close() {
    shell.close();
  }
}
