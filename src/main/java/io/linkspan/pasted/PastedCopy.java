package io.linkspan.pasted;

import io.linkspan.check.Finding;
import io.linkspan.request.CopyRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a pasted statement comes to.
 *
 * @param request the same copy as a request; empty where no plan can do what the statement does
 * @param findings what is wrong with it, and what the plan does otherwise
 */
public record PastedCopy(Optional<CopyRequest> request, List<Finding> findings) {
  public PastedCopy {
    findings = List.copyOf(findings);
  }
}
