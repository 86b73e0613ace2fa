package parlance.user.organization;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.net.URI;
import org.bson.codecs.pojo.annotations.BsonProperty;
import parlance.contracts.OrganizationId;
import parlance.internalapi.user.TrustedIssuer;

/** A {@link TrustedIssuer} in MongoDB, whose id nothing refers to. */
@MongoEntity(collection = "trusted_issuers")
public record TrustedIssuerDocument(
        String issuer,
        String audience,
        @BsonProperty("org") OrganizationId organizationId,
        @BsonProperty("jwks_url") String jwksUrl,
        @BsonProperty("user_claim") String userClaim) {

    static TrustedIssuerDocument of(TrustedIssuer trusted) {
        return new TrustedIssuerDocument(
                trusted.issuer(),
                trusted.audience(),
                trusted.organizationId(),
                trusted.jwksUrl().toString(),
                trusted.userClaim());
    }

    TrustedIssuer toTrustedIssuer() {
        return new TrustedIssuer(organizationId, issuer, audience, URI.create(jwksUrl), userClaim);
    }
}
