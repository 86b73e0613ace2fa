package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Answers an {@link IssuerQuery}. */
public record TrustedIssuers(@JsonProperty("issuers") List<TrustedIssuer> issuers) {}
