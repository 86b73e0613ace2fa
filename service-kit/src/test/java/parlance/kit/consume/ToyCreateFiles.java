package parlance.kit.consume;

import static parlance.contracts.Route.CREATE_FILES;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import parlance.contracts.Absent;
import parlance.contracts.Delivery;
import parlance.contracts.UserId;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** A write: answers with the text that it was given, and delivers it to whoever it is told to. */
@Singleton
@Answers(CREATE_FILES)
class ToyCreateFiles implements RequestHandler<ToyCreateFiles.Request> {

    record Request(@NotNull String text, @JsonProperty("to") List<UserId> recipients) {}

    record Packet(String text) {}

    private final FileDesk desk;

    ToyCreateFiles(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        var packet = new Packet(command.request().text());
        desk.work(caller.userId().value(), packet.text());
        var recipients = command.request().recipients();
        var outcome = Outcome.reply(packet);
        return recipients == null
                ? outcome
                : outcome.deliver(
                        Delivery.of(packet, recipients).by(caller.userId()).whenAbsent(Absent.LOG));
    }
}
