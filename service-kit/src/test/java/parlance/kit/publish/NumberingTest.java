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
import parlance.contracts.Dialect;
import parlance.contracts.EntryId;
import parlance.contracts.Form;
import parlance.contracts.InboxAddress;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.Asker;
import parlance.kit.Outcome;
import parlance.kit.resume.ResumeStore.Addition;

class NumberingTest {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final ConnectionId PHONE = new ConnectionId("phone");
    private static final Position POSITION = new Position("test.commands-0", 7, 0);

    @Test
    void onlyWhatIsForUsersWhoMayResumeIsAppended() {
        var batch =
                List.of(
                        answered(
                                Outcome.success()
                                        .deliver(packet("1", ANN, BOB).except(PHONE))
                                        .deliver(packet("2", BOB))
                                        .deliver(packet("3", ANN).only(PHONE))
                                        .deliver(packet("4", ANN))));

        var additions = Numbering.additions(batch, Set.of(ANN));

        assertThat(additions)
                .extracting(Addition::userId, Addition::position, Addition::except)
                .containsExactly(
                        tuple(ANN, POSITION.at(1), PHONE), tuple(ANN, POSITION.at(4), null));
    }

    @Test
    void theAnswerStandsForWhatTheAskerWasLeftOutOf() {
        var own = packet("1", ANN, BOB).except(PHONE);
        var answered = answered(Outcome.success().deliver(own).deliver(packet("2", ANN)));
        var numbering = new Numbering();
        var entries = List.of(new EntryId(1, 41), new EntryId(1, 42));
        var additions = Numbering.additions(List.of(answered), Set.of(ANN));

        for (int i = 0; i < entries.size(); i++) {
            numbering.add(additions.get(i), entries.get(i));
        }

        assertThat(numbering.findLeftOutOf(answered)).isEqualTo(entries.getFirst());
        assertThat(numbering.find(ANN, POSITION.at(2))).isEqualTo(entries.getLast());
        assertThat(numbering.find(BOB, POSITION.at(1))).isNull();
        assertThat(new Numbering().findLeftOutOf(answered)).isNull();
    }

    private static Delivery packet(String json, UserId... recipients) {
        return Delivery.of(new RawJson(json), List.of(recipients));
    }

    private static Answered answered(Outcome outcome) {
        var asker =
                new Asker(
                        PHONE,
                        new InboxAddress(0, "gateway"),
                        "1",
                        Form.ENVELOPED,
                        Dialect.SEED,
                        null,
                        null);
        var caller =
                new Caller(
                        new OrganizationId("default"),
                        ANN,
                        "ann",
                        new DeviceId("d"),
                        new SessionId("s"));
        return new Answered(
                "message", POSITION, 0, asker, caller, "", null, outcome, Context.root());
    }
}
