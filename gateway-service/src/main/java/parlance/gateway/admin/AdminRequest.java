package parlance.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.Rejection;

/**
 * What an administrator asks for.
 *
 * @param sender in whose name
 * @param payload the packet's, as its sender would have written it
 */
record AdminRequest(OrganizationId organization, UserId sender, JsonNode payload) {

    /**
     * @param wrapper the field that holds the payload
     * @param usual the organization of whoever names none
     * @throws Rejection for the first field at fault
     */
    static AdminRequest read(JsonNode body, String wrapper, OrganizationId usual) {
        var organization = text(body, "organizationId").map(OrganizationId::new).orElse(usual);
        var sender =
                text(body, "senderId")
                        .map(UserId::new)
                        .orElseThrow(() -> Rejection.invalid("\"senderId\" is required"));
        var payload = body.path(wrapper);
        if (payload.isMissingNode() || payload.isNull()) {
            throw Rejection.invalid("\"" + wrapper + "\" is required");
        }
        if (!payload.isObject()) {
            throw Rejection.invalid("\"" + wrapper + "\" must be of type object");
        }
        return new AdminRequest(organization, sender, payload);
    }

    private static Optional<String> text(JsonNode body, String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw Rejection.invalid("\"" + field + "\" must be a string");
        }
        return Optional.of(value.textValue());
    }
}
