package parlance.internalapi.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;

/**
 * {@code POST /internal/product-tokens} of auth-service: which user does this token of a trusted
 * issuer sign in on this device? The answer is the {@link parlance.contracts.Caller}, whose session
 * has begun, or 404.
 *
 * @param clientAddress where it was shown, if that is known
 */
public record ExternalToken(
        @JsonProperty("token") String token,
        @JsonProperty("device_id") DeviceId deviceId,
        @JsonProperty("client_address") @Nullable String clientAddress) {

    /** Without the token, which must not reach a log. */
    @Override
    public String toString() {
        return "ProductToken[deviceId=" + deviceId + "]";
    }
}
