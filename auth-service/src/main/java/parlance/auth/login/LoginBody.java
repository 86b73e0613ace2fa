package parlance.auth.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.kit.http.JsonBody;

/** The body of {@code POST /login}; what is not of its type counts as absent. */
record LoginBody(
        @JsonProperty("device_id") @Nullable Object rawDeviceId,
        @JsonProperty("organization_id") @Nullable Object rawOrganizationId,
        @JsonProperty("login") @Nullable Object rawLogin,
        @JsonProperty("password") @Nullable Object rawPassword) {

    private static final LoginBody EMPTY = new LoginBody(null, null, null, null);

    /** A body that is no JSON, or broken, says nothing. */
    static LoginBody read(@Nullable String contentType, byte[] body) {
        return JsonBody.find(contentType, body, LoginBody.class).orElse(EMPTY);
    }

    Optional<DeviceId> deviceId() {
        try {
            return Optional.ofNullable(rawDeviceId).map(DeviceId::of);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    Optional<OrganizationId> organizationId() {
        return text(rawOrganizationId).map(OrganizationId::new);
    }

    Optional<String> login() {
        return text(rawLogin);
    }

    Optional<String> password() {
        return text(rawPassword);
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return "LoginBody";
    }
}
