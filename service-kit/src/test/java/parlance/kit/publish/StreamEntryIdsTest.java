package parlance.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Delivery;
import parlance.contracts.DeviceId;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.InboxAddress;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.StreamEntryId;
import parlance.contracts.UserId;
import parlance.kit.HandlerResult;
import parlance.kit.ReplyAddress;
import parlance.kit.resume.ResumeStore.Addition;

class StreamEntryIdsTest {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final ConnectionId PHONE = new ConnectionId("phone");
    private static final Position POSITION = new Position("test.commands-0", 7, 0);

    @Test
    void onlyWhatIsForUsersWhoMayResumeIsAppended() {
        var batch =
                List.of(
                        answered(
                                HandlerResult.success()
                                        .deliver(packet("1", ANN, BOB).except(PHONE))
                                        .deliver(packet("2", BOB))
                                        .deliver(packet("3", ANN).only(PHONE))
                                        .deliver(packet("4", ANN))));

        var additions = StreamEntryIds.additions(batch, Set.of(ANN));

        assertThat(additions)
                .extracting(Addition::userId, Addition::position, Addition::except)
                .containsExactly(
                        tuple(ANN, POSITION.at(1), PHONE), tuple(ANN, POSITION.at(4), null));
    }

    @Test
    void theAnswerStandsForWhatTheAskerWasLeftOutOf() {
        var own = packet("1", ANN, BOB).except(PHONE);
        var completedCommand =
                answered(HandlerResult.success().deliver(own).deliver(packet("2", ANN)));
        var streamEntryIds = new StreamEntryIds();
        var entries = List.of(new StreamEntryId(1, 41), new StreamEntryId(1, 42));
        var additions = StreamEntryIds.additions(List.of(completedCommand), Set.of(ANN));

        for (int i = 0; i < entries.size(); i++) {
            streamEntryIds.add(additions.get(i), entries.get(i));
        }

        assertThat(streamEntryIds.findLeftOutOf(completedCommand)).isEqualTo(entries.getFirst());
        assertThat(streamEntryIds.find(ANN, POSITION.at(2))).isEqualTo(entries.getLast());
        assertThat(streamEntryIds.find(BOB, POSITION.at(1))).isNull();
        assertThat(new StreamEntryIds().findLeftOutOf(completedCommand)).isNull();
    }

    private static Delivery packet(String json, UserId... recipients) {
        return Delivery.of(new RawJson(json), List.of(recipients));
    }

    private static CompletedCommand answered(HandlerResult handlerResult) {
        var replyAddress =
                new ReplyAddress(
                        PHONE,
                        new InboxAddress(0, "gateway"),
                        "1",
                        EnvelopeForm.ENVELOPED,
                        ProtocolDialect.SEED,
                        null,
                        null);
        var caller =
                new Caller(
                        new OrganizationId("default"),
                        ANN,
                        "ann",
                        new DeviceId("d"),
                        new SessionId("s"));
        return new CompletedCommand(
                "message",
                POSITION,
                0,
                replyAddress,
                caller,
                "",
                null,
                handlerResult,
                Context.root());
    }
}
