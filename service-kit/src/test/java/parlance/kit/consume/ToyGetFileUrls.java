package parlance.kit.consume;

import static parlance.contracts.Route.GET_FILE_URLS;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.kit.Answers;
import parlance.kit.BatchHandler;
import parlance.kit.Command;
import parlance.kit.Outcome;

/** A read, answered by the batch. */
@Singleton
@Answers(GET_FILE_URLS)
class ToyGetFileUrls implements BatchHandler<ToyGetFileUrls.Request> {

    record Request(String text) {}

    record Reply(String text) {}

    private final FileDesk desk;

    ToyGetFileUrls(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Outcome> handle(List<Command<Request>> commands) {
        return commands.stream()
                .map(command -> {
                    desk.work("reads", command.request().text());
                    return Outcome.reply(new Reply(command.request().text()));
                })
                .toList();
    }
}
