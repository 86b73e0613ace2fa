package parlance.gateway.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import parlance.contracts.EncryptedFields;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.gateway.packet.Packet;
import parlance.kit.encryption.FieldEncryption;

/** Takes what is secret out of a payload, and seals it for the service that needs it. */
@Singleton
final class SecretFields {

    /**
     * A payload as it may be seen on Kafka.
     *
     * @param sealed the rest of it, for the owning service only
     * @param replyKey opens the secrets that come back
     */
    record Payload(String value, @Nullable String sealed, @Nullable String replyKey) {}

    private final FieldEncryption fieldEncryption;

    SecretFields(FieldEncryption fieldEncryption) {
        this.fieldEncryption = fieldEncryption;
    }

    void refuseToStartWithoutKeys(@Observes StartupEvent event) {
        Arrays.stream(Route.values())
                .filter(route -> !route.secretFields().isEmpty())
                .flatMap(route -> route.topic().stream())
                .map(Topic::service)
                .distinct()
                .filter(service -> !fieldEncryption.sealsFor(service))
                .forEach(service -> {
                    throw new IllegalStateException(
                            "parlance.seal.public-keys has no key with the id " + service);
                });
    }

    Payload seal(Packet packet, Route route, Topic topic) {
        if (route.secretFields().isEmpty()) {
            return new Payload(packet.payload(), null, null);
        }
        var request = Json.read(packet.payload(), ObjectNode.class);
        var fields = new HashMap<String, RawJson>();
        for (var name : route.secretFields()) {
            var secret = request.remove(name);
            if (secret != null) {
                fields.put(name, new RawJson(secret.toString()));
            }
        }
        var replyKey = fieldEncryption.newReplyKey();
        var sealed = fieldEncryption.seal(topic.service(), new EncryptedFields(fields, replyKey));
        return new Payload(Json.write(request), sealed, replyKey);
    }
}
