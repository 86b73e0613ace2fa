package parlance.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.KeyHash;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.gateway.packet.Packet;
import parlance.gateway.packet.PacketReader;

class CommandPartitioningTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String CONVERSATION = "65a000000000000000000001";

    private static final ConnectionId CONNECTION = new ConnectionId("c1");

    private @Nullable Caller caller;

    @Test
    void aMessageMeetsTheOthersOfItsConversation() {
        var order = orderOf("{\"message\":{\"cid\":\"" + CONVERSATION + "\"}}");

        assertThat(order.key()).isEqualTo(CONVERSATION);
        assertThat(order.hash()).isEqualTo(KeyHash.of(CONVERSATION));
    }

    @Test
    void theIdOfAMessageLeadsToItsConversation() {
        var sent = orderOf("{\"message\":{\"cid\":\"" + CONVERSATION + "\"}}");

        var edit = orderOf("{\"message_edit\":{\"id\":\"" + sent.mintedId() + "\"}}");

        assertThat(edit.hash()).isEqualTo(sent.hash());
    }

    @Test
    void aForeignMessageIdIsHashedAsItIs() {
        var edit = orderOf("{\"message_edit\":{\"id\":\"no id of ours\"}}");

        assertThat(edit.hash()).isEqualTo(KeyHash.of("no id of ours"));
    }

    @Test
    void whatIsCreatedMeetsWhatIsSaidOfItLater() {
        var created = orderOf("{\"conversation_create\":{}}");

        var updated = orderOf("{\"conversation_update\":{\"id\":\"" + created.key() + "\"}}");

        assertThat(created.key()).isEqualTo(created.mintedId());
        assertThat(PreassignedId.isWellFormed(created.mintedId())).isTrue();
        assertThat(updated.hash()).isEqualTo(created.hash());
    }

    @Test
    void withoutItsFieldACommandIsOrderedByWhoAsks() {
        assertThat(orderOf("{\"message\":{}}").key()).isEqualTo("c1");

        caller = ann();

        assertThat(orderOf("{\"message\":{}}").key()).isEqualTo("ann");
        assertThat(orderOf("{\"user_logout\":{}}").key()).isEqualTo("ann");
    }

    @Test
    void beforeSignInACommandIsOrderedByItsConnection() {
        assertThat(orderOf("{\"user_login\":{}}").key()).isEqualTo("c1");
    }

    @Test
    void readsNeedNoOrder() {
        assertThat(orderOf("{\"message_list\":{}}").key()).isNull();
    }

    private CommandPartitioning orderOf(String frame) {
        var packet = (Packet) new PacketReader().read(frame);
        return CommandPartitioning.of(packet.route().key(), packet, CONNECTION, caller, NOW);
    }

    private static Caller ann() {
        return new Caller(
                new OrganizationId("default"),
                new UserId("ann"),
                "ann",
                new DeviceId("d"),
                new SessionId("s"));
    }
}
