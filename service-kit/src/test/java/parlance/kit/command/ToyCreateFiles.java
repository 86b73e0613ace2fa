package parlance.kit.command;

import static parlance.contracts.Route.CREATE_FILES;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import parlance.contracts.Delivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** A write: answers with the text that it was given, and delivers it to whoever it is told to. */
@Singleton
@HandlesRoute(CREATE_FILES)
class ToyCreateFiles implements RequestHandler<ToyCreateFiles.Request> {

    record Request(@NotNull String text, @JsonProperty("to") List<UserId> recipients) {}

    record Packet(String text) {}

    private final RecordingHandlers desk;

    ToyCreateFiles(RecordingHandlers desk) {
        this.desk = desk;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var packet = new Packet(command.request().text());
        desk.work(caller.userId().value(), packet.text());
        var recipients = command.request().recipients();
        var handlerResult = HandlerResult.reply(packet);
        return recipients == null
                ? handlerResult
                : handlerResult.deliver(
                        Delivery.of(packet, recipients)
                                .by(caller.userId())
                                .whenOffline(OfflinePolicy.LOG));
    }
}
