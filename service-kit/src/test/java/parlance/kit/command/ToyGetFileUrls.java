package parlance.kit.command;

import static parlance.contracts.Route.GET_FILE_URLS;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.kit.BatchHandler;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;

/** A read, answered by the batch. */
@Singleton
@HandlesRoute(GET_FILE_URLS)
class ToyGetFileUrls implements BatchHandler<ToyGetFileUrls.Request> {

    record Request(String text) {}

    record Reply(String text) {}

    private final RecordingHandlers desk;

    ToyGetFileUrls(RecordingHandlers desk) {
        this.desk = desk;
    }

    @Override
    public List<HandlerResult> handle(List<Command<Request>> commands) {
        return commands.stream()
                .map(command -> {
                    desk.work("reads", command.request().text());
                    return HandlerResult.reply(new Reply(command.request().text()));
                })
                .toList();
    }
}
